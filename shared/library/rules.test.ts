import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Reach } from '../veil/schema'
import { effectiveReach, ownNotesReach, readingAfterMark, watchedRun } from './rules'

describe('watchedRun', () => {
  it('ends before the first episode that was not watched', () => {
    expect(watchedRun([1, 2, 3, 4], new Set([1, 2, 4]))).toBe(2)
    expect(watchedRun([1, 2, 3], new Set([2, 3]))).toBe(0)
    expect(watchedRun([], new Set())).toBe(0)
    expect(watchedRun([3, 1, 2], new Set([1, 2, 3]))).toBe(3)
  })
  it('holds for any set: everything up to the run is watched, the next episode is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
        (count, seen) => {
          const ordinals = Array.from({ length: count }, (_value, index) => index + 1)
          const watched = new Set(seen)
          const run = watchedRun(ordinals, watched)
          expect(ordinals.slice(0, run).every((n) => watched.has(n))).toBe(true)
          expect(run === count || !watched.has(run + 1)).toBe(true)
        },
      ),
    )
  })
})

describe('readingAfterMark', () => {
  it('leaves the line to the watched episodes when nobody moved it', () => {
    expect(readingAfterMark(null, 5, true, 5)).toBeNull()
  })
  it('follows somebody who watches on from where they said they are', () => {
    expect(readingAfterMark(13, 14, true, 0)).toBe(14)
  })
  it('stays on a rewatch when an episode elsewhere is marked', () => {
    expect(readingAfterMark(3, 8, true, 10)).toBe(3)
  })
  it('steps back before an episode that is taken back', () => {
    expect(readingAfterMark(7, 5, false, 0)).toBe(4)
  })
  it('lets go when it says what the watched episodes say', () => {
    expect(readingAfterMark(9, 10, true, 10)).toBeNull()
  })
})

it('the line by hand wins over the watched run', () => {
  expect(effectiveReach(3, 10)).toBe(3)
  expect(effectiveReach(null, 10)).toBe(10)
  expect(effectiveReach(0, 10)).toBe(0)
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
