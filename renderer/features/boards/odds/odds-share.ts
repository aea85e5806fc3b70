import type { Odds } from '@shared/boards/odds-schema'

/** All of the odds, in percent. */
const WHOLE = 100

/** Shares a whole percentage by weights, the largest remainders first; without weights, evenly. */
function shared(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = weights.map((weight) =>
    total > 0 ? (amount * weight) / total : weights.length > 0 ? amount / weights.length : 0,
  )
  const whole = parts.map(Math.floor)
  let left = amount - whole.reduce((sum, part) => sum + part, 0)
  const byRemainder = parts
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder) {
    if (left <= 0) break
    whole[at] = (whole[at] ?? 0) + 1
    left -= 1
  }
  return whole
}

/** Odds that say nothing: every option alike. */
export const evenOdds = (options: number): Odds =>
  shared(
    WHOLE,
    Array.from({ length: options }, () => 1),
  )

/** Odds of a yes/no card from the percentage of yes. */
export const yesOdds = (yes: number): Odds => {
  const percent = Math.min(WHOLE, Math.max(0, Math.round(yes)))
  return [percent, WHOLE - percent]
}

/**
 * Odds after one option was given a percentage. They always sum to 100: what is left goes to the options that have
 * not been set yet, as they stand to each other; when those have nothing to give, the others make room.
 *
 * @param set the options that the person has set already; the one that changes may be among them
 */
export function setShare(odds: Odds, set: ReadonlySet<number>, option: number, percent: number): Odds {
  const value = Math.min(WHOLE, Math.max(0, Math.round(percent)))
  const others = odds.map((_, at) => at).filter((at) => at !== option)
  const kept = others.filter((at) => set.has(at))
  const free = others.filter((at) => !set.has(at))
  const keptSum = kept.reduce((sum, at) => sum + (odds[at] ?? 0), 0)
  const next = [...odds]
  next[option] = value
  const spread = (into: readonly number[], amount: number) => {
    const parts = shared(
      amount,
      into.map((at) => odds[at] ?? 0),
    )
    for (const [turn, at] of into.entries()) next[at] = parts[turn] ?? 0
  }
  if (free.length > 0 && value + keptSum <= WHOLE) spread(free, WHOLE - value - keptSum)
  else {
    for (const at of free) next[at] = 0
    spread(kept, WHOLE - value)
  }
  return next
}

/** How much the options share that have not been set, in percent. */
export const leftToShare = (odds: Odds, set: ReadonlySet<number>): number =>
  odds.reduce((sum, percent, at) => (set.has(at) ? sum : sum + percent), 0)
