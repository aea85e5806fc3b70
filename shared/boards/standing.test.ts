import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gave, mean, PLAYERS, played, settled, yes } from '../../tests/support/odds'
import { brier, crowdScoreOf, scoresOf } from './scoring'
import { spansOf } from './standing'

const close = (value: number | null | undefined, other: number | null | undefined) => {
  if (value == null || other == null) return expect(value ?? null).toBe(other ?? null)
  expect(value).toBeCloseTo(other, 9)
}

describe('a score over episodes', () => {
  const cubs = [
    gave('one', 0, yes(90)),
    gave('one', 3, yes(95)),
    gave('two', 0, yes(25)),
    gave('two', 2, yes(20)),
    gave('three', 5, yes(99)),
  ]
  it("weighs by intervals as Fatebook weighs by days, and is half of Fatebook's number", () => {
    // Fatebook, api/test_scoring.ts, and Cultivate Labs, "What is a Brier Score and How is it Calculated?": 90 % on
    // three days and 95 % on four, and it comes: 0.0114 in the full form
    const alone = settled({ until: 7, given: cubs.slice(0, 2) })
    expect(scoresOf(alone).get('one')?.brier).toBeCloseTo((3 * 0.02 + 4 * 0.005) / 7 / 2, 12)
    expect((scoresOf(alone).get('one')?.brier ?? 0) * 2).toBeCloseTo(0.0114, 4)
  })
  it("is relative to the others' median, which for two is what Fatebook has against the median of both", () => {
    // the same table: -0.43 and 0.7943 over seven days, -0.00137 for who came on the sixth. On the first five, when
    // there were two, half the distance to the other is the distance to the middle of both
    const two = scoresOf(settled({ until: 5, given: cubs }))
    expect(two.get('one')?.relativeBrier).toBeCloseTo((-0.43 * 7) / 5, 12)
    const days = [-1.105, -1.105, -1.26, -1.275, -1.275]
    expect(two.get('one')?.relativeBrier).toBeCloseTo(mean(days) / 2, 12)
    expect(two.get('two')?.relativeBrier).toBeCloseTo(-mean(days) / 2, 12)

    const all = scoresOf(settled({ until: 7, given: cubs }))
    // full form: 1.28 for two, 0.005 for one and 0.0002 for three on each of the last two days
    const middle = [(1.28 + 0.0002) / 2, (0.005 + 0.0002) / 2, (0.005 + 1.28) / 2]
    expect(all.get('one')?.relativeBrier).toBeCloseTo(
      (days.reduce((sum, day) => sum + day, 0) + 2 * (0.005 - (middle[0] ?? 0))) / 7 / 2,
      12,
    )
    expect(all.get('three')?.relativeBrier).toBeCloseTo((0.0002 - (middle[2] ?? 0)) / 2, 12)
  })
  it('has nothing to be relative to with a single forecaster', () => {
    const alone = scoresOf(settled({ given: [gave('ann', 0, yes(60))] })).get('ann')
    expect(alone).toMatchObject({ relativeBrier: null, relativeLog: null })
    expect(alone?.brier).toBeCloseTo(0.16, 12)
  })
  it('takes only the intervals with somebody else into what is relative', () => {
    const scores = scoresOf(
      settled({
        until: 4,
        given: [gave('ann', 0, yes(100)), gave('ben', 3, yes(0)), gave('ann', 3, yes(50))],
      }),
    )
    expect(scores.get('ann')).toMatchObject({ relativeBrier: 0.25 - 1 })
    expect(scores.get('ann')?.brier).toBeCloseTo(0.25 / 4, 12)
    expect(scores.get('ben')).toMatchObject({ brier: 1, relativeBrier: 1 - 0.25 })
  })
  it('begins with the first odds of each', () => {
    const scores = scoresOf(
      settled({ until: 10, given: [gave('ann', 9, yes(100)), gave('ben', 0, yes(50))] }),
    )
    expect(scores.get('ann')?.brier).toBe(0)
    expect(scores.get('ben')?.brier).toBe(0.25)
  })
  it('does not count what was given after the close', () => {
    const late = [gave('ann', 0, yes(40)), gave('ann', 3, yes(100)), gave('ben', 3, yes(100))]
    const scores = scoresOf(settled({ until: 3, given: late }))
    expect([...scores.keys()]).toEqual(['ann'])
    expect(scores.get('ann')?.brier).toBeCloseTo(0.36, 12)
  })
  it('lasts one interval at least, in which a prediction was made and closed', () => {
    const scores = scoresOf(settled({ from: 4, until: 2, given: [gave('ann', 4, yes(80))] }))
    expect(scores.get('ann')?.brier).toBeCloseTo(0.04, 12)
  })
  it('lets the later odds stand when the reading line was moved back in between', () => {
    const given = [gave('ann', 5, yes(10)), gave('ann', 2, yes(90))]
    expect(
      spansOf({ from: 0, until: 8, options: 2, given }).map(({ length, standing }) => [
        length,
        standing.get('ann'),
      ]),
    ).toEqual([
      [2, undefined],
      [3, yes(90)],
      [3, yes(90)],
    ])
  })
  it('takes odds that were given before the prediction was made from its beginning', () => {
    const scores = scoresOf(settled({ from: 3, until: 5, given: [gave('ann', 1, yes(80))] }))
    expect(scores.get('ann')?.brier).toBeCloseTo(0.04, 12)
  })
  it.each([[[100]], [[50, 25, 25]], [[60, 60]], [[-10, 110]], [[33.5, 66.5]], [[Number.NaN, 100]]])(
    'does not count odds that are none: %j',
    (odds) => {
      expect(scoresOf(settled({ given: [gave('ann', 0, odds)] })).size).toBe(0)
      const kept = scoresOf(settled({ until: 2, given: [gave('ann', 0, yes(80)), gave('ann', 1, odds)] }))
      expect(kept.get('ann')?.brier).toBeCloseTo(0.04, 12)
    },
  )

  it('does not count odds below nothing', () => {
    const given = [gave('ann', 0, [60, -10, 50])]
    expect(scoresOf(settled({ options: 3, given })).size).toBe(0)
  })
  it('is the mean of the scores of the odds that stood, one interval after the other', () => {
    fc.assert(
      fc.property(played, (prediction) => {
        const { from, until, given, outcome } = prediction
        const scores = scoresOf(prediction)
        for (const member of PLAYERS) {
          const parts: number[] = []
          for (let k = from; k < Math.max(until, from + 1); k += 1) {
            const stands = given.filter((each) => each.member === member && each.interval <= k).at(-1)
            if (stands) parts.push(brier(stands.odds, outcome))
          }
          close(scores.get(member)?.brier, parts.length === 0 ? null : mean(parts))
        }
      }),
    )
  })
  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(played, (prediction) => {
        const turned = PLAYERS.toReversed().flatMap((member) =>
          prediction.given.filter((each) => each.member === member),
        )
        const [scores, again] = [scoresOf(prediction), scoresOf({ ...prediction, given: turned })]
        expect(again.size).toBe(scores.size)
        for (const [member, score] of scores) expect(again.get(member)).toEqual(score)
        expect(crowdScoreOf({ ...prediction, given: turned })).toEqual(crowdScoreOf(prediction))
      }),
    )
  })
  it('is the same when every interval is cut into as many', () => {
    fc.assert(
      fc.property(played, fc.integer({ min: 2, max: 5 }), (prediction, times) => {
        const from = prediction.from * times
        const cut = {
          ...prediction,
          from,
          until: Math.max(prediction.until, prediction.from + 1) * times,
          given: prediction.given.map((each) => ({ ...each, interval: each.interval * times })),
        }
        const [scores, again] = [scoresOf(prediction), scoresOf(cut)]
        expect([...again.keys()]).toEqual([...scores.keys()])
        for (const [member, score] of scores) {
          close(again.get(member)?.brier, score.brier)
          close(again.get(member)?.log, score.log)
          close(again.get(member)?.relativeBrier, score.relativeBrier)
        }
      }),
    )
  })
  it('is the same over more episodes when nobody changed their odds, and when odds are given again', () => {
    fc.assert(
      fc.property(played, fc.integer({ min: 1, max: 20 }), (prediction, more) => {
        const given = PLAYERS.flatMap((member) =>
          prediction.given
            .filter((each) => each.member === member)
            .slice(0, 1)
            .map((each) => ({ ...each, interval: prediction.from })),
        )
        const short = { ...prediction, given, until: prediction.from + 1 }
        const long = { ...short, until: short.until + more }
        const again = {
          ...long,
          given: [...given, ...given.map((each) => ({ ...each, interval: each.interval + 1 }))],
        }
        for (const [member, score] of scoresOf(short)) {
          for (const other of [long, again]) {
            close(scoresOf(other).get(member)?.brier, score.brier)
            close(scoresOf(other).get(member)?.relativeLog, score.relativeLog)
          }
        }
      }),
    )
  })
  it('is not moved by another order of the options', () => {
    fc.assert(
      fc.property(played, (prediction) => {
        const turned = {
          ...prediction,
          outcome: prediction.options - 1 - prediction.outcome,
          given: prediction.given.map((each) => ({ ...each, odds: each.odds.toReversed() })),
        }
        const again = scoresOf(turned)
        for (const [member, score] of scoresOf(prediction)) {
          close(again.get(member)?.brier, score.brier)
          close(again.get(member)?.relativeBrier, score.relativeBrier)
          close(again.get(member)?.log, score.log)
        }
      }),
    )
  })
  it('stays within its ranges', () => {
    fc.assert(
      fc.property(played, (prediction) => {
        for (const { brier: own, relativeBrier, log } of scoresOf(prediction).values()) {
          expect(own).toBeGreaterThanOrEqual(0)
          expect(own).toBeLessThanOrEqual(1 + 1e-12)
          expect(log).toBeGreaterThan(0)
          expect(Math.abs(relativeBrier ?? 0)).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })
})
