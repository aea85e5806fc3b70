import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpisodeOrdinal } from '../veil/schema'
import type { Beat } from './recap'
import {
  besideWhich,
  heaviest,
  minutesFor,
  oneMinute,
  timeAway,
  WORDS_A_MINUTE,
  weigh,
  wordsIn,
} from './rules'

const beat = (at: number, ordinal: number, words = 5): Beat => ({
  id: `beat-${at}`,
  ordinal: EpisodeOrdinal.parse(ordinal),
  text: Array.from({ length: words }, (_value, n) => `w${n}`).join(' '),
  fromMs: null,
})

interface Story {
  readonly beats: readonly Beat[]
  readonly buildsOn: readonly (readonly number[])[]
}

/** Stories of up to twelve episodes, in which a beat builds on any of those before it. */
const stories: fc.Arbitrary<Story> = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 })
  .chain((counts) => {
    const ordinals = counts.flatMap((count, at) => Array.from({ length: count % 9 }, () => at + 1))
    return fc
      .record({
        words: fc.array(fc.integer({ min: 1, max: 30 }), {
          minLength: ordinals.length,
          maxLength: ordinals.length,
        }),
        links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
      })
      .map(({ words, links }) => {
        const buildsOn: number[][] = ordinals.map(() => [])
        for (const [from, to] of links) {
          const at = ordinals.length === 0 ? 0 : from % ordinals.length
          if (at > 0) buildsOn[at]?.push(to % at)
        }
        return { beats: ordinals.map((ordinal, at) => beat(at, ordinal, words[at] ?? 1)), buildsOn }
      })
  })

/** The same by its definition: everything that rests on a beat, found by walking. */
function weighSlowly({ beats, buildsOn }: Story): number[] {
  return beats.map((_beat, at) => {
    const resting = new Set([at])
    for (let later = at + 1; later < beats.length; later += 1)
      if (buildsOn[later]?.some((on) => on < later && resting.has(on))) resting.add(later)
    return [...resting].reduce((sum, one) => sum + (beats[one]?.ordinal ?? 0), 0)
  })
}

describe('the weight of a beat', () => {
  it('is its episode and that of everything built on it', () => {
    const beats = [beat(0, 1), beat(1, 1), beat(2, 2), beat(3, 40)]
    expect(weigh(beats, [[], [0], [0, 1], [2]])).toEqual([1 + 1 + 2 + 40, 1 + 2 + 40, 42, 40])
  })
  it('is what walking finds', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(weigh(story.beats, story.buildsOn)).toEqual(weighSlowly(story))
      }),
    )
  })
  it('counts more than a word of beats in one episode', () => {
    const beats = Array.from({ length: 80 }, (_value, at) => beat(at, at < 70 ? 1 : 2))
    const all = beats.map((_beat, at) => (at === 0 ? [] : [0]))
    expect(weigh(beats, all)[0]).toBe(70 + 20)
  })
  it('ends where links run in a circle, lead to themselves or nowhere', () => {
    expect(
      weigh(
        [beat(0, 1), beat(1, 2)],
        [
          [1, 0],
          [0, 1, 99, -1],
        ],
      ),
    ).toEqual([3, 2])
  })
})

describe('the one-minute recap', () => {
  const pick = ({ beats, buildsOn }: Story, words: number) => heaviest(beats, buildsOn, words)
  const room = fc.integer({ min: 0, max: 400 })

  it('never takes longer than there is room for, and tells in the order of the story', () => {
    fc.assert(
      fc.property(stories, room, (story, words) => {
        const chosen = pick(story, words)
        expect(chosen.reduce((sum, at) => sum + wordsIn(story.beats[at]?.text ?? ''), 0)).toBeLessThanOrEqual(
          words,
        )
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b))
        expect(chosen.every((at) => story.beats[at] !== undefined)).toBe(true)
      }),
    )
  })
  it('does not depend on the order in which links come', () => {
    fc.assert(
      fc.property(stories, room, (story, words) => {
        const turned = story.buildsOn.map((on) => [...on, ...on].reverse())
        expect(heaviest(story.beats, turned, words)).toEqual(pick(story, words))
      }),
    )
  })
  it('with more room says all that it said with less', () => {
    fc.assert(
      fc.property(stories, room, room, (story, a, b) => {
        const more = new Set(pick(story, Math.max(a, b)))
        expect(pick(story, Math.min(a, b)).every((at) => more.has(at))).toBe(true)
      }),
    )
  })
  it('tells nothing whose ground is missing', () => {
    fc.assert(
      fc.property(stories, room, (story, words) => {
        const chosen = new Set(pick(story, words))
        for (const at of chosen) expect((story.buildsOn[at] ?? []).every((on) => chosen.has(on))).toBe(true)
      }),
    )
  })
  it('prefers what was built on, and of two alike the earlier', () => {
    const beats = [beat(0, 1), beat(1, 1), beat(2, 1), beat(3, 2)]
    expect(heaviest(beats, [[], [], [], [1]], 5)).toEqual([1])
    expect(heaviest([beat(0, 1), beat(1, 1)], [[], []], 5)).toEqual([0])
  })
  it('says where things stand, unless that takes half the minute', () => {
    const recap = { beats: [beat(0, 1)], buildsOn: [[]] }
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
    const half = Math.floor(WORDS_A_MINUTE.en / 2)
    expect(oneMinute(recap, words(half), 'en').standing).not.toBeNull()
    expect(oneMinute(recap, words(half + 1), 'en')).toEqual({ standing: null, beats: [0] })
  })
  it('is a minute by its own measure', () => {
    fc.assert(
      fc.property(stories, fc.constantFrom('en' as const, 'fr' as const), (story, language) => {
        const { beats } = oneMinute(story, null, language)
        const words = beats.reduce((sum, at) => sum + wordsIn(story.beats[at]?.text ?? ''), 0)
        expect(minutesFor(words, language)).toBe(1)
      }),
    )
  })
})

describe('the place of a note', () => {
  const untimed = [beat(0, 1), beat(1, 1), beat(2, 1)]
  it('is its share of the episode', () => {
    const runtime = 28 * 60_000
    const at = (minutes: number) => besideWhich({ ordinal: 1, atMs: minutes * 60_000 }, untimed, runtime)
    expect([at(0), at(4.3), at(12.7), at(27), at(40)]).toEqual([0, 0, 1, 2, 2])
  })
  it('is at the end without a time, and its share of half an hour where nobody knows how long the episode runs', () => {
    expect(besideWhich({ ordinal: 1, atMs: null }, untimed, 1000)).toBe(2)
    expect(besideWhich({ ordinal: 1, atMs: 11 * 60_000 }, untimed, null)).toBe(1)
    expect(besideWhich({ ordinal: 1, atMs: 90 * 60_000 }, untimed, null)).toBe(2)
  })
  it('is the last beat that has come, where beats have their moments', () => {
    const timed = [0, 60_000, 120_000].map((fromMs, at) => ({ ...beat(at, 1), fromMs }))
    expect(besideWhich({ ordinal: 1, atMs: 90_000 }, timed, null)).toBe(1)
    expect(besideWhich({ ordinal: 1, atMs: 10 }, timed.slice(1), null)).toBe(0)
  })
  it('is always one of the beats', () => {
    fc.assert(
      fc.property(
        fc.nat(90_000_000),
        fc.option(fc.nat(10_000_000)),
        fc.integer({ min: 1, max: 9 }),
        (atMs, runtime, count) => {
          const beats = Array.from({ length: count }, (_value, at) => beat(at, 1))
          const place = besideWhich({ ordinal: 1, atMs }, beats, runtime)
          expect(place >= 0 && place < count).toBe(true)
        },
      ),
    )
  })
})

it('says a break in the unit that people would use', () => {
  expect(timeAway(31)).toEqual({ unit: 'day', count: 31 })
  expect(timeAway(214)).toEqual({ unit: 'month', count: 7 })
  expect(timeAway(365)).toEqual({ unit: 'month', count: 11 })
  expect(timeAway(800)).toEqual({ unit: 'year', count: 2 })
})
