import { once } from './once'
import { crowdScoreOf, type Judged, type Score, type Settled, scoresOf } from './scoring'
import { isSettled, spansOf } from './standing'

/** Scores this close are the same: sums of fractions differ in their last digits by the order they are added in. */
const SAME = 1e-9

/** The means of a forecaster's scores; every prediction counts the same, however many intervals it had. */
export interface Means extends Score {
  /** How many predictions were scored. */
  readonly predictions: number
  /** In how many of them there was somebody to compare with: the relative means are over these. */
  readonly compared: number
}

export interface Row<M> extends Means {
  readonly member: M
  /** From 1; see `ranked`. */
  readonly rank: number
}

export interface Leaderboard<M> {
  readonly rows: readonly Row<M>[]
  /** Null while no prediction had two forecasters. It has no rank: it is in nobody's way. */
  readonly crowd: Means | null
}

/**
 * Puts forecasters in order by their Brier scores, the lowest first. Equal scores (to 1e-9) share a rank, and the next
 * rank counts them all: 1, 2, 2, 4. Among equals those with more predictions come first; then they stay as they were.
 */
export function ranked<T extends { readonly brier: number; readonly predictions?: number }>(
  forecasters: readonly T[],
): (T & { readonly rank: number })[] {
  const rankOf = ({ brier }: T) => 1 + forecasters.filter((other) => other.brier < brier - SAME).length
  return forecasters
    .map((each) => ({ ...each, rank: rankOf(each) }))
    .sort((a, b) => a.rank - b.rank || (b.predictions ?? 0) - (a.predictions ?? 0))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const meanOrNull = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : mean(known)
}

/** The means over some predictions; null of none. */
export function meansOf(scores: readonly Score[]): Means | null {
  if (scores.length === 0) return null
  return {
    brier: mean(scores.map(({ brier }) => brier)),
    log: mean(scores.map(({ log }) => log)),
    relativeBrier: meanOrNull(scores.map(({ relativeBrier }) => relativeBrier)),
    relativeLog: meanOrNull(scores.map(({ relativeLog }) => relativeLog)),
    predictions: scores.length,
    compared: scores.filter(({ relativeBrier }) => relativeBrier !== null).length,
  }
}

/**
 * Who guesses how well over some predictions. Void ones change nothing. Members without a score are not listed.
 * Scores over different predictions compare only so far: `predictions` says how many, and the relative scores are
 * there because some predictions are harder than others.
 */
export function leaderboardOf<M>(predictions: readonly Judged<M>[]): Leaderboard<M> {
  const settled = predictions.filter(isSettled)
  const byMember = new Map<M, Score[]>()
  for (const prediction of settled) {
    for (const [member, score] of scoresOf(prediction)) {
      const known = byMember.get(member)
      if (known) known.push(score)
      else byMember.set(member, [score])
    }
  }
  const rows = [...byMember].flatMap(([member, scores]) => {
    const means = meansOf(scores)
    return means ? [{ member, ...means }] : []
  })
  const crowd = settled.map(crowdScoreOf).filter((score) => score !== null)
  return { rows: ranked(rows), crowd: meansOf(crowd) }
}

/** How near one member came to one outcome. */
export interface Seer<M> extends Score {
  readonly member: M
  /** From 1; see `ranked`. */
  readonly rank: number
  /** The odds that stood last before the close, in percent. */
  readonly odds: readonly number[]
}

/**
 * Who saw it coming: everybody who gave odds on one settled prediction, the nearest first. The order is that of the
 * Brier scores over all intervals, so that an early true guess is worth more than a late one.
 */
export const sawItComing = once(function seers<M>(settled: Settled<M>): readonly Seer<M>[] {
  const last = spansOf(settled).at(-1)?.standing
  return ranked(
    [...scoresOf(settled)].map(([member, score]) => ({ member, ...score, odds: last?.get(member) ?? [] })),
  )
})
