import { crowdOf } from './crowd'
import { oddsOf, type Settled, type Standing, spansOf } from './standing'

/** One thing that was said, and whether it came. */
export interface Forecast {
  /** 0 to 100, in percent. */
  readonly said: number
  readonly came: boolean
}

/** Where somebody's words meet the facts: what they said on average in one bin, and how often it came. */
export interface Dot {
  /** The mean of what was said, in percent. */
  readonly said: number
  /** How much of it came, 0 to 1. */
  readonly share: number
  /** How many forecasts, 1 at least. A dot is never shown without. */
  readonly n: number
  /** The 95 % interval around `share`, 0 to 1. */
  readonly low: number
  readonly high: number
}

export const BINS = 5
/** The normal quantile at 0.975: 95 % lie within. */
const Z = 1.959963984540054

/**
 * The Wilson score interval of a proportion, at 95 % and without a correction for continuity (E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927; method 3 of R. G. Newcombe, Statistics
 * in Medicine 17, 1998): (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param came how many, 0 to n
 * @param n of how many; of none nothing is known, and the interval is 0 to 1
 * @returns two shares with 0 <= low <= came / n <= high <= 1
 */
export function wilson(came: number, n: number): { readonly low: number; readonly high: number } {
  const p = came / n
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n)
  // at the ends, and of nothing, the limit is the end itself, which the square root misses by a digit
  return { low: came === 0 ? 0 : centre - half, high: came === n ? 1 : centre + half }
}

/**
 * The odds of one prediction as forecasts. Of two options the first is one forecast ("70 % that it comes"); the second
 * would say the same again. Of more options each is a forecast.
 */
export function forecastsIn(odds: readonly number[], outcome: number): Forecast[] {
  const said = odds.length === 2 ? odds.slice(0, 1) : odds
  return said.map((percent, option) => ({ said: percent, came: option === outcome }))
}

const lastOf = <M>(
  settled: Settled<M>,
  pick: (standing: Standing<M>) => readonly number[] | null,
): Forecast[] => {
  const last = spansOf(settled).at(-1)
  const odds = last ? pick(last.standing) : null
  return odds ? forecastsIn(odds, settled.outcome) : []
}

/** What a member said last before each prediction closed. */
export const forecastsOf = <M>(settled: readonly Settled<M>[], member: M): Forecast[] =>
  settled.flatMap((each) => lastOf(each, oddsOf(member)))

/** What the crowd said last before each prediction closed. */
export const crowdForecastsOf = <M>(settled: readonly Settled<M>[]): Forecast[] =>
  settled.flatMap((each) => lastOf(each, crowdOf))

/**
 * Calibration: of everything to which somebody gave about 70 %, about 70 % should come. Five bins of equal width, from
 * 0, 20, 40, 60 and 80 %, an edge belonging to the bin above it, and 100 % to the last.
 *
 * Only the odds that stood last before the close enter, so that a prediction does not count more because its odds were
 * changed more often. Every option of a choice, and every bin of a number, counts as one forecast. These are not
 * independent of each other: exactly one of them comes. The interval takes them as if they were, so for choices it is
 * somewhat too narrow, and choices with many options fill the lowest bin. For yes/no it is what it says.
 *
 * @returns the bins that hold something, from low to high; at most five
 */
export function calibrationOf(forecasts: readonly Forecast[]): Dot[] {
  return Array.from({ length: BINS }, (_, bin) =>
    forecasts.filter(({ said }) => Math.min(BINS - 1, Math.floor((said * BINS) / 100)) === bin),
  )
    .filter((held) => held.length > 0)
    .map((held) => {
      const n = held.length
      const came = held.filter((each) => each.came).length
      const said = held.reduce((sum, each) => sum + each.said, 0) / n
      return { said, share: came / n, n, ...wilson(came, n) }
    })
}

/** A sentence is made of no fewer forecasts than this. */
export const LEAST_SAID = 5
/** What differs by less than this many percent is close. */
export const CLOSE = 10

/** What a sentence can say of a calibration: "When you say 70 %, it happens 60 % of the time." */
export interface Habit {
  /** The dot that is furthest from what it says. */
  readonly dot: Dot
  /** It is off by less than `CLOSE`. */
  readonly close: boolean
  /** What was said lies outside of the interval of what came: it is hardly chance. */
  readonly clear: boolean
  /** How many other dots hold enough to be spoken of, and whether all of them are close. */
  readonly others: number
  readonly othersClose: boolean
}

const gapOf = ({ said, share }: Dot): number => Math.abs(said - 100 * share)

/**
 * Finds what is worth saying of a calibration: the dot with the widest gap between what was said and what came, among
 * those with `LEAST_SAID` forecasts at least.
 *
 * @returns null when no bin holds so many
 */
export function habitOf(dots: readonly Dot[]): Habit | null {
  const [dot, ...others] = dots.filter(({ n }) => n >= LEAST_SAID).toSorted((a, b) => gapOf(b) - gapOf(a))
  if (!dot) return null
  return {
    dot,
    close: gapOf(dot) < CLOSE,
    clear: dot.said / 100 < dot.low || dot.said / 100 > dot.high,
    others: others.length,
    othersClose: others.every((other) => gapOf(other) < CLOSE),
  }
}
