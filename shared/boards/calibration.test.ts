import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrationOf,
  crowdForecastsOf,
  type Dot,
  type Forecast,
  forecastsIn,
  forecastsOf,
  habitOf,
  wilson,
} from './calibration'
import { leaderboardOf } from './leaderboard'
import { crowdDecompositionOf, decompositionOf } from './murphy'
import { brier, type Settled } from './scoring'

const yes = (percent: number) => [percent, 100 - percent]
const settled = (
  outcome: number,
  odds: readonly number[],
  over: Partial<Settled<string>> = {},
): Settled<string> => ({
  id: 'a',
  outcome,
  options: odds.length,
  from: 0,
  until: 1,
  given: [{ member: 'ann', interval: 0, odds }],
  ...over,
})

describe('the Wilson interval', () => {
  it.each([
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
    // table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is what Newcombe printed for %i of %i', (came, n, low, high) => {
    expect(wilson(came, n).low).toBeCloseTo(low, 4)
    expect(wilson(came, n).high).toBeCloseTo(high, 4)
  })
  it('knows nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
  it('holds the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 500 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        ([came, n]) => {
          const { low, high } = wilson(came, n)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(came / n)
          expect(high).toBeGreaterThanOrEqual(came / n)
          expect(wilson(n - came, n).low).toBeCloseTo(1 - high, 12)
        },
      ),
    )
  })
  it('ends where there is nothing left to be in doubt of', () => {
    for (let n = 1; n <= 200; n += 1) {
      expect(wilson(n, n).high).toBe(1)
      expect(wilson(0, n).low).toBe(0)
    }
  })
  it('narrows as there is more to go by', () => {
    const width = (n: number) => wilson(n / 2, n).high - wilson(n / 2, n).low
    expect(width(10)).toBeGreaterThan(width(100))
  })
})

describe('what enters a calibration', () => {
  it('is one forecast for yes/no, and one for every option of a choice', () => {
    expect(forecastsIn(yes(70), 0)).toEqual([{ said: 70, came: true }])
    expect(forecastsIn(yes(70), 1)).toEqual([{ said: 70, came: false }])
    expect(forecastsIn([50, 30, 20], 1)).toEqual([
      { said: 50, came: false },
      { said: 30, came: true },
      { said: 20, came: false },
    ])
  })
  it('is what stood last before the close', () => {
    const changed = settled(0, yes(10), {
      until: 5,
      given: [10, 60, 95].map((percent, nth) => ({ member: 'ann', interval: nth * 4, odds: yes(percent) })),
    })
    expect(forecastsOf([changed], 'ann')).toEqual([{ said: 60, came: true }])
    expect(forecastsOf([changed], 'ben')).toEqual([])
  })
  it('is the mean for the crowd, where there is one', () => {
    const given = [20, 40, 75].map((percent, nth) => ({ member: `${nth}`, interval: 0, odds: yes(percent) }))
    expect(crowdForecastsOf([settled(1, yes(0), { given }), settled(1, yes(3))])).toEqual([
      { said: 45, came: false },
    ])
  })
})

describe('a calibration', () => {
  const said = (percent: number, came: number, n: number): Forecast[] =>
    Array.from({ length: n }, (_, nth) => ({ said: percent, came: nth < came }))
  it('has a dot for each fifth that holds something, with its n and its interval', () => {
    const dots = calibrationOf([...said(70, 3, 5), ...said(78, 0, 1), ...said(5, 0, 4)])
    expect(dots).toHaveLength(2)
    expect(dots[0]).toEqual({ said: 5, share: 0, n: 4, ...wilson(0, 4) })
    expect(dots[1]).toMatchObject({ share: 0.5, n: 6, ...wilson(3, 6) })
    expect(dots[1]?.said).toBeCloseTo((5 * 70 + 78) / 6, 12)
  })
  it('puts an edge into the bin above it, and 100 % into the last', () => {
    const edges = [0, 19, 20, 39, 40, 59, 60, 79, 80, 100]
    expect(calibrationOf(edges.flatMap((percent) => said(percent, 0, 1))).map((dot) => dot.said)).toEqual([
      9.5, 29.5, 49.5, 69.5, 90,
    ])
  })
  it('loses nothing and says nothing of nothing', () => {
    const forecast = fc.record({ said: fc.double({ min: 0, max: 100, noNaN: true }), came: fc.boolean() })
    fc.assert(
      fc.property(fc.array(forecast), (all) => {
        const dots = calibrationOf(all)
        expect(dots.length).toBeLessThanOrEqual(5)
        expect(dots.reduce((sum, { n }) => sum + n, 0)).toBe(all.length)
        expect(dots.every(({ n, low, share, high }) => n >= 1 && low <= share && share <= high)).toBe(true)
        expect(dots.map((dot) => dot.said)).toEqual(dots.map((dot) => dot.said).toSorted((a, b) => a - b))
      }),
    )
  })
  it('speaks of the widest gap, and of how close the others are', () => {
    const dots = calibrationOf([...said(70, 6, 10), ...said(8, 1, 12), ...said(92, 9, 10), ...said(50, 4, 4)])
    expect(habitOf(dots)).toMatchObject({
      dot: { said: 70, share: 0.6, n: 10 },
      close: false,
      clear: false,
      others: 2,
      othersClose: true,
    })
  })
  it('says when a gap is hardly chance, and when another one is wide too', () => {
    expect(habitOf(calibrationOf([...said(70, 20, 50), ...said(30, 5, 10)]))).toMatchObject({
      dot: { said: 70, n: 50 },
      clear: true,
      others: 1,
      othersClose: false,
    })
    expect(habitOf(calibrationOf(said(30, 30, 50)))).toMatchObject({ clear: true, close: false })
    expect(habitOf(calibrationOf(said(70, 7, 10)))).toMatchObject({ close: true, clear: false, others: 0 })
  })
  it('says nothing of a handful', () => {
    expect(habitOf(calibrationOf(said(90, 0, 4)))).toBeNull()
    expect(habitOf([] satisfies Dot[])).toBeNull()
  })
})

describe("Murphy's decomposition", () => {
  const course = fc.record({
    outcome: fc.constantFrom(0, 1, 2),
    options: fc.constantFrom(2, 3, 4),
    until: fc.integer({ min: 1, max: 6 }),
    given: fc.array(
      fc.record({
        member: fc.constantFrom('ann', 'ben'),
        interval: fc.integer({ min: 0, max: 6 }),
        // tens, so that values repeat and groups hold more than one
        tens: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  const history = fc.array(
    course.map(
      ({ outcome, options, until, given }): Settled<string> => ({
        id: 'a',
        from: 0,
        until,
        options,
        outcome: Math.min(outcome, options - 1),
        given: given.map(({ member, interval, tens }) => {
          const edges = [0, ...tens.slice(0, options - 1).toSorted((a, b) => a - b), 10]
          return { member, interval, odds: edges.slice(1).map((edge, at) => (edge - (edges[at] ?? 0)) * 10) }
        }),
      }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  it('sums to the Brier score of the leaderboard, for members and for the crowd', () => {
    fc.assert(
      fc.property(history, (all) => {
        const { rows, crowd } = leaderboardOf(all)
        const pairs = [
          [decompositionOf(all, 'ann'), rows.find(({ member }) => member === 'ann')],
          [decompositionOf(all, 'ben'), rows.find(({ member }) => member === 'ben')],
          [crowdDecompositionOf(all), crowd],
        ] as const
        for (const [parts, means] of pairs) {
          if (!parts || !means) {
            expect([parts, means ?? null]).toEqual([null, null])
            continue
          }
          const { reliability, resolution, uncertainty } = parts
          expect(parts.brier).toBeCloseTo(means.brier, 12)
          expect(reliability - resolution + uncertainty).toBeCloseTo(means.brier, 12)
          expect(parts.predictions).toBe(means.predictions)
          expect(reliability).toBeGreaterThanOrEqual(0)
          expect(resolution).toBeGreaterThanOrEqual(0)
          expect(resolution).toBeLessThanOrEqual(uncertainty + 1e-12)
        }
      }),
    )
  })
  it("takes Wilks's table of rain forecasts apart", () => {
    // D. S. Wilks, "Statistical Methods in the Atmospheric Sciences", table 7.3 (12,402 forecasts of the chance of
    // rain; what was said, how often it rained, how often it was said); it rained in 0.162 of all cases
    const table = [
      [0, 0.006, 0.4112],
      [5, 0.019, 0.0671],
      [10, 0.059, 0.1833],
      [20, 0.15, 0.0986],
      [30, 0.277, 0.0616],
      [40, 0.377, 0.0366],
      [50, 0.511, 0.0303],
      [60, 0.587, 0.0275],
      [70, 0.723, 0.0245],
      [80, 0.779, 0.022],
      [90, 0.934, 0.017],
      [100, 0.933, 0.0203],
    ] as const
    const all = table.flatMap(([percent, share, often]) => {
      const n = Math.round(often * 12_402)
      const rained = Math.round(share * n)
      return Array.from({ length: n }, (_, nth) => settled(nth < rained ? 0 : 1, yes(percent)))
    })
    const parts = decompositionOf(all, 'ann')
    if (!parts) throw new Error('there are forecasts')
    expect(parts.uncertainty).toBeCloseTo(0.162 * (1 - 0.162), 3)
    const whole = table.reduce((sum, [, , often]) => sum + often, 0)
    const sum = (of: (said: number, share: number) => number) =>
      table.reduce((all, [percent, share, often]) => all + (often / whole) * of(percent / 100, share), 0)
    expect(parts.reliability).toBeCloseTo(
      sum((v, o) => (v - o) ** 2),
      4,
    )
    expect(parts.resolution).toBeCloseTo(
      sum((_, o) => (o - 0.162) ** 2),
      4,
    )
    expect(parts.brier).toBeCloseTo(
      sum((v, o) => o * (1 - v) ** 2 + (1 - o) * v ** 2),
      4,
    )
  })
  it('of the forecasts that told everything apart leaves only what was not said well', () => {
    // Brier's own table of 1950: each value came always or never
    const forecasts = [70, 90, 80, 40, 20, 0, 0, 0, 0, 10]
    const all = forecasts.map((percent, day) => settled(day >= 1 && day <= 3 ? 0 : 1, yes(percent)))
    const parts = decompositionOf(all, 'ann')
    expect(parts?.uncertainty).toBeCloseTo(0.3 * 0.7, 12)
    expect(parts?.resolution).toBeCloseTo(0.21, 12)
    expect(parts?.reliability).toBeCloseTo(0.095, 12)
  })
  it('halves what is said of each option of a choice, as the score does', () => {
    const odds = [50, 30, 20]
    expect(decompositionOf([settled(2, odds)], 'ann')?.brier).toBeCloseTo(brier(odds, 2), 12)
  })
  it('finds no fault and no merit in who always says how often it comes', () => {
    const all = [0, 1, 1, 1].map((outcome) => settled(outcome, yes(25)))
    expect(decompositionOf(all, 'ann')).toMatchObject({ reliability: 0, resolution: 0, uncertainty: 0.1875 })
  })
  it('is nothing for who has no score', () => {
    expect(decompositionOf([settled(0, yes(20))], 'ben')).toBeNull()
    expect(crowdDecompositionOf([settled(0, yes(20))])).toBeNull()
    expect(decompositionOf([], 'ann')).toBeNull()
  })
})
