/**
 * A display for a machine without a screen: an Xvfb of our own, on a number that it finds free itself.
 * It does not listen on the network, and other users of the machine cannot look at it.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'

/** Room for the 1440 x 900 window that tests and tours use. */
const SCREEN = '1600x1000x24'

/** Xvfb needs a fraction of a second; a loaded machine a few. */
const START_LIMIT_MS = 20_000

/**
 * Ends the server as soon as this process is gone, however it went: the shell's read returns when the
 * pipe from here closes. The server's own stdin is not that pipe.
 */
const GUARD = '"$@" </dev/null & server=$!; read -r _; kill "$server"; wait "$server"'

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what programs need in their environment to show windows on it
 * @property {string | undefined} name ':7' when it was started here, undefined for the machine's own screen
 * @property {() => Promise<void>} close
 */

/** Whether windows need a display that has to be started. @param {NodeJS.ProcessEnv} [env] */
export const needsDisplay = (env = process.env) =>
  process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY

/**
 * @returns {Promise<Display>} the machine's own screen if it has one, else a virtual one
 */
export async function openDisplay() {
  if (!needsDisplay()) return { env: {}, name: undefined, close: async () => {} }
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-display-'))
  const cookie = path.join(folder, 'authority')
  await writeFile(cookie, authority(randomBytes(16)), { mode: 0o600 })
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', cookie]
  const guard = spawn('sh', ['-c', GUARD, 'entracte-display', ...server], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => guard.once('close', resolve))
  const close = async () => {
    guard.ref()
    guard.stdin?.end()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const name = `:${await displayNumber(guard)}`
    // A pipe that is still open must not keep this process from ending.
    guard.unref()
    for (const stream of guard.stdio) /** @type {any} */ (stream)?.unref?.()
    return { env: { DISPLAY: name, XAUTHORITY: cookie }, name, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcess} guard
 * @returns {Promise<string>}
 */
function displayNumber(guard) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = () =>
      reject(new Refusal(`The virtual display could not be started. Xvfb said: ${said.trim() || 'nothing'}`))
    const limit = setTimeout(fail, START_LIMIT_MS)
    guard.stderr?.on('data', (chunk) => {
      said += chunk
    })
    guard.once('error', fail)
    guard.once('close', fail)
    const announcement = /** @type {import('node:stream').Readable} */ (guard.stdio[3])
    let number = ''
    announcement.on('data', (chunk) => {
      number += chunk
      if (!number.includes('\n')) return
      clearTimeout(limit)
      resolve(number.trim())
    })
  })
}

/**
 * An Xauthority file with one secret that is valid for whatever display number the server takes.
 * The format is that of libXau: a family (here: any), then address, number, protocol and secret, each with
 * its length in two bytes, big-endian.
 *
 * @param {Buffer} secret 16 bytes
 */
function authority(secret) {
  const anyFamily = Buffer.from([0xff, 0xff])
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), secret]
  return Buffer.concat([
    anyFamily,
    ...fields.flatMap((field) => [Buffer.from([field.length >> 8, field.length & 255]), field]),
  ])
}
