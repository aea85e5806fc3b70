/** Starts other programs, always without blocking: locks have to be kept fresh while something long runs. */
import { spawn } from 'node:child_process'
import { inProject, pinnedNode, projectFolder } from './paths.mjs'
import { Refusal } from './refusal.mjs'

/** How much of a failed program's output is worth repeating. */
const TAIL_LINES = 25

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] defaults to the project
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] true to let the program write to this terminal; otherwise its output is kept
 * @property {number} [timeout] in milliseconds; the program is ended after that
 * @property {string} [failure] the sentence for the person when it fails
 */

/**
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} never rejects for an exit code; code 127 means not found
 */
export function tryRun(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? process.env,
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      windowsHide: true,
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Like {@link tryRun}, but a failure is a refusal that repeats the end of the program's output.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it wrote
 */
export async function run(file, args, options = {}) {
  const { code, output } = await tryRun(file, args, options)
  if (code === 0) return output
  const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
  throw new Refusal(`${tail}\n\n${options.failure ?? `${file} ended with code ${code}.`}`.trimStart())
}

/**
 * How to start npm: the very npm that runs this script when there is one, so that its version and its
 * Node are the ones the person has chosen.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('.js')) return [node ?? process.execPath, [script, ...args]]
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', 'npm', ...args]] : ['npm', args]
}

/**
 * How to start the command-line program of a development dependency, without depending on the shims in
 * node_modules/.bin, which differ between systems.
 *
 * @param {string} script path of its entry inside node_modules
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export const nodeCommand = (script, args) => [pinnedNode(), [inProject('node_modules', script), ...args]]
