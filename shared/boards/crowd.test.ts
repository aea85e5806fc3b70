import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gave, mean, played, said, settled, yes } from '../../tests/support/odds'
import { crowdOf } from './crowd'
import { brier, crowdScoreOf, scoresOf } from './scoring'

const close = (value: number | null | undefined, other: number | null | undefined) => {
  if (value == null || other == null) return expect(value ?? null).toBe(other ?? null)
  expect(value).toBeCloseTo(other, 9)
}

describe('the crowd', () => {
  it('says the mean of what stands, and nothing before two do', () => {
    expect(crowdOf(new Map([['ann', yes(60)]]))).toBeNull()
    expect(crowdOf(new Map())).toBeNull()
    const five = [55, 70, 48, 62, 71].map((percent, at) => [`${at}`, yes(percent)] as const)
    // the card in the picture says "crowd 61 %"
    expect(crowdOf(new Map(five))?.map(Math.round)).toEqual([61, 39])
  })
  it('is scored from the interval in which there were two', () => {
    const prediction = settled({ until: 6, given: [gave('ann', 0, yes(0)), gave('ben', 4, yes(100))] })
    expect(crowdScoreOf(prediction)).toMatchObject({ brier: 0.25, relativeBrier: 0.25 - 0.5 })
    expect(crowdScoreOf({ ...prediction, until: 4 })).toBeNull()
  })
  it('of people who all say the same is each of them', () => {
    fc.assert(
      fc.property(played, fc.integer({ min: 2, max: 6 }), (prediction, people) => {
        const own = prediction.given.filter(({ member }) => member === 'ann')
        const given = own.flatMap((each) =>
          Array.from({ length: people }, (_, nth) => ({ ...each, member: `ann ${nth}` })),
        )
        const alone = scoresOf({ ...prediction, given: own }).get('ann')
        const crowd = crowdScoreOf({ ...prediction, given })
        close(crowd?.brier, alone?.brier)
        close(crowd?.log, alone?.log)
        if (crowd) close(crowd.relativeBrier, 0)
      }),
    )
  })
  it('is never further off than its members are on average', () => {
    fc.assert(
      fc.property(
        said,
        fc.array(fc.nat(), { minLength: 2, maxLength: 5 }),
        ({ odds, other, outcome }, keys) => {
          const members = keys.map((key, nth) => [nth, key % 2 === 0 ? odds : other] as const)
          const crowd = crowdOf(new Map(members)) ?? []
          const errors = mean(members.map(([, each]) => brier(each, outcome)))
          // Krogh and Vedelsby 1995: the crowd's error is the mean error less the spread
          const spread = mean(
            members.map(
              ([, each]) => each.reduce((sum, p, k) => sum + ((p - (crowd[k] ?? 0)) / 100) ** 2, 0) / 2,
            ),
          )
          expect(brier(crowd, outcome)).toBeCloseTo(errors - spread, 12)
          expect(brier(crowd, outcome)).toBeLessThanOrEqual(errors + 1e-12)
          expect(crowd.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 9)
        },
      ),
    )
  })
})
