export interface Scale {
  /** A place between 0, the foot of the chart, and 1, its head. */
  readonly place: (value: number) => number
  /** The values at which a line is drawn. */
  readonly ticks: readonly number[]
}

/** From this ratio between the highest and the lowest value on, equal steps would squash the low ones into one. */
const LOG_FROM = 20
const MOST_TICKS = 4
/** Below this the values of a tracker are all the same. */
const SMALLEST = 1e-9

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_value, index) => from + index)

function logScale(low: number, high: number): Scale {
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))]
  const every = Math.ceil((last - first + 1) / MOST_TICKS)
  return {
    place: (value) => Math.log10(Math.max(value, low) / low) / Math.log10(high / low),
    ticks: range(first, last)
      .filter((power) => (last - power) % every === 0)
      .map((power) => 10 ** power),
  }
}

/** The smallest of 1, 2, 5, 10, 20 … that makes few enough steps. */
function stepFor(span: number): number {
  const rough = span / (MOST_TICKS - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? power * 10
}

/**
 * The scale that a tracker's values are drawn on: in tenfolds where they grow that much, else in equal steps, with
 * zero on it.
 *
 * @param values at least one
 */
export function scaleFor(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low > SMALLEST && high / low >= LOG_FROM) return logScale(low, high)
  const foot = Math.min(0, low)
  // all at zero, or so near that no axis could tell: one step is as good as any
  const head = Math.max(0, high) - foot < SMALLEST ? foot + 1 : Math.max(0, high)
  const step = stepFor(head - foot)
  const first = Math.floor(foot / step)
  const last = Math.max(first + 1, Math.ceil(head / step))
  const [bottom, top] = [first * step, last * step]
  return {
    place: (value) => (value - bottom) / (top - bottom),
    ticks: range(first, last).map((index) => index * step),
  }
}
