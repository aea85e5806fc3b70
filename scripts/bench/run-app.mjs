/** Starts an app with the probe in it, waits for what it measured, and ends it. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sandboxArguments } from '../prepare/sandbox.mjs'
import { Refusal } from '../refusal.mjs'

const PROBE = path.join(import.meta.dirname, 'probe.cjs')
/** No start and no measurement takes longer than this. */
const LIMIT_MS = 60_000

/**
 * @typedef {object} App
 * @property {string} executable the Electron runtime
 * @property {string} folder the app's folder
 * @property {string} userData
 */

/**
 * @param {App} app
 * @param {string} script runs in the page; its promise is what is measured
 * @param {{ idleMs?: number, measure?: (pid: number) => number, rows?: string }} [options] with `idleMs` the app is left alone for so long, and `measure` looks at its process; with `rows`, a selector, the moment is told at which these were on screen, and the script waits for it
 * @returns {Promise<{ value: number, startedAt: number, paintedAt: number }>} moments in milliseconds since the epoch; `paintedAt` is NaN without `rows`
 */
export function runApp({ executable, folder, userData }, script, { idleMs = 0, measure, rows } = {}) {
  const args = [...sandboxArguments(), '-r', PROBE, folder]
  const env = {
    ...process.env,
    ENTRACTE_USER_DATA: userData,
    ENTRACTE_AS_INSTALLED: '1',
    BENCH_PROBE: JSON.stringify({ script, idleMs, rows }),
  }
  const startedAt = Date.now()
  const child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((resolve, reject) => {
    let printed = ''
    let found = /** @type {number | null} */ (null)
    let painted = Number.NaN
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const line = /^BENCH (.*)$/m.exec(printed)
      if (!line || found !== null) return
      const { value, paintedAt, pid, error } = JSON.parse(line[1])
      if (error) return reject(new Refusal(`The bench could not measure ${path.basename(folder)}: ${error}`))
      found = measure ? measure(pid) : value
      painted = paintedAt ?? Number.NaN
      if (measure) child.kill('SIGTERM')
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(limit)
      if (found === null) reject(new Refusal(`${path.basename(folder)} ended before anything was measured.`))
      else resolve({ value: found, startedAt, paintedAt: painted })
    })
  })
}

/** The processes below one, itself included. @param {number} root @returns {number[]} */
function processTree(root) {
  const children = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // it ended while we looked
    }
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

/**
 * Proportional set size of an app with all its processes, in MiB: memory that is shared counts by its share.
 * Linux only (`/proc/PID/smaps_rollup`).
 *
 * @param {number} pid
 * @returns {number}
 */
export function pssOf(pid) {
  let kilobytes = 0
  for (const member of processTree(pid)) {
    try {
      kilobytes += Number(
        /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      )
    } catch {
      // it ended while we looked
    }
  }
  return kilobytes / 1024
}
