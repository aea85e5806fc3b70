/** The arithmetic of the bench: medians of ratios taken within one round, so that a slow minute cancels out. */

/** @param {readonly number[]} values at least one @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {readonly number[]} values @param {number} share 0 to 1 @returns {number} 0 for no values */
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/**
 * @typedef {object} Row
 * @property {string} name what was measured
 * @property {string} unit
 * @property {number} ours median over the rounds
 * @property {number} baseline median over the rounds
 * @property {number} ratio median of each round's ours ÷ baseline
 * @property {number | null} goal the ratio that is aimed at, at most
 * @property {boolean} noisy the same thing measured twice differed by more than `NOISE`
 * @property {number} [again] median of each round's baseline ÷ baseline (the A/A row)
 */

/** Two measurements of one thing that differ by more than this say that the machine was busy. */
export const NOISE = 0.1

/**
 * @param {{ name: string, unit: string, goal: number | null }} what
 * @param {readonly { ours: number, baseline: number, again: number }[]} rounds the first is a warm-up and is dropped
 * @returns {Row}
 */
export function summarise({ name, unit, goal }, rounds) {
  const counted = rounds.slice(1)
  const again = median(counted.map((round) => round.again / round.baseline))
  return {
    name,
    unit,
    ours: median(counted.map(({ ours }) => ours)),
    baseline: median(counted.map(({ baseline }) => baseline)),
    ratio: median(counted.map(({ ours, baseline, again: second }) => ours / Math.sqrt(baseline * second))),
    goal,
    again,
    noisy: Math.abs(again - 1) > NOISE,
  }
}

/**
 * A row of something that has a budget of time instead of a baseline.
 *
 * @param {string} name
 * @param {number} ours milliseconds
 * @param {number} budget milliseconds
 * @returns {Row}
 */
export const budgetRow = (name, ours, budget) => ({
  name,
  unit: 'ms',
  ours,
  baseline: budget,
  ratio: ours / budget,
  goal: 1,
  noisy: false,
})

const number = (/** @type {number} */ value) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3)

/** @param {readonly Row[]} rows @returns {string} a table for a terminal */
export function table(rows) {
  const head = ['measure', 'ours', 'baseline', 'ratio', 'goal', 'A/A', '']
  const lines = rows.map(({ name, unit, ours, baseline, ratio, goal, again, noisy }) => [
    name,
    `${number(ours)} ${unit}`,
    `${number(baseline)} ${unit}`,
    number(ratio),
    goal === null ? '' : `≤ ${goal.toFixed(2)}`,
    again === undefined ? '' : number(again),
    [noisy ? 'NOISY' : '', goal !== null && ratio > goal ? 'OVER' : ''].filter(Boolean).join(' '),
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)))
  const format = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join('  ')
      .trimEnd()
  return [format(head), ...lines.map(format)].join('\n')
}
