import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ms } from '../time'
import { STRICT } from '../veil/rules'
import { EpisodeOrdinal, Reach } from '../veil/schema'
import {
  effectiveReach,
  horizonOf,
  inOrder,
  ownNotesReach,
  type Place,
  readingAfterMark,
  skippedSpecials,
  watchedRun,
} from './rules'

const place = { seasonSafeAfter: null }
const episode = (ordinal: number, watched: boolean): Place => ({ ...place, ordinal, special: false, watched })
const special = (ordinal: number, watched: boolean): Place => ({ ...place, ordinal, special: true, watched })

const shows = fc
  .array(fc.record({ special: fc.boolean(), watched: fc.boolean() }), { maxLength: 30 })
  .map((list) => list.map((drawn, index): Place => ({ ...place, ...drawn, ordinal: index + 1 })))

describe('watchedRun', () => {
  it('ends before the first episode that was not watched', () => {
    expect(watchedRun([episode(1, true), episode(2, true), episode(3, false), episode(4, true)])).toBe(2)
    expect(watchedRun([episode(1, false), episode(2, true)])).toBe(0)
    expect(watchedRun([])).toBe(0)
    expect(watchedRun([episode(3, true), episode(1, true), episode(2, true)])).toBe(3)
  })
  it('passes a special over, and does not end on one that was not watched', () => {
    expect(watchedRun([episode(1, true), special(2, false), episode(3, true)])).toBe(3)
    expect(watchedRun([episode(1, true), special(2, false), episode(3, false)])).toBe(1)
    expect(watchedRun([episode(1, true), special(2, true), episode(3, false)])).toBe(2)
  })
  it('holds for any show: everything up to the run is watched or a special, and the next episode is not', () => {
    fc.assert(
      fc.property(shows, (places) => {
        const run = watchedRun(places)
        const within = places.filter(({ ordinal }) => ordinal <= run)
        expect(within.every((place) => place.watched || place.special)).toBe(true)
        expect(run === 0 || within.at(-1)?.watched).toBe(true)
        const next = places.find((place) => place.ordinal > run && !place.special)
        expect(next?.watched ?? false).toBe(false)
      }),
    )
  })
})

describe('skippedSpecials', () => {
  it('are the specials within the reach that nobody watched', () => {
    const places = [
      episode(1, true),
      special(2, false),
      special(3, true),
      episode(4, true),
      special(5, false),
    ]
    expect([...skippedSpecials(places, Reach.parse(4))]).toEqual([2])
  })
  it('never hold the special that somebody says they are at', () => {
    expect([...skippedSpecials([episode(1, true), special(2, false)], Reach.parse(2))]).toEqual([])
  })
})

describe('horizonOf', () => {
  const on = (ordinal: number) => ({
    ordinal: EpisodeOrdinal.parse(ordinal),
    positionMs: Ms.parse(60_000),
  })
  const places = [episode(1, true), special(2, false), episode(3, false), episode(4, false)]
  it('lets the next episode open as it runs', () => {
    expect(horizonOf(places, Reach.parse(1), on(3), STRICT).running).toEqual(on(3))
    expect(horizonOf(places, Reach.parse(1), on(2), STRICT).running).toEqual(on(2))
  })
  it('does not for an episode further on, nor for one that is known anyway', () => {
    expect(horizonOf(places, Reach.parse(1), on(4), STRICT).running).toBeNull()
    expect(horizonOf(places, Reach.parse(1), on(1), STRICT).running).toBeNull()
    expect(horizonOf(places, Reach.parse(1), null, STRICT).running).toBeNull()
  })
})

describe('readingAfterMark', () => {
  /** Twenty episodes, of which so many from the start are watched. */
  const twenty = (seen: number) => Array.from({ length: 20 }, (_value, at) => episode(at + 1, at < seen))
  const marked = (...ordinals: number[]) => new Set(ordinals)
  it('leaves the line to the watched episodes when nobody moved it', () => {
    expect(readingAfterMark(null, marked(5), true, twenty(5))).toBeNull()
  })
  it('follows somebody who watches on from where they said they are', () => {
    expect(readingAfterMark(13, marked(14), true, twenty(0))).toBe(14)
    expect(readingAfterMark(2, marked(1, 2, 3, 4), true, twenty(0))).toBe(4)
  })
  it('follows them over a special that they pass over, and no further than they marked', () => {
    const places = [
      episode(1, false),
      episode(2, false),
      special(3, false),
      episode(4, true),
      episode(5, true),
    ]
    expect(readingAfterMark(2, marked(4), true, places)).toBe(4)
    expect(readingAfterMark(2, marked(3), true, places)).toBe(3)
    expect(readingAfterMark(2, marked(5), true, places)).toBe(2)
  })
  it('stays on a rewatch when an episode elsewhere is marked', () => {
    expect(readingAfterMark(3, marked(8), true, twenty(10))).toBe(3)
    expect(readingAfterMark(13, marked(1, 2, 3), true, twenty(3))).toBe(13)
  })
  it('steps back before an episode that is taken back', () => {
    expect(readingAfterMark(7, marked(5, 6, 7), false, twenty(0))).toBe(4)
  })
  it('lets go when it says what the watched episodes say', () => {
    expect(readingAfterMark(9, marked(10), true, twenty(10))).toBeNull()
  })
})

it('the line by hand wins over the watched run', () => {
  expect(effectiveReach(3, 10, 20)).toBe(3)
  expect(effectiveReach(null, 10, 20)).toBe(10)
  expect(effectiveReach(0, 10, 20)).toBe(0)
  expect(effectiveReach(12, 10, 10)).toBe(10)
})

describe('ownNotesReach', () => {
  const at = (reach: number | null, run: number) =>
    ownNotesReach({ reach: reach === null ? null : Reach.parse(reach), watchedRun: Reach.parse(run) })
  it('opens the episode that is being watched', () => {
    expect(at(6, 6)).toBe(7)
    expect(at(13, 0)).toBe(14)
  })
  it('does not while the line was moved back', () => {
    expect(at(6, 10)).toBe(6)
  })
  it('opens nothing when the reach is unknown', () => {
    expect(at(null, 10)).toBeNull()
  })
})

it('an order names what it wants first; the rest follows as the story has it', () => {
  const story = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  expect(inOrder(story, ['c', 'x', 'a', 'c']).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
  expect(inOrder(story, [])).toEqual(story)
})
