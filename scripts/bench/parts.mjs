/** What the bench measures, in the order in which it does, and which of it was asked for. */
import { Refusal } from '../refusal.mjs'
import { BUNDLE, CALLS, MEMORY, MOVES, SCROLL, START, WATCH } from './app-parts.mjs'
import { HISTORY, MPV, NOTES, OPENING, RECAP, RELATIONS, SAVE, SCORES } from './core-parts.mjs'

/**
 * @typedef {object} Bench
 * @property {number} rounds how often the sides of a row take turns
 * @property {string} scratch a folder for libraries, removed at the end
 * @property {import('./run-app.mjs').App} ours the app; only for a part with `windows`
 * @property {import('./run-app.mjs').App} hello the least that could do the same; only for a part with `windows`
 *
 * @typedef {object} Measured
 * @property {import('./statistics.mjs').Row[]} [rows] of the table
 * @property {string} [line] below the table
 * @property {Record<string, unknown>} [numbers] for the file with results
 *
 * @typedef {object} Part
 * @property {string} name by which it is asked for
 * @property {string} title what is said while it is measured
 * @property {boolean} [windows] needs the built app, Electron and a display
 * @property {(bench: Bench) => Promise<Measured>} measure
 */

/** @type {readonly Part[]} */
export const PARTS = [
  START,
  MEMORY,
  CALLS,
  SAVE,
  NOTES,
  SCROLL,
  RELATIONS,
  OPENING,
  SCORES,
  HISTORY,
  MOVES,
  RECAP,
  WATCH,
  MPV,
  BUNDLE,
]

/**
 * @param {readonly Part[]} parts
 * @param {readonly string[]} names as given on the command line; none means all
 */
export function chooseParts(parts, names) {
  const unknown = names.find((name) => !parts.some((part) => part.name === name))
  if (unknown !== undefined) {
    const known = parts.map(({ name }) => name).join(', ')
    throw new Refusal(
      `The bench has no part '${unknown}'. Name one or more of ${known}, or none for all of them.`,
    )
  }
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name))
}
