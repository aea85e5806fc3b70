import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ms } from '../time'
import { behindVeil, isSafe, nameStamp, redact, STRICT, titleStamp, upTo, veilFor } from './rules'
import { EpisodeOrdinal, type Horizon, Reach, type SafeAfter } from './schema'

const ordinal = (n: number) => EpisodeOrdinal.parse(n)
const stamp = fc.integer({ min: 1, max: 200 }).map(ordinal)
const reach = fc.integer({ min: 0, max: 200 }).map((n) => Reach.parse(n))
const at = (n: number) => upTo(Reach.parse(n))

describe('isSafe', () => {
  it('opens what is stamped at or before the reach, and nothing else', () => {
    fc.assert(
      fc.property(stamp, reach, (s, r) => {
        expect(isSafe(s, upTo(r))).toBe(s <= r)
      }),
    )
  })
  it('always opens what was never a secret, even to somebody whose reach is unknown', () => {
    expect(isSafe(null, null)).toBe(true)
    expect(isSafe(null, at(0))).toBe(true)
  })
  it('veils when the reach is unknown', () => {
    fc.assert(
      fc.property(stamp, (s) => {
        expect(isSafe(s, null)).toBe(false)
      }),
    )
  })
  it('veils when the stamp is missing or makes no sense', () => {
    for (const odd of [undefined, Number.NaN, 0, -1, 1.5, Number.POSITIVE_INFINITY, '3', {}]) {
      expect(isSafe(odd as SafeAfter, at(100))).toBe(false)
    }
  })
  it('takes for a stamp exactly what the schema does', () => {
    const whole: Horizon = { ...at(0), reach: Number.MAX_SAFE_INTEGER as Reach }
    const odd = fc.constantFrom<unknown>(
      0,
      -0,
      1,
      100_000,
      100_001,
      1.5,
      Number.NaN,
      '1',
      true,
      undefined,
      [],
    )
    fc.assert(
      fc.property(fc.oneof(odd, fc.anything(), fc.integer(), fc.double()), (value) => {
        if (typeof value === 'object') return
        const safe = EpisodeOrdinal.safeParse(value).success
        expect(isSafe(value as SafeAfter, whole)).toBe(safe)
        expect(veilFor(value as SafeAfter, whole).safeAfter).toBe(safe ? value : null)
      }),
      { numRuns: 1000 },
    )
  })
  it('veils when the reach makes no sense', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 2.5]) {
      expect(isSafe(ordinal(1), upTo(odd as Reach))).toBe(false)
    }
  })
  it('veils a special that was passed over, and only that', () => {
    const horizon: Horizon = { ...at(5), skipped: new Set([3]) }
    expect([1, 2, 3, 4, 5, 6].filter((n) => isSafe(ordinal(n), horizon))).toEqual([1, 2, 4, 5])
  })
})

describe('a stamp with a moment', () => {
  const watching = (positionMs: number): Horizon => ({
    ...at(6),
    running: { ordinal: ordinal(7), positionMs: Ms.parse(positionMs) },
  })
  const seventh = { after: ordinal(7), fromMs: Ms.parse(600_000) }
  it('opens when the episode that is on has come to it', () => {
    expect(isSafe(seventh, watching(599_999))).toBe(false)
    expect(isSafe(seventh, watching(600_000))).toBe(true)
  })
  it('opens with the end of the episode in any case', () => {
    expect(isSafe(seventh, at(7))).toBe(true)
    expect(isSafe(seventh, at(6))).toBe(false)
  })
  it('is not opened by another episode, nor without a moment, nor by one that makes no sense', () => {
    expect(isSafe({ ...seventh, after: ordinal(8) }, watching(9_000_000))).toBe(false)
    for (const fromMs of [null, undefined, Number.NaN as Ms, -1 as Ms]) {
      expect(isSafe({ ...seventh, fromMs }, watching(9_000_000))).toBe(false)
    }
  })
  it('never opens more when less has run', () => {
    fc.assert(
      fc.property(fc.nat(9_000_000), fc.nat(9_000_000), fc.nat(9_000_000), (from, a, b) => {
        const timed = { after: ordinal(7), fromMs: Ms.parse(from) }
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        if (isSafe(timed, watching(less))) expect(isSafe(timed, watching(more))).toBe(true)
      }),
    )
  })
  it('leaves a veil that says its episode and not its moment', () => {
    expect(veilFor(seventh, at(3))).toEqual({ veiled: true, safeAfter: 7 })
  })
})

describe('redact', () => {
  it('does not even read what it veils', () => {
    const reveal = () => {
      throw new Error('read')
    }
    expect(redact(ordinal(5), at(4), reveal)).toEqual({ veiled: true, safeAfter: 5 })
  })
  it('marks what it lets through', () => {
    expect(redact(ordinal(5), at(5), () => ({ text: 'a' }))).toEqual({ veiled: false, text: 'a' })
  })
  it('lets nothing that it reveals undo the mark', () => {
    expect(redact(null, null, () => ({ veiled: true }))).toEqual({ veiled: false })
  })
})

it('a veil for an unknown stamp says that it is unknown', () => {
  expect(veilFor(undefined, at(3))).toEqual({ veiled: true, safeAfter: null })
  expect(veilFor(ordinal(5), null)).toEqual({ veiled: true, safeAfter: null })
})

it('a veil does not name an episode of a season that is hidden', () => {
  const horizon: Horizon = { ...at(3), told: 10 }
  expect(veilFor(ordinal(10), horizon)).toEqual({ veiled: true, safeAfter: 10 })
  expect(veilFor(ordinal(11), horizon)).toEqual({ veiled: true, safeAfter: null })
})

describe('what a veil hides at least', () => {
  const choosing = (choices: Partial<Horizon['choices']>): Horizon => ({
    ...at(3),
    choices: { ...STRICT, ...choices },
  })
  it('is everything, unless a person chose otherwise', () => {
    expect(titleStamp(ordinal(4), at(3))).toBe(4)
    expect(nameStamp(ordinal(4), at(3))).toBe(4)
    expect(titleStamp(ordinal(4), null)).toBe(4)
    expect(nameStamp(ordinal(4), null)).toBe(4)
  })
  it('leaves titles or names open for who wants them', () => {
    expect(titleStamp(ordinal(9), choosing({ titles: false }))).toBeNull()
    expect(nameStamp(ordinal(9), choosing({ titles: false }))).toBe(9)
    expect(nameStamp(ordinal(9), choosing({ names: false }))).toBeNull()
  })
  it('can show the title of the next episode, and of no other', () => {
    const next = choosing({ nextTitle: true })
    expect([4, 5].map((n) => titleStamp(ordinal(n), next))).toEqual([null, 5])
  })
})

it('a veil is found by its turn among the veils, and nothing that is open is', () => {
  const rows = [1, 5, 2, 6].map((n) => ({ stamp: ordinal(n) }))
  const find = (nth: number) => behindVeil(rows, ({ stamp: s }) => s, at(3), nth)?.stamp
  expect([find(0), find(1), find(2)]).toEqual([5, 6, undefined])
})
