/** What the bench says below its table: numbers that have a budget of time instead of a baseline. */

/** @typedef {{ p50: number, p95: number }} Spread in milliseconds */

/** Within a frame at 60 Hz; within what feels like at once. */
const KEY_MS = 16
const CALL_MS = 150

const spread = (/** @type {Spread} */ { p50, p95 }) => `${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`
const verdict = (/** @type {number} */ p95, /** @type {number} */ budget) =>
  p95 > budget ? ` OVER ${budget} ms` : ` (≤ ${budget} ms)`

/** @param {number} ms since the app was started */
export const answerLine = (ms) =>
  `the first page has all its answers, and what was pressed meanwhile is answered: after ${ms.toFixed(0)} ms`

/** @param {{ budget: number } & Record<'call' | 'whole' | 'first' | 'callOfBeats' | 'minute', Spread>} recap */
export function recapLines({ budget, call, whole, first, callOfBeats, minute }) {
  return [
    `recap of 200 episodes and 5,000 facts: a call ${spread(call)}${verdict(call.p95, budget)}; all of it ${spread(whole)}${verdict(whole.p95, budget)}, the first time ${spread(first)}`,
    `recap of 200 episodes and 5,000 beats: a call ${spread(callOfBeats)}; its minute ${spread(minute)}`,
  ].join('\n')
}

/** @param {number} ms the median */
export const placingLine = (ms) =>
  `sixty roles with two hundred lines are placed on the map in ${ms.toFixed(0)} ms, once for each answer`

/** @param {{ budget: number, measured: Spread | null }} mpv */
export function mpvLine({ budget, measured }) {
  if (measured === null) return 'mpv position error: left out, mpv is not on this machine'
  const { p50, p95 } = measured
  return `mpv position error against its time-pos: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${verdict(p95, budget)}`
}

/** @param {Record<'key' | 'overlay', Spread>} watch */
export function watchLines({ key, overlay }) {
  const line = (/** @type {string} */ name, /** @type {Spread} */ { p50, p95 }, /** @type {number} */ goal) =>
    `${name}: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${verdict(p95, goal)}`
  return [
    line('a key in the capture line, until it can be drawn', key, KEY_MS),
    line('the overlay, from its call to the caret', overlay, CALL_MS),
  ].join('\n')
}

/** @param {Spread & { delayed: number }} moves */
export function moveLine({ p50, p95, delayed }) {
  return `a key that moves one of 5,000 cards, until it can be drawn: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${verdict(p95, KEY_MS)}; a key waits for the last one ${delayed.toFixed(1)} ms`
}

/** @param {{ budget: number, measured: Record<string, { first: number, again: number, afterStep: number }> }} scores */
export const scoreLines = ({ budget, measured }) =>
  Object.entries(measured)
    .map(
      ([method, { first, again, afterStep }]) =>
        `${method} with 3,000 of 5,000 cards decided: ${again.toFixed(1)} ms${verdict(again, budget)}, after a step ${afterStep.toFixed(1)} ms${verdict(afterStep, budget)}, the first time ${first.toFixed(1)} ms`,
    )
    .join('\n')
