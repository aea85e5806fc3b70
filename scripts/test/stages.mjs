/**
 * The stages of `npm test`, in order. Each answers how many checks passed, failed and were skipped: a
 * stage that is one program counts as one check, a test runner's stage as many as it has tests.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildApp } from '../build/build.mjs'
import { preparePlayers } from '../prepare/player-programs.mjs'
import { Refusal } from '../refusal.mjs'
import { nodeCommand, tryRun } from '../run.mjs'
import { playwrightCount, vitestCount } from './reports.mjs'

/** @typedef {import('./count.mjs').Count} Count */

/**
 * @typedef {object} Stage
 * @property {string} name what follows `npm test --`
 * @property {string} title
 * @property {string[]} [needs] stages without whose success this one means nothing
 * @property {boolean} [windows] whether it shows windows
 * @property {(env: NodeJS.ProcessEnv) => Promise<Count>} run
 */

/** @type {Stage[]} */
export const STAGES = [
  {
    name: 'lint',
    title: 'Lint and format',
    run: (env) => oneCheck(nodeCommand('@biomejs/biome/bin/biome', ['ci', '.', ...colours()]), env),
  },
  {
    name: 'types',
    title: 'Types',
    run: (env) => oneCheck(nodeCommand('typescript/bin/tsc', ['--noEmit']), env),
  },
  { name: 'unit', title: 'Unit and integration tests', run: (env) => vitest(env) },
  {
    name: 'players',
    title: 'Real players',
    run: async (env) => {
      await preparePlayers()
      return vitest(env, ['--config', 'vitest.players.config.ts'])
    },
  },
  { name: 'build', title: 'Build', run: build },
  {
    name: 'e2e',
    title: 'End-to-end tests',
    needs: ['build'],
    windows: true,
    run: (env) => playwright('e2e', env),
  },
  {
    name: 'package',
    title: 'Packaged app',
    needs: ['build'],
    windows: true,
    run: (env) => playwright('package', env),
  },
]

/** Biome colours its output whenever it believes to be on a build server, and only an option stops it. */
const colours = () => (process.stdout.isTTY ? [] : ['--colors=off'])

/** @param {[string, string[]]} program @param {NodeJS.ProcessEnv} env @returns {Promise<Count>} */
async function oneCheck([file, args], env) {
  const { code } = await tryRun(file, args, { show: true, env })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** @returns {Promise<Count>} */
async function build() {
  try {
    await buildApp()
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string[]} [more] arguments @returns {Promise<Count>} */
function vitest(env, more = []) {
  return withReport(async (report) => {
    const args = [
      'run',
      ...more,
      '--passWithNoTests',
      '--silent=passed-only',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const { code } = await tryRun(...nodeCommand('vitest/vitest.mjs', args), { show: true, env })
    return { code, count: vitestCount }
  })
}

/** @param {string} project @param {NodeJS.ProcessEnv} env @returns {Promise<Count>} */
function playwright(project, env) {
  return withReport(async (report) => {
    const args = ['test', `--project=${project}`, '--reporter=list,json', '--pass-with-no-tests']
    const { code } = await tryRun(...nodeCommand('@playwright/test/cli.js', args), {
      show: true,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    })
    return { code, count: playwrightCount }
  })
}

/**
 * Runs a test runner and counts from the report that it leaves. A runner that fails without a failing test
 * to show for it (it could not start, or an error came outside of any test) counts as one failure.
 *
 * @param {(report: string) => Promise<{ code: number, count: (report: any) => Count }>} start
 * @returns {Promise<Count>}
 */
async function withReport(start) {
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-report-'))
  try {
    const file = path.join(folder, 'report.json')
    const { code, count } = await start(file)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    const result = text === undefined ? { passed: 0, failed: 0, skipped: 0 } : count(JSON.parse(text))
    return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
