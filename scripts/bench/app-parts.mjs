/** The parts of the bench that run the built app, in its windows. */
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from '../paths.mjs'
import { measureMoves } from './boards-move.mjs'
import { answerLine, moveLine, watchLines } from './lines.mjs'
import { measurement } from './measurement.mjs'
import { SCROLL_NOTES } from './notes-scroll.mjs'
import { pssOf, runApp } from './run-app.mjs'
import { median, summarise } from './statistics.mjs'
import { measureWatch } from './watch.mjs'

/** @typedef {import('./parts.mjs').Part} Part */

const IDLE_MS = 4000
const BUNCH = 20
const BUNCHES = 40
/** What is waited for at a start: rows of the front page that come from the database, and the least app's one word. */
const rowsOf = (/** @type {boolean} */ isOurs) => (isOurs ? 'main li' : 'main')

/** Resolves with the moment (ms since the epoch) at which the first page had all its answers. */
const ANSWERS = `new Promise((resolve) => {
  const look = () => {
    const [mark] = performance.getEntriesByName('entracte:alive')
    if (mark) resolve(performance.timeOrigin + mark.startTime)
    else setTimeout(look, 10)
  }
  look()
})`

/**
 * Resolves with the median duration of a call, in milliseconds, after as many to warm up. Calls are timed in
 * bunches: a page's clock is too coarse for one.
 *
 * @param {string} call
 */
const calls = (call) => `(async () => {
  const bunch = async () => {
    const started = performance.now()
    for (let n = 0; n < ${BUNCH}; n += 1) await ${call}
    return (performance.now() - started) / ${BUNCH}
  }
  for (let n = 0; n < ${BUNCHES}; n += 1) await bunch()
  const took = []
  for (let n = 0; n < ${BUNCHES}; n += 1) took.push(await bunch())
  return took.sort((a, b) => a - b)[took.length >> 1]
})()`

/** @template T @param {number} count @param {() => Promise<T>} measure @returns {Promise<T[]>} */
async function inRounds(count, measure) {
  const results = []
  for (let round = 0; round < count; round += 1) results.push(await measure())
  return results
}

/**
 * Two apps in turns, the least one before and after ours.
 *
 * @param {import('./parts.mjs').Bench} bench
 * @param {(app: import('./run-app.mjs').App, isOurs: boolean) => Promise<number>} measure
 */
const inTurns = ({ rounds, ours, hello }, measure) =>
  inRounds(rounds, async () => ({
    baseline: await measure(hello, false),
    ours: await measure(ours, true),
    again: await measure(hello, false),
  }))

/** @type {Part} */
export const START = {
  name: 'start',
  title: 'Starting both apps',
  windows: true,
  measure: async (bench) => {
    const answers = /** @type {number[]} */ ([])
    const took = await inTurns(bench, async (app, isOurs) => {
      const rows = rowsOf(isOurs)
      const { value, startedAt, paintedAt } = await runApp(app, isOurs ? ANSWERS : '0', { rows })
      if (isOurs) answers.push(value - startedAt)
      return paintedAt - startedAt
    })
    const answering = median(answers.slice(1))
    return {
      rows: [summarise({ name: 'first rows painted ÷ hello world', unit: 'ms', goal: 1.2 }, took)],
      line: answerLine(answering),
      numbers: { answering },
    }
  },
}

/** @type {Part} */
export const MEMORY = {
  name: 'memory',
  title: 'Leaving both apps alone',
  windows: true,
  measure: async (bench) => {
    const idle = { idleMs: IDLE_MS, measure: pssOf }
    const held = await inTurns(
      bench,
      async (app, isOurs) =>
        (await runApp(app, isOurs ? ANSWERS : '0', { ...idle, rows: rowsOf(isOurs) })).value,
    )
    return { rows: [summarise({ name: 'idle memory (PSS) ÷ hello world', unit: 'MiB', goal: 1.2 }, held)] }
  },
}

/** @type {Part} */
export const CALLS = {
  name: 'calls',
  title: 'Calling through the bridge and the core',
  windows: true,
  measure: async (bench) => {
    // the same question and the same answer on both sides: what differs is the way
    const ask = (/** @type {boolean} */ isOurs) =>
      calls(`window.${isOurs ? 'entracte' : 'hello'}.call({ method: 'settings.read', input: undefined })`)
    const took = await inTurns(bench, async (app, isOurs) => (await runApp(app, ask(isOurs))).value)
    const what = { name: 'call through bridge and core ÷ bare invoke (p50)', unit: 'ms', goal: 2 }
    return { rows: [summarise(what, took)] }
  },
}

/** @type {Part} */
export const SCROLL = {
  name: 'scroll',
  title: 'Scrolling a hundred thousand notes',
  windows: true,
  measure: async ({ rounds, scratch, ours }) => {
    const { fillLibrary } = await measurement('notes.ts')
    const many = { ...ours, userData: path.join(scratch, 'many') }
    await mkdir(many.userData, { recursive: true })
    await fillLibrary(path.join(many.userData, 'entracte.db'))
    const frames = await inRounds(
      rounds,
      async () => /** @type {any} */ ((await runApp(many, SCROLL_NOTES)).value),
    )
    return {
      rows: [summarise({ name: 'scroll frame p95 ÷ raw DOM windowing', unit: 'ms', goal: 1.2 }, frames)],
    }
  },
}

/** @type {Part} */
export const MOVES = {
  name: 'moves',
  title: 'Moving cards on a board of five thousand',
  windows: true,
  measure: async ({ scratch, ours: { executable } }) => {
    const { fillBoardLibrary } = await measurement('boards.ts')
    const userData = path.join(scratch, 'board')
    await mkdir(userData, { recursive: true })
    await fillBoardLibrary(path.join(userData, 'entracte.db'))
    const moves = await measureMoves({ executable, userData })
    return { line: moveLine(moves), numbers: { moves } }
  },
}

/** @type {Part} */
export const WATCH = {
  name: 'watch',
  title: 'Writing while an episode runs',
  windows: true,
  measure: async ({ ours: { executable, userData } }) => {
    const watch = await measureWatch({ executable, userData })
    return { line: watchLines(watch), numbers: { watch } }
  },
}

/** What the page loads before its first paint. @type {Part} */
export const BUNDLE = {
  name: 'bundle',
  title: 'Weighing the first page',
  windows: true,
  measure: async () => {
    const folder = inProject('out', 'renderer')
    const html = await readFile(path.join(folder, 'index.html'), 'utf8')
    const names = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1])
    const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
    const bytes = contents.reduce((sum, content) => sum + content.length, 0)
    const gzip = contents.reduce((sum, content) => sum + gzipSync(content).length, 0)
    const kib = (/** @type {number} */ size) => `${(size / 1024).toFixed(0)} KiB`
    return {
      line: `first route: ${contents.length} files, ${kib(bytes)}, ${kib(gzip)} compressed`,
      numbers: { bundle: { files: contents.length, bytes, gzip } },
    }
  },
}
