import { describe, expect, it } from 'vitest'
import { NoteId, ThreadId } from '../ids'
import type { Pin } from '../notes/schema'
import { EpisodeOrdinal, Reach } from '../veil/schema'
import type { Recap } from './recap'
import { type RecapPlace, type TellingOf, tell } from './telling'

const ordinal = (n: number) => EpisodeOrdinal.parse(n)
const uuid = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const heart = ThreadId.parse(uuid(901))
const savoir = ThreadId.parse(uuid(902))

/** Two beats an episode: the first is Heart's, the second belongs to both storylines. */
const recap: Recap = {
  reach: Reach.parse(3),
  standing: { veiled: false, text: 'Where things stand.' },
  lastSeen: null,
  beats: [1, 1, 2, 2, 3, 3].map((n, at) => ({
    id: uuid(at + 1),
    ordinal: ordinal(n),
    text: `Beat ${at}.`,
    fromMs: null,
  })),
  threads: [
    { id: heart, name: 'Heart', beats: [0, 1, 2, 3, 4, 5] },
    { id: savoir, name: 'Savoir', beats: [1, 3, 5] },
  ],
  roles: [],
  buildsOn: [[], [], [], [], [], []],
  veils: [
    { ordinal: ordinal(3), safeAfter: ordinal(4) },
    { ordinal: ordinal(4), safeAfter: ordinal(4) },
  ],
}
const beat = { id: uuid(50), ordinal: ordinal(3), text: '', fromMs: 1000 }
const places: RecapPlace[] = [1, 2, 3, 4].map((n) => ({ ordinal: n, runtimeMs: 1_200_000, open: n <= 3 }))
const pin = (n: number, at: number | null, atMs: number | null): Pin => ({
  id: NoteId.parse(uuid(700 + n)),
  ordinal: at === null ? null : ordinal(at),
  atMs: atMs as Pin['atMs'],
  title: '',
  text: `Note ${n}`,
})
const told = (change: Partial<TellingOf> = {}, pins: readonly Pin[] = []) =>
  tell(recap, pins, places, { view: 'episode', length: 'full', hidden: new Set(), language: 'en', ...change })
const texts = (telling: ReturnType<typeof told>) =>
  telling.sections.map(({ beats }) => beats.map(({ beat }) => beat.text))

describe('a recap told', () => {
  it('goes episode by episode up to the reach, and says what waits in them', () => {
    const telling = told()
    expect(texts(telling)).toEqual([
      ['Beat 0.', 'Beat 1.'],
      ['Beat 2.', 'Beat 3.'],
      ['Beat 4.', 'Beat 5.'],
    ])
    expect(telling.sections.map(({ veils }) => veils)).toEqual([[], [], [4]])
  })

  it('tells of the episode that is on as far as it has run', () => {
    const begun = { ...recap, beats: [...recap.beats, { ...beat, ordinal: ordinal(4), text: 'Just now.' }] }
    const telling = tell(begun, [pin(1, 4, null)], places, {
      ...{ view: 'episode', length: 'full', hidden: new Set(), language: 'en' },
    })
    expect(texts(telling).at(-1)).toEqual(['Just now.'])
    expect(telling.sections.at(-1)).toMatchObject({ veils: [4], beats: [{ pins: [{ text: 'Note 1' }] }] })
    expect(telling.beats).toBe(7)
  })

  it('goes by storyline, without a word about veils', () => {
    const telling = told({ view: 'storyline' })
    expect(texts(telling).map((beats) => beats.length)).toEqual([6, 3])
    expect(telling.sections.every(({ veils }) => veils.length === 0)).toBe(true)
  })

  it('leaves out a beat when all of its storylines are left out', () => {
    expect(texts(told({ hidden: new Set([heart]) }))).toEqual([['Beat 1.'], ['Beat 3.'], ['Beat 5.']])
    expect(told({ hidden: new Set([heart, savoir]) }).sections).toEqual([])
  })

  it('tells in a minute a part of what it tells in full', () => {
    const full = new Set(texts(told()).flat())
    expect(
      texts(told({ length: 'minute' }))
        .flat()
        .every((text) => full.has(text)),
    ).toBe(true)
    expect(told({ length: 'minute' }).words).toBeLessThanOrEqual(175)
  })

  it('chooses for a minute without regard to what waits', () => {
    const places3 = { view: 'episode', length: 'minute', hidden: new Set<never>(), language: 'en' } as const
    expect(tell({ ...recap, veils: [] }, [], places, places3)).toEqual(tell(recap, [], places, places3))
  })
})

describe('pinned notes', () => {
  it('stand beside the beat that was on, and an undated one beside the last', () => {
    const { sections } = told({}, [pin(1, 2, 60_000), pin(2, 2, 1_100_000), pin(3, 1, null)])
    const beside = sections.map(({ beats }) => beats.map(({ pins }) => pins.map(({ text }) => text)))
    expect(beside).toEqual([
      [[], ['Note 3']],
      [['Note 1'], ['Note 2']],
      [[], []],
    ])
  })

  it('of an episode past the reach are left out, and those of the whole show come last', () => {
    const telling = told({}, [pin(1, 4, null), pin(2, null, null)])
    expect(telling.sections.flatMap(({ beats }) => beats.flatMap(({ pins }) => pins))).toEqual([])
    expect(telling.loose.map(({ text }) => text)).toEqual(['Note 2'])
    expect(telling.pins).toBe(1)
  })

  it('stay with their episode when no beat of it is told', () => {
    const bare = { ...recap, beats: recap.beats.slice(2), threads: [], buildsOn: recap.buildsOn.slice(2) }
    const { sections } = tell(bare, [pin(1, 1, 5000)], places, {
      view: 'episode',
      length: 'full',
      hidden: new Set(),
      language: 'en',
    })
    expect(sections[0]?.pins.map(({ text }) => text)).toEqual(['Note 1'])
  })

  it('are counted once, in however many storylines they show', () => {
    expect(told({ view: 'storyline' }, [pin(1, 1, 1_100_000)]).pins).toBe(1)
  })
})
