import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafe, redact, veilFor } from './rules'
import { EpisodeOrdinal, Reach, type SafeAfter } from './schema'

const stamp = fc.integer({ min: 1, max: 200 }).map((n) => EpisodeOrdinal.parse(n))
const reach = fc.integer({ min: 0, max: 200 }).map((n) => Reach.parse(n))

describe('isSafe', () => {
  it('opens what is stamped at or before the reach, and nothing else', () => {
    fc.assert(
      fc.property(stamp, reach, (s, r) => {
        expect(isSafe(s, r)).toBe(s <= r)
      }),
    )
  })
  it('always opens what was never a secret, even to somebody whose reach is unknown', () => {
    expect(isSafe(null, null)).toBe(true)
    expect(isSafe(null, Reach.parse(0))).toBe(true)
  })
  it('veils when the reach is unknown', () => {
    fc.assert(
      fc.property(stamp, (s) => {
        expect(isSafe(s, null)).toBe(false)
      }),
    )
  })
  it('veils when the stamp is missing or makes no sense', () => {
    for (const odd of [undefined, Number.NaN, 0, -1, 1.5, Number.POSITIVE_INFINITY, '3']) {
      expect(isSafe(odd as SafeAfter, Reach.parse(100))).toBe(false)
    }
  })
  it('veils when the reach makes no sense', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 2.5]) {
      expect(isSafe(EpisodeOrdinal.parse(1), odd as Reach)).toBe(false)
    }
  })
})

describe('redact', () => {
  it('does not even read what it veils', () => {
    const reveal = () => {
      throw new Error('read')
    }
    expect(redact(EpisodeOrdinal.parse(5), Reach.parse(4), reveal)).toEqual({ veiled: true, safeAfter: 5 })
  })
  it('marks what it lets through', () => {
    expect(redact(EpisodeOrdinal.parse(5), Reach.parse(5), () => ({ text: 'a' }))).toEqual({
      veiled: false,
      text: 'a',
    })
  })
  it('lets nothing that it reveals undo the mark', () => {
    expect(redact(null, null, () => ({ veiled: true }))).toEqual({ veiled: false })
  })
})

it('a veil for an unknown stamp says that it is unknown', () => {
  expect(veilFor(undefined)).toEqual({ veiled: true, safeAfter: null })
})
