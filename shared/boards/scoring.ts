import { crowdOf } from './crowd'
import { once } from './once'
import { forecastersOf, type Settled, type Span, type Standing, spansOf } from './standing'

export type { Given, Judged, Settled } from './standing'

/** No option counts as less likely than this in the logarithmic score: half a percent, the edge of what rounds to 0. */
export const CLIP = 0.005

/**
 * The Brier score in its two-sided half form: 1/2 * sum over k of (p_k - o_k)^2, where p_k are the odds as shares of 1
 * and o_k is 1 for the outcome and 0 for the others. Yes/no comes out as (p - o)^2, so that yes/no, choices and bins
 * compare. Bins are taken as choices: a bin beside the right one is as wrong as one far away.
 *
 * Range 0 (certain and right) to 1 (certain and wrong); lower is better. Strictly proper. Half of what G. W. Brier
 * defined in "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78, 1950.
 *
 * @param odds percents that sum to 100, one for every option
 * @param outcome the option that came true, from 0
 */
export const brier = (odds: readonly number[], outcome: number): number =>
  odds.reduce((sum, percent, k) => sum + (percent / 100 - (k === outcome ? 1 : 0)) ** 2, 0) / 2

/**
 * The logarithmic score: -ln q, where q is the share that the outcome was given (I. J. Good, "Rational Decisions",
 * Journal of the Royal Statistical Society B 14, 1952). Lower is better, as with Brier.
 *
 * It is clipped: shares below `CLIP` are raised to it and all are divided by their new sum, so that they are odds
 * again. Without that, 0 % for what happens would cost infinity and no mean would ever recover. The consequences:
 * 0 % counts as just under half a percent, 100 % as just under 100 %, and odds without an option below half a percent
 * are scored as they stand. For odds in whole percents honesty remains the best on average.
 *
 * Range ln(1 + (K - 1) * CLIP) to that minus ln(CLIP), for K options: 0.005 to 5.303 for yes/no, 0.054 to 5.352 for
 * twelve. Unit: nats.
 *
 * @param odds percents that sum to 100, one for every option
 * @param outcome the option that came true, from 0
 */
export function logarithmic(odds: readonly number[], outcome: number): number {
  const shares = odds.map((percent) => Math.max(percent / 100, CLIP))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return Math.log(whole) - Math.log(shares[outcome] ?? CLIP)
}

/** The middle value, or the mean of the middle two; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** A forecaster's scores for one prediction. Lower is better in all of them. */
export interface Score {
  /** 0 to 1. */
  readonly brier: number
  /** Nats; see `logarithmic` for its range. */
  readonly log: number
  /** Against the median of the others, -1 to 1, below 0 is better than they; null when there was nobody else. */
  readonly relativeBrier: number | null
  /** The same in nats. */
  readonly relativeLog: number | null
}

const RULES = { brier, log: logarithmic } as const
type Rule = keyof typeof RULES

/** A span in which everybody's odds have been scored, by both rules. */
interface ScoredSpan<M> {
  readonly length: number
  readonly standing: Standing<M>
  readonly members: Readonly<Record<Rule, ReadonlyMap<M, number>>>
}

function scored<M>({ length, standing }: Span<M>, outcome: number): ScoredSpan<M> {
  const by = (rule: Rule) =>
    new Map([...standing].map(([member, odds]) => [member, RULES[rule](odds, outcome)]))
  return { length, standing, members: { brier: by('brier'), log: by('log') } }
}

/** A mean over intervals, and the same against the others: each as a sum and the intervals that are in it. */
function meansBy<M>(
  spans: readonly ScoredSpan<M>[],
  rule: Rule,
  own: (span: ScoredSpan<M>, rule: Rule) => number | null,
  isOther: (member: M) => boolean,
): { readonly own: number | null; readonly relative: number | null } {
  let [sum, length, against, compared] = [0, 0, 0, 0]
  for (const span of spans) {
    const value = own(span, rule)
    if (value === null) continue
    sum += span.length * value
    length += span.length
    const others: number[] = []
    for (const [member, other] of span.members[rule]) if (isOther(member)) others.push(other)
    const middle = median(others)
    if (middle === null) continue
    against += span.length * (value - middle)
    compared += span.length
  }
  return { own: length === 0 ? null : sum / length, relative: compared === 0 ? null : against / compared }
}

function scoreBy<M>(
  spans: readonly ScoredSpan<M>[],
  own: (span: ScoredSpan<M>, rule: Rule) => number | null,
  isOther: (member: M) => boolean,
): Score | null {
  const bySquares = meansBy(spans, 'brier', own, isOther)
  const byLog = meansBy(spans, 'log', own, isOther)
  if (bySquares.own === null || byLog.own === null) return null
  return {
    brier: bySquares.own,
    log: byLog.own,
    relativeBrier: bySquares.relative,
    relativeLog: byLog.relative,
  }
}

/**
 * Everybody's scores for a prediction, weighted by episodes as Fatebook weighs by days: the mean, over the intervals
 * from a member's first odds to the close, of the score of the odds that stood in each. Who comes late is scored for
 * the intervals since then.
 *
 * The relative ones take, in each interval, the median of the scores of the *others* whose odds stand then, subtract
 * it from the member's own, and average over the intervals that had others. (Good Judgment Open and Fatebook take the
 * median of all, oneself included, which halves every distance between two people.) With a single forecaster there is
 * nobody to compare with and they are null.
 *
 * @returns by member; who gave no odds that count is not in it
 */
export const scoresOf = once(function scores<M>(settled: Settled<M>): ReadonlyMap<M, Score> {
  const spans = spansOf(settled)
  const inEach = spans.map((span) => scored(span, settled.outcome))
  const found = new Map<M, Score>()
  for (const member of forecastersOf(spans)) {
    const score = scoreBy(
      inEach,
      ({ members }, rule) => members[rule].get(member) ?? null,
      (other) => other !== member,
    )
    if (score) found.set(member, score)
  }
  return found
})

/**
 * The scores of the crowd as a forecaster of its own, over the intervals in which two members at least had odds. Its
 * others are the members themselves.
 *
 * @returns null when there never were two
 */
export const crowdScoreOf = once(function crowdScore<M>(settled: Settled<M>): Score | null {
  const { outcome } = settled
  return scoreBy(
    spansOf(settled).map((span) => scored(span, outcome)),
    ({ standing }, rule) => {
      const odds = crowdOf(standing)
      return odds && RULES[rule](odds, outcome)
    },
    () => true,
  )
})
