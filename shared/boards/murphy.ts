import { type Forecast, forecastsIn } from './calibration'
import { crowdOf } from './crowd'
import { courseOf, oddsOf, type Settled, type Standing, spansOf } from './standing'

/** Where a Brier score comes from: `brier` = `reliability` - `resolution` + `uncertainty`. */
export interface Decomposition {
  /** The mean Brier score, the same number as on the leaderboard. */
  readonly brier: number
  /** How far what was said lies from what came of it, 0 or more. Lower is better. */
  readonly reliability: number
  /** How well what was said told apart what came and what did not, 0 to `uncertainty`. Higher is better. */
  readonly resolution: number
  /** How open the questions were: the score of always saying how often such things come. Nobody's doing. */
  readonly uncertainty: number
  readonly predictions: number
}

interface Weighed extends Forecast {
  readonly weight: number
}

/**
 * Murphy's decomposition (A. H. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied
 * Meteorology 12, 1973), over forecasts grouped by the value that was said, each value a group of its own, so that it
 * holds exactly: with w_g the weight of a group over the number of predictions, v_g what was said as a share, o_g how
 * much of it came and o how much came in all,
 *
 *   reliability = sum w_g (v_g - o_g)², resolution = sum w_g (o_g - o)², uncertainty = (sum w_g) o (1 - o).
 *
 * @param predictions how many predictions the forecasts are from, 1 at least
 */
function decompose(forecasts: readonly Weighed[], predictions: number): Decomposition {
  const groups = new Map<number, { weight: number; came: number }>()
  for (const { said, came, weight } of forecasts) {
    const group = groups.get(said) ?? { weight: 0, came: 0 }
    groups.set(said, { weight: group.weight + weight, came: group.came + (came ? weight : 0) })
  }
  let [weight, came, brier] = [0, 0, 0]
  for (const each of forecasts) {
    weight += each.weight
    if (each.came) came += each.weight
    brier += each.weight * (each.said / 100 - (each.came ? 1 : 0)) ** 2
  }
  const base = came / weight
  let [reliability, resolution] = [0, 0]
  for (const [said, group] of groups) {
    const share = group.came / group.weight
    reliability += group.weight * (said / 100 - share) ** 2
    resolution += group.weight * (share - base) ** 2
  }
  return {
    brier: brier / predictions,
    reliability: reliability / predictions,
    resolution: resolution / predictions,
    uncertainty: (weight * base * (1 - base)) / predictions,
    predictions,
  }
}

function weighed<M>(
  settled: Settled<M>,
  pick: (standing: Standing<M>) => readonly number[] | null,
): Weighed[] {
  const course = courseOf(spansOf(settled), pick)
  const whole = course.reduce((sum, { length }) => sum + length, 0)
  // of more than two options each is squared by itself, and the half form of the score halves them all
  const share = settled.options === 2 ? 1 : 0.5
  return course.flatMap(({ length, odds }) =>
    forecastsIn(odds, settled.outcome).map((forecast) => ({ ...forecast, weight: (share * length) / whole })),
  )
}

function decompositionBy<M>(
  settled: readonly Settled<M>[],
  pick: (standing: Standing<M>) => readonly number[] | null,
): Decomposition | null {
  const parts = settled.map((each) => weighed(each, pick)).filter((forecasts) => forecasts.length > 0)
  return parts.length === 0 ? null : decompose(parts.flat(), parts.length)
}

/**
 * A member's Brier score taken apart. All odds that stood enter, weighted by their intervals as in the score, so that
 * the three parts sum to the number on the leaderboard; calibration, by contrast, looks at the last odds only. The
 * parts of few predictions are coarse: with every value said once, resolution equals uncertainty whatever was said.
 *
 * @returns null for a member without a score
 */
export const decompositionOf = <M>(settled: readonly Settled<M>[], member: M): Decomposition | null =>
  decompositionBy(settled, oddsOf(member))

/** The crowd's Brier score taken apart; null when there never were two forecasters. */
export const crowdDecompositionOf = <M>(settled: readonly Settled<M>[]): Decomposition | null =>
  decompositionBy(settled, crowdOf)
