import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leaderboardOf, ranked, sawItComing } from './leaderboard'
import type { Judged } from './scoring'

const yes = (percent: number) => [percent, 100 - percent]
let made = 0
const prediction = (
  outcome: number | null,
  odds: Readonly<Record<string, number>>,
  over: Partial<Judged<string>> = {},
): Judged<string> => ({
  id: `p${made++}`,
  outcome,
  options: 2,
  from: 0,
  until: 1,
  given: Object.entries(odds).map(([member, percent]) => ({ member, interval: 0, odds: yes(percent) })),
  ...over,
})

const anyPrediction = fc
  .record({
    outcome: fc.constantFrom(0, 1, null),
    from: fc.integer({ min: 0, max: 4 }),
    until: fc.integer({ min: 0, max: 8 }),
    given: fc.array(
      fc.record({
        member: fc.constantFrom('ann', 'ben', 'cleo', 'dai'),
        interval: fc.integer({ min: 0, max: 8 }),
        odds: fc.integer({ min: 0, max: 100 }).map(yes),
      }),
      { maxLength: 8 },
    ),
  })
  .map((some): Judged<string> => ({ id: 'any', options: 2, ...some }))

describe('a leaderboard', () => {
  it('holds the means of each, the best first', () => {
    const board = leaderboardOf([
      prediction(0, { ann: 80, ben: 60, cleo: 30 }),
      prediction(1, { ann: 80, ben: 40 }),
      prediction(0, { ben: 90 }),
    ])
    expect(
      board.rows.map(({ member, rank, predictions, compared }) => [member, rank, predictions, compared]),
    ).toEqual([
      ['ben', 1, 3, 2],
      ['ann', 2, 2, 2],
      ['cleo', 3, 1, 1],
    ])
    const [ben, ann, cleo] = board.rows
    expect(ben?.brier).toBeCloseTo((0.16 + 0.16 + 0.01) / 3, 12)
    expect(ann?.brier).toBeCloseTo((0.04 + 0.64) / 2, 12)
    expect(ann?.log).toBeCloseTo((-Math.log(0.8) - Math.log(0.2)) / 2, 12)
    // against the middle of 0.16 and 0.49, then against 0.16
    expect(ann?.relativeBrier).toBeCloseTo((0.04 - 0.325 + (0.64 - 0.16)) / 2, 12)
    const logs = [0.8, 0.6, 0.3, 0.2].map((share) => -Math.log(share))
    const [of80 = 0, of60 = 0, of30 = 0, of20 = 0] = logs
    expect(ann?.relativeLog).toBeCloseTo((of80 - (of60 + of30) / 2 + (of20 - of60)) / 2, 12)
    expect(cleo?.relativeBrier).toBeCloseTo(0.49 - 0.1, 12)
    // the third has one forecaster, and no crowd
    expect(board.crowd?.predictions).toBe(2)
    expect(board.crowd?.brier).toBeCloseTo(((1 - 17 / 30) ** 2 + 0.6 ** 2) / 2, 12)
  })
  it('counts every prediction the same, however many episodes it had', () => {
    const board = leaderboardOf([prediction(0, { ann: 100 }, { until: 30 }), prediction(0, { ann: 0 })])
    expect(board.rows[0]?.brier).toBe(0.5)
  })
  it('says of a single forecaster that there is nothing to compare with, and has no crowd', () => {
    const board = leaderboardOf([prediction(0, { ann: 80 })])
    expect(board.rows).toMatchObject([{ member: 'ann', relativeBrier: null, relativeLog: null, compared: 0 }])
    expect(board.crowd).toBeNull()
  })
  it('does not list who has no score', () => {
    const late = prediction(0, { ann: 80 })
    const board = leaderboardOf([
      { ...late, given: [...late.given, { member: 'ben', interval: 7, odds: yes(90) }] },
      prediction(null, { cleo: 80 }),
    ])
    expect(board.rows.map(({ member }) => member)).toEqual(['ann'])
  })
  it('takes an outcome that is no option for none', () => {
    for (const outcome of [-1, 2, 0.5, Number.NaN])
      expect(leaderboardOf([prediction(outcome, { ann: 80 })]).rows).toEqual([])
  })
  it('is not changed by void predictions, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction, { maxLength: 8 }), (all) => {
        expect(leaderboardOf(all)).toEqual(leaderboardOf(all.filter(({ outcome }) => outcome !== null)))
      }),
    )
  })
  it('gives each the same, in whatever order members and predictions come', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction, { maxLength: 8 }), (all) => {
        const turned = all.toReversed().map((each) => ({
          ...each,
          given: ['dai', 'cleo', 'ben', 'ann'].flatMap((member) =>
            each.given.filter((given) => given.member === member),
          ),
        }))
        const [board, again] = [leaderboardOf(all), leaderboardOf(turned)]
        expect(again.rows).toHaveLength(board.rows.length)
        for (const row of board.rows) {
          const other = again.rows.find(({ member }) => member === row.member)
          expect(other).toMatchObject({
            rank: row.rank,
            predictions: row.predictions,
            compared: row.compared,
          })
          expect(other?.brier).toBeCloseTo(row.brier, 9)
        }
        expect(again.crowd?.brier ?? -1).toBeCloseTo(board.crowd?.brier ?? -1, 9)
      }),
    )
  })
})

describe('ranks', () => {
  it('are shared by equals, and the next one counts them all', () => {
    const rows = [0.3, 0.1 + 0.2, 0.1, 0.5].map((brier, nth) => ({ brier, nth }))
    expect(ranked(rows).map(({ nth, rank }) => [nth, rank])).toEqual([
      [2, 1],
      [0, 2],
      [1, 2],
      [3, 4],
    ])
  })
  it('put who guessed more often first among equals', () => {
    const rows = [3, 9, 5].map((predictions) => ({ brier: 0.2, predictions }))
    expect(ranked(rows).map(({ predictions, rank }) => [predictions, rank])).toEqual([
      [9, 1],
      [5, 1],
      [3, 1],
    ])
  })
})

describe('who saw it coming', () => {
  it('is everybody who gave odds, the nearest first, with the odds that stood last', () => {
    const some = prediction(0, { tomas: 25, you: 72, priya: 60 }, { until: 4 })
    if (some.outcome === null) throw new Error('it is settled')
    const changed = {
      ...some,
      outcome: some.outcome,
      given: [...some.given, { member: 'priya', interval: 3, odds: yes(100) }],
    }
    expect(sawItComing(changed).map(({ member, rank, odds }) => [member, rank, odds[0]])).toEqual([
      ['you', 1, 72],
      ['priya', 2, 100],
      ['tomas', 3, 25],
    ])
  })
  it('is nobody where nobody guessed', () => {
    expect(sawItComing({ id: 'x', outcome: 0, options: 2, from: 0, until: 3, given: [] })).toEqual([])
  })
})
