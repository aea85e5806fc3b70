/**
 * `npm run bench`: how the app stands beside the least that could do the same, in ratios that were measured
 * in one run on one machine. Sides take turns; the first round is dropped; the same baseline is measured
 * twice a round (A/A), and a row whose two baselines differ by more than a tenth is marked NOISY.
 *
 * What a baseline is: `bench/hello` is the same Electron with the same switches, a window of the same size,
 * without a frame and with the same sandbox, shown when it is ready, and a page of one word from a file; it has
 * no database, no worker and no scheme of its own. Its end is the second frame after its word is there, and
 * ours the second frame after the first row is. Ours runs from sources, but like an installed app: it does not
 * check the answers that it gives. A save is measured beside the same row, committed to the same file.
 *
 * Writes bench-results/results.json.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { measureMoves } from './bench/boards-move.mjs'
import { SCROLL_NOTES } from './bench/notes-scroll.mjs'
import { pssOf, runApp } from './bench/run-app.mjs'
import { summarise, table } from './bench/statistics.mjs'
import { measureWatch } from './bench/watch.mjs'
import { buildApp } from './build/build.mjs'
import { inProject, projectFolder } from './paths.mjs'
import { openDisplay } from './prepare/display.mjs'
import { preparePlayers } from './prepare/player-programs.mjs'
import { prepare } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'
import { say, working } from './say.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 8)
const IDLE_MS = 4000
const BUNCH = 20
const BUNCHES = 40

/** Resolves with the moment (ms since the epoch) at which the element was on screen. */
const painted = (/** @type {string} */ selector) => `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
    : requestAnimationFrame(look)
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

/** Rows of the front page that come from the database. */
const FIRST_ROWS = 'main li'
const START = `window.entracte.call({ method: 'exchange.start', input: { packId: 'emily-in-paris', watchedThrough: 10 } }).then(({ ok }) => ok)`

/** @template T @param {(round: number) => Promise<T>} measure @returns {Promise<T[]>} */
async function rounds(measure) {
  const results = []
  for (let round = 0; round < ROUNDS; round += 1) results.push(await measure(round))
  return results
}

/** A measurement that is written in TypeScript. @param {string} name its file in `bench/` */
async function measurement(name) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inProject('scripts', 'bench', name), {
    resolve: { alias: { '@shared': inProject('shared') } },
    logLevel: 'error',
  })
  return module
}

/** @returns {Promise<{ files: number, bytes: number, gzip: number }>} what the page loads before its first paint */
async function firstRoute() {
  const folder = inProject('out', 'renderer')
  const html = await readFile(path.join(folder, 'index.html'), 'utf8')
  const names = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1])
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
  return {
    files: contents.length,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzip: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  }
}

/** @param {{ budget: number } & Record<'call' | 'whole' | 'first' | 'callOfBeats' | 'minute', { p50: number, p95: number }>} recap */
function recapLines({ budget, call, whole, first, callOfBeats, minute }) {
  const spread = (/** @type {{ p50: number, p95: number }} */ { p50, p95 }) =>
    `${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`
  const verdict = call.p95 > budget ? ` OVER ${budget} ms` : ` (≤ ${budget} ms)`
  return [
    `recap of 200 episodes and 5,000 facts: a call ${spread(call)}${verdict}; all of it ${spread(whole)}, the first time ${spread(first)}`,
    `recap of 200 episodes and 5,000 beats: a call ${spread(callOfBeats)}; its minute ${spread(minute)}`,
  ].join('\n')
}

/** @param {{ budget: number, measured: { p50: number, p95: number } | null }} mpv */
function mpvLine({ budget, measured }) {
  if (measured === null) return 'mpv position error: left out, mpv is not on this machine'
  const verdict = measured.p95 > budget ? ` OVER ${budget} ms` : ` (≤ ${budget} ms)`
  return `mpv position error against its time-pos: ${measured.p50.toFixed(1)} ms, p95 ${measured.p95.toFixed(1)} ms${verdict}`
}

/** Within a frame at 60 Hz; within what feels like at once. */
const KEY_MS = 16
const CALL_MS = 150

/** @param {Record<'key' | 'overlay', { p50: number, p95: number }>} watch */
function watchLines({ key, overlay }) {
  const line = (
    /** @type {string} */ name,
    /** @type {{ p50: number, p95: number }} */ { p50, p95 },
    /** @type {number} */ goal,
  ) =>
    `${name}: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${p95 > goal ? ` OVER ${goal} ms` : ` (≤ ${goal} ms)`}`
  return [
    line('a key in the capture line, until it can be drawn', key, KEY_MS),
    line('the overlay, from its call to the caret', overlay, CALL_MS),
  ].join('\n')
}

/** @param {{ p50: number, p95: number, delayed: number }} moves */
function moveLine({ p50, p95, delayed }) {
  const verdict = p95 > KEY_MS ? ` OVER ${KEY_MS} ms` : ` (≤ ${KEY_MS} ms)`
  return `a key that moves one of 5,000 cards, until it can be drawn: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${verdict}; a key waits for the last one ${delayed.toFixed(1)} ms`
}

await command(async () => {
  const { runtime } = await prepare({ windows: true })
  await buildApp()
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  const scratch = await mkdtemp(path.join(tmpdir(), 'entracte-bench-'))
  try {
    const { executable } = runtime
    const ours = { executable, folder: projectFolder, userData: path.join(scratch, 'ours') }
    const hello = {
      executable,
      folder: inProject('scripts', 'bench', 'hello'),
      userData: path.join(scratch, 'hello'),
    }
    await runApp(ours, START)

    const start = async (
      /** @type {import('./bench/run-app.mjs').App} */ app,
      /** @type {string} */ selector,
    ) => {
      const { value, startedAt } = await runApp(app, painted(selector))
      return value - startedAt
    }
    const idle = async (
      /** @type {import('./bench/run-app.mjs').App} */ app,
      /** @type {string} */ selector,
    ) => (await runApp(app, painted(selector), { idleMs: IDLE_MS, measure: pssOf })).value
    const pings = async () => (await runApp(hello, calls('window.hello.ping({ a: 1 })'))).value
    const asks = async () =>
      (await runApp(ours, calls("window.entracte.call({ method: 'settings.read', input: undefined })"))).value

    const rows = [
      await working(`Starting both apps, ${ROUNDS} rounds`, async () =>
        summarise(
          { name: 'first rows painted ÷ hello world', unit: 'ms', goal: 1.2 },
          await rounds(async () => ({
            baseline: await start(hello, 'main'),
            ours: await start(ours, FIRST_ROWS),
            again: await start(hello, 'main'),
          })),
        ),
      ),
      await working('Leaving both apps alone', async () =>
        summarise(
          { name: 'idle memory (PSS) ÷ hello world', unit: 'MiB', goal: 1.2 },
          await rounds(async () => ({
            baseline: await idle(hello, 'main'),
            ours: await idle(ours, FIRST_ROWS),
            again: await idle(hello, 'main'),
          })),
        ),
      ),
      await working('Calling through the bridge and the core', async () =>
        summarise(
          { name: 'call through bridge and core ÷ bare invoke (p50)', unit: 'ms', goal: 2 },
          await rounds(async () => ({ baseline: await pings(), ours: await asks(), again: await pings() })),
        ),
      ),
      await working('Saving notes', async () => {
        const module = await measurement('note-save.ts')
        return summarise(
          { name: 'note save ÷ the same raw commit (p50)', unit: 'ms', goal: 1.35 },
          await module.measureNoteSave(ROUNDS),
        )
      }),
      await working('Filtering a hundred thousand notes', async () => {
        const { runnerImport } = await import('vite')
        const { module } = await runnerImport(inProject('scripts', 'bench', 'notes.ts'), {
          resolve: { alias: { '@shared': inProject('shared') } },
          logLevel: 'error',
        })
        const budget = module.NOTES_BUDGET_MS
        const { p95 } = await module.measureNotes(ROUNDS)
        return {
          name: 'filter of 100,000 notes p95 ≤ 8 ms',
          unit: 'ms',
          ours: p95,
          baseline: budget,
          ratio: p95 / budget,
          goal: 1,
          noisy: false,
        }
      }),
      await working('Scrolling a hundred thousand notes', async () => {
        const { runnerImport } = await import('vite')
        const { module } = await runnerImport(inProject('scripts', 'bench', 'notes.ts'), {
          resolve: { alias: { '@shared': inProject('shared') } },
          logLevel: 'error',
        })
        const many = { ...ours, userData: path.join(scratch, 'many') }
        await mkdir(many.userData, { recursive: true })
        await module.fillLibrary(path.join(many.userData, 'entracte.db'))
        return summarise(
          { name: 'scroll frame p95 ÷ raw DOM windowing', unit: 'ms', goal: 1.2 },
          await rounds(async () => /** @type {any} */ ((await runApp(many, SCROLL_NOTES)).value)),
        )
      }),
      await working('Relating everybody to everybody', async () => {
        const module = await measurement('relations.ts')
        const { p95 } = await module.measureRelations()
        const budget = module.RELATIONS_BUDGET_MS
        return {
          name: 'relations of a 200-episode show (p95) ÷ half a frame',
          unit: 'ms',
          ours: p95,
          baseline: budget,
          ratio: p95 / budget,
          goal: 1,
          noisy: false,
        }
      }),
    ]
    const boards = await measurement('boards.ts')
    rows.push(
      await working('Opening a board of five thousand cards', async () =>
        summarise(
          { name: 'open a board of 5,000 cards ÷ its rows read raw', unit: 'ms', goal: boards.OPEN_RATIO },
          await boards.measureOpening(ROUNDS),
        ),
      ),
    )
    const history = await working('Taking in a long history', () =>
      boards.measureHistory(Math.min(ROUNDS, 3)),
    )
    rows.push(
      summarise(
        {
          name: '260,000 edits of a board and its tables ÷ bare Yjs',
          unit: 'ms',
          goal: boards.HISTORY_RATIO,
        },
        history.took,
      ),
      {
        name: 'a board on disk ÷ Yjs’s own encoding',
        unit: 'bytes',
        ours: history.size,
        baseline: history.encoded,
        ratio: history.size / history.encoded,
        goal: boards.SIZE_RATIO,
        noisy: false,
      },
    )
    const moves = await working('Moving cards on a board of five thousand', async () => {
      const full = path.join(scratch, 'board')
      await mkdir(full, { recursive: true })
      await boards.fillBoardLibrary(path.join(full, 'entracte.db'))
      return measureMoves({ executable, userData: full })
    })
    const recap = await working('Telling the recap of a long show', async () => {
      const module = await measurement('recap.ts')
      return { budget: module.RECAP_BUDGET_MS, ...(await module.measureRecap(ROUNDS)) }
    })
    rows.push(
      summarise({ name: 'recap with the shield ÷ without it (p50)', unit: 'ms', goal: 1.3 }, recap.rounds),
    )
    const watch = await working('Writing while an episode runs', () =>
      measureWatch({ executable, userData: ours.userData }),
    )
    const mpv = await working('Following mpv', async () => {
      await preparePlayers()
      const module = await measurement('mpv-position.ts')
      return { budget: module.MPV_BUDGET_MS, measured: await module.measureMpvPosition() }
    })
    const bundle = await firstRoute()
    const lines = `${table(rows)}\n\nfirst route: ${bundle.files} files, ${(bundle.bytes / 1024).toFixed(0)} KiB, ${(bundle.gzip / 1024).toFixed(0)} KiB compressed\n${recapLines(recap)}\n${mpvLine(mpv)}\n${watchLines(watch)}\n${moveLine(moves)}`
    await mkdir(inProject('bench-results'), { recursive: true })
    const file = inProject('bench-results', 'results.json')
    await writeFile(
      file,
      `${JSON.stringify({ at: new Date().toISOString(), rounds: ROUNDS, runtime: runtime.version, rows, recap, mpv, watch, moves, bundle }, null, 2)}\n`,
    )
    console.log(lines)
    say(`The numbers are in ${path.relative(projectFolder, file)}.`)
  } finally {
    await display.close()
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
})
