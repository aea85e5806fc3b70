/**
 * `npm run bench`: how the app stands beside the least that could do the same, in ratios that were measured
 * in one run on one machine. Sides take turns; the first round is dropped; the same baseline is measured
 * twice a round (A/A), and a row whose two baselines differ by more than a tenth is marked NOISY.
 * `npm run bench -- recap boards` measures only what is named (`bench/parts.mjs` has the names).
 *
 * What a baseline is: `bench/hello` is the same Electron with the same switches, a window of the same size,
 * without a frame and with the same sandbox, shown when it is ready, and a page of one word from a file; it has
 * no database, no worker and no scheme of its own. Its end is the second frame after its word is laid out, and
 * ours the second frame after the first row is. Ours is any start but the very first: it begins with the look that
 * the last one left, and a line of its own says when the page answers. Ours runs from sources, but like an
 * installed app: it does not check the answers that it gives. A save is measured beside the same row, committed
 * to the same file.
 *
 * Writes bench-results/results.json, when everything was measured.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chooseParts, PARTS } from './bench/parts.mjs'
import { runApp } from './bench/run-app.mjs'
import { table } from './bench/statistics.mjs'
import { buildApp } from './build/build.mjs'
import { compileMessages } from './build/messages.mjs'
import { inProject, projectFolder } from './paths.mjs'
import { openDisplay } from './prepare/display.mjs'
import { prepare } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'
import { say, working } from './say.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 8)
const START = `window.entracte.call({ method: 'exchange.start', input: { packId: 'emily-in-paris', watchedThrough: 10 } }).then(({ ok }) => ok)`

/** @param {readonly import('./bench/parts.mjs').Measured[]} measured */
function report(measured) {
  const rows = measured.flatMap((part) => part.rows ?? [])
  const lines = measured.flatMap((part) => part.line ?? [])
  console.log([rows.length > 0 ? table(rows) : [], lines.join('\n')].flat().filter(Boolean).join('\n\n'))
  return rows
}

await command(async () => {
  const parts = chooseParts(PARTS, process.argv.slice(2))
  const windows = parts.some((part) => part.windows)
  const { runtime } = await prepare({ windows })
  await (windows ? buildApp() : compileMessages())
  const display = windows ? await openDisplay() : undefined
  Object.assign(process.env, display?.env)
  const scratch = await mkdtemp(path.join(tmpdir(), 'entracte-bench-'))
  try {
    const { executable } = runtime
    const ours = { executable, folder: projectFolder, userData: path.join(scratch, 'ours') }
    const hello = {
      executable,
      folder: inProject('scripts', 'bench', 'hello'),
      userData: path.join(scratch, 'hello'),
    }
    if (windows) await runApp(ours, START)
    const measured = []
    for (const { title, measure } of parts)
      measured.push(await working(title, () => measure({ rounds: ROUNDS, scratch, ours, hello })))
    const rows = report(measured)
    if (parts.length < PARTS.length) return
    const numbers = Object.assign({}, ...measured.map((part) => part.numbers ?? {}))
    await mkdir(inProject('bench-results'), { recursive: true })
    const file = inProject('bench-results', 'results.json')
    const results = {
      at: new Date().toISOString(),
      rounds: ROUNDS,
      runtime: runtime.version,
      rows,
      ...numbers,
    }
    await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
    say(`The numbers are in ${path.relative(projectFolder, file)}.`)
  } finally {
    await display?.close()
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
})
