import { meanOdds } from './rules'
import type { Standing } from './standing'

/**
 * What the crowd says: the mean of the odds that stand, option by option, every member weighing the same (the linear
 * opinion pool: M. Stone, "The Opinion Pool", 1961). Its Brier score is never worse than the mean of its members'
 * (A. Krogh and J. Vedelsby, 1995; S. Page's "diversity prediction theorem", 2007).
 *
 * @returns percents from 0 to 100 that sum to 100, not rounded; null when fewer than two members have odds
 */
export const crowdOf = <M>(standing: Standing<M>): number[] | null =>
  // whole percents are summed before they are divided, so that the order of members can make no difference
  standing.size < 2 ? null : meanOdds([...standing.values()])
