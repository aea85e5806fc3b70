import { once } from './once'

/** Odds that a member gave, in whole percents, one for every option. */
export interface Given<M> {
  readonly member: M
  /** The reach at which they were given: k is the time after episode k was seen and before the next one begins. */
  readonly interval: number
  readonly odds: readonly number[]
}

/** A prediction of which it is known what became of it; `given` lies in the order in which it was given. */
export interface Settled<M> {
  readonly id: string
  /** The option that came true, counted from 0. */
  readonly outcome: number
  readonly options: number
  /** The interval in which it was made. */
  readonly from: number
  /** The interval in which odds no longer count; one less than that is the last that does, and `from` always does. */
  readonly until: number
  readonly given: readonly Given<M>[]
}

/** A prediction that may have fallen through: a null outcome is void, and counts for nothing. */
export interface Judged<M> extends Omit<Settled<M>, 'outcome'> {
  readonly outcome: number | null
}

/** The odds that stand, by member. */
export type Standing<M> = ReadonlyMap<M, readonly number[]>

/** Intervals that follow each other and in which nobody changed their odds. */
export interface Span<M> {
  /** How many intervals, 1 at least. */
  readonly length: number
  readonly standing: Standing<M>
}

/** Odds over some intervals, for one forecaster. */
export interface Stretch {
  readonly length: number
  readonly odds: readonly number[]
}

/** Whether odds can be scored: a whole percent from 0 to 100 for every option, 100 together. */
function areOdds(odds: readonly number[], options: number): boolean {
  const whole = odds.every((each) => Number.isInteger(each) && each >= 0 && each <= 100)
  return odds.length === options && whole && odds.reduce((sum, each) => sum + each, 0) === 100
}

/** Whether a prediction has an outcome that is one of its options. Void is none of them. */
export function isSettled<M>(judged: Judged<M>): judged is Settled<M> {
  const { outcome, options } = judged
  return outcome !== null && Number.isInteger(outcome) && outcome >= 0 && outcome < options
}

/**
 * Which odds stood when: the life of a prediction, from the interval in which it was made to the last one before its
 * close, cut where somebody's odds changed. The odds that stand in an interval are the last ones given in it or in an
 * earlier one. What was given after the close does not count (Metaculus once counted it), and neither do odds that
 * do not fit the options, as those do that were given before its options changed.
 *
 * @returns at least one span; their lengths sum to max(until - from, 1)
 */
export const spansOf = once(function spans<M>({
  from,
  until,
  options,
  given,
}: Omit<Judged<M>, 'id' | 'outcome'>): readonly Span<M>[] {
  const end = Math.max(until, from + 1)
  const counting = given
    .map((each, turn) => ({ ...each, turn, at: Math.max(each.interval, from) }))
    .filter(({ at, odds }) => at < end && areOdds(odds, options))
  const starts = [...new Set([from, ...counting.map(({ at }) => at)])].sort((a, b) => a - b)
  const latest = new Map<M, (typeof counting)[number]>()
  return starts.map((start, nth) => {
    for (const each of counting) {
      const known = latest.get(each.member)
      // who moved the reading line back gave later odds in an earlier interval: the later ones stand from there on
      if (each.at === start && (!known || known.turn < each.turn)) latest.set(each.member, each)
    }
    const standing = new Map([...latest].map(([member, { odds }]) => [member, odds]))
    return { length: (starts[nth + 1] ?? end) - start, standing }
  })
})

/** The course of one forecaster's odds: the stretches in which `pick` finds any. */
export function courseOf<M>(
  spans: readonly Span<M>[],
  pick: (standing: Standing<M>) => readonly number[] | null,
): Stretch[] {
  return spans.flatMap(({ length, standing }) => {
    const odds = pick(standing)
    return odds ? [{ length, odds }] : []
  })
}

/** Picks a member's odds, for `courseOf`. */
export const oddsOf =
  <M>(member: M) =>
  (standing: Standing<M>): readonly number[] | null =>
    standing.get(member) ?? null

/** Everybody whose odds counted for a prediction, in the order in which they first did. */
export const forecastersOf = <M>(spans: readonly Span<M>[]): M[] => [...(spans.at(-1)?.standing.keys() ?? [])]
