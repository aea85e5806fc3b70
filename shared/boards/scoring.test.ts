import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, said, yes } from '../../tests/support/odds'
import { brier, CLIP, logarithmic, median } from './scoring'

const RULES = [
  ['Brier', brier],
  ['logarithmic', logarithmic],
] as const
const expectation = (rule: typeof brier, believed: readonly number[], told: readonly number[]) =>
  believed.reduce((sum, percent, outcome) => sum + (percent / 100) * rule(told, outcome), 0)

describe('the Brier score', () => {
  it("is half of what Brier's own table comes to", () => {
    // G. W. Brier, Monthly Weather Review 78 (1950), table 1: ten forecasts of rain, P = 0.19
    const forecasts = [70, 90, 80, 40, 20, 0, 0, 0, 0, 10]
    const rain = [false, true, true, true, false, false, false, false, false, false]
    const scores = forecasts.map((percent, day) => brier(yes(percent), rain[day] ? 0 : 1))
    expect(mean(scores)).toBeCloseTo(0.19 / 2, 12)
  })
  it('is what the picture of the board says', () => {
    expect([72, 60, 25].map((percent) => brier(yes(percent), 0).toFixed(2))).toEqual(['0.08', '0.16', '0.56'])
    expect([80, 35, 20].map((percent) => brier(yes(percent), 1).toFixed(2))).toEqual(['0.64', '0.12', '0.04'])
  })
  it('is the square of the distance for yes/no, and half the sum of squares for a choice', () => {
    expect(brier(yes(70), 0)).toBeCloseTo(0.09, 12)
    expect(brier([50, 30, 20], 0)).toBeCloseTo((0.25 + 0.09 + 0.04) / 2, 12)
    expect(brier([50, 30, 20], 2)).toBeCloseTo((0.25 + 0.09 + 0.64) / 2, 12)
  })
  it('goes from 0 to 1, and reaches both', () => {
    fc.assert(
      fc.property(said, ({ odds, outcome }) => {
        expect(brier(odds, outcome)).toBeGreaterThanOrEqual(0)
        expect(brier(odds, outcome)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
    expect(brier([0, 100, 0], 1)).toBe(0)
    expect(brier([0, 100, 0], 2)).toBe(1)
  })
})

describe('the logarithmic score', () => {
  it("is what Metaculus's baseline score is made of", () => {
    // Metaculus, tests/unit/test_scoring/test_score_math.py: 100 (log2 p + 1) is 84.79969066 for a true 90 %, and
    // -232.19280949 for a false one
    for (const [percent, baseline] of [
      [90, 84.79969066],
      [10, -232.19280949],
    ] as const) {
      expect(logarithmic(yes(percent), 0)).toBeCloseTo((1 - baseline / 100) * Math.LN2, 8)
    }
  })
  it('is ln 2 for a coin, whatever falls', () => {
    expect(logarithmic(yes(50), 0)).toBeCloseTo(Math.LN2, 12)
    expect(logarithmic(yes(50), 1)).toBeCloseTo(Math.LN2, 12)
  })
  it('takes odds without an option below half a percent as they stand', () => {
    fc.assert(
      fc.property(said, ({ odds, outcome }) => {
        fc.pre(odds.every((percent) => percent > 0))
        expect(logarithmic(odds, outcome)).toBeCloseTo(-Math.log((odds[outcome] ?? 0) / 100), 10)
      }),
    )
  })
  it('makes a false certainty dear, not endless', () => {
    expect(logarithmic(yes(0), 0)).toBeCloseTo(-Math.log(CLIP / (1 + CLIP)), 12)
    expect(logarithmic(yes(0), 0)).toBeCloseTo(5.303, 3)
    expect(logarithmic(yes(100), 0)).toBeCloseTo(0.005, 3)
    expect(logarithmic(yes(1), 0)).toBeLessThan(logarithmic(yes(0), 0))
  })
  it('stays within the range that it says', () => {
    fc.assert(
      fc.property(said, ({ odds, outcome }) => {
        const least = Math.log(1 + (odds.length - 1) * CLIP)
        expect(logarithmic(odds, outcome)).toBeGreaterThanOrEqual(least - 1e-12)
        expect(logarithmic(odds, outcome)).toBeLessThanOrEqual(least - Math.log(CLIP) + 1e-12)
      }),
    )
  })
})

describe.each(RULES)('the %s score', (_, rule) => {
  it('is proper: on average nothing beats saying what one believes', () => {
    fc.assert(
      fc.property(said, ({ odds: believed, other: told }) => {
        const [honest, otherwise] = [expectation(rule, believed, believed), expectation(rule, believed, told)]
        expect(honest).toBeLessThanOrEqual(otherwise + 1e-12)
        if (believed.join() !== told.join()) expect(honest).toBeLessThan(otherwise)
      }),
      { numRuns: 2000 },
    )
  })
  it('is proper for every belief of yes/no in whole percents, against every other', () => {
    for (let believed = 0; believed <= 100; believed += 1) {
      const honest = expectation(rule, yes(believed), yes(believed))
      for (let told = 0; told <= 100; told += 1) {
        if (told !== believed) expect(expectation(rule, yes(believed), yes(told))).toBeGreaterThan(honest)
      }
    }
  })
  it('is not moved by another order of the options', () => {
    fc.assert(
      fc.property(said, fc.infiniteStream(fc.nat()), ({ odds, outcome }, keys) => {
        const order = odds
          .map((percent, option) => ({ percent, option, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
        const at = order.findIndex(({ option }) => option === outcome)
        expect(
          rule(
            order.map(({ percent }) => percent),
            at,
          ),
        ).toBeCloseTo(rule(odds, outcome), 12)
      }),
    )
  })
  it('is better the more was given to what came, the rest in proportion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (percent) => {
        expect(rule(yes(percent + 1), 0)).toBeLessThan(rule(yes(percent), 0))
      }),
    )
  })
})

describe('the median', () => {
  it('is the middle one, or between the middle two, and nothing of nothing', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 6])).toBe(5.5)
    expect(median([7])).toBe(7)
    expect(median([])).toBeNull()
  })
})
