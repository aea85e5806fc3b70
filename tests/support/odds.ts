import type { Given, Settled } from '@shared/boards/scoring'
import fc from 'fast-check'

/** Odds of yes/no. */
export const yes = (percent: number): number[] => [percent, 100 - percent]

export const gave = (member: string, interval: number, odds: readonly number[]): Given<string> => ({
  member,
  interval,
  odds,
})

/** A prediction of one interval that came true, unless said otherwise. */
export const settled = (over: Partial<Settled<string>> = {}): Settled<string> => ({
  id: 'a',
  outcome: 0,
  options: 2,
  from: 0,
  until: 1,
  given: [],
  ...over,
})

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Any whole percents for so many options, among them zeros and certainties. */
export const oddsFor = (options: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: options - 1, maxLength: options - 1 })
    .map((cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 100]
      return edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0))
    })

/** Two odds on the same options, and what came. */
export const said = fc.integer({ min: 2, max: 12 }).chain((options) =>
  fc.record({
    odds: oddsFor(options),
    other: oddsFor(options),
    outcome: fc.integer({ min: 0, max: options - 1 }),
  }),
)

export const PLAYERS = ['ann', 'ben', 'cleo', 'dai'] as const

/** Any settled prediction, with odds before, during and after its time. */
export const played: fc.Arbitrary<Settled<string>> = fc.integer({ min: 2, max: 5 }).chain((options) =>
  fc.record({
    id: fc.constant('a'),
    outcome: fc.integer({ min: 0, max: options - 1 }),
    options: fc.constant(options),
    from: fc.integer({ min: 0, max: 6 }),
    until: fc.integer({ min: 0, max: 12 }),
    given: fc.array(
      fc.record({
        member: fc.constantFrom(...PLAYERS),
        interval: fc.integer({ min: 0, max: 12 }),
        odds: oddsFor(options),
      }),
      { maxLength: 12 },
    ),
  }),
)
