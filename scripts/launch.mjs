/** Starting programs that show windows, and staying until they end. */
import { spawn } from 'node:child_process'
import { projectFolder } from './paths.mjs'
import { openDisplay } from './prepare/display.mjs'

/**
 * Runs a program on the screen, or on a virtual display where there is none, with this terminal's input
 * and output. Interrupting this process interrupts the program, which then closes in its own way.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onDisplay?: (name: string | undefined) => void }} [options]
 * @returns {Promise<number>} its exit code
 */
export async function launch(file, args, { env = {}, onDisplay } = {}) {
  const display = await openDisplay()
  try {
    onDisplay?.(display.name)
    return await runToEnd(file, args, { ...process.env, ...display.env, ...env })
  } finally {
    await display.close()
  }
}

/** How often it is looked whether the process that asked for this one is still there. */
const PARENT_CHECK_MS = 1000

/** @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runToEnd(file, args, env) {
  // Set by some editors for the programs they start; Electron would then be a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: projectFolder, env, stdio: 'inherit' })
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    // whoever ends npm ends this process's parent, not this process: the program must not be left behind
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS)
    watch.unref()
    const settle = () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, pass)
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('close', (code, signal) => {
      settle()
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}
