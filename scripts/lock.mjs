/**
 * A lock between processes: a folder, because making one is atomic on every file system. The holder
 * touches it while it works, so a lock whose holder was killed is recognised and taken over: at once when
 * its process is gone from this machine, otherwise (a cache shared between machines) by its age.
 */
import { mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

/** The holder touches its lock this often, in milliseconds. */
const HEARTBEAT_MS = 2_000

/** A lock that nobody has touched for this long belongs to a process that no longer exists. */
const STALE_AFTER_MS = 20_000

/** How often a waiting process looks again, in milliseconds. */
const POLL_MS = 250

/**
 * Runs `work` while no other process runs work under the same lock. Whoever waited should look first
 * whether there is still something to do.
 *
 * @template T
 * @param {string} folder the lock; its parent is created
 * @param {() => Promise<T>} work
 * @param {{ staleAfter?: number, poll?: number }} [timing] in milliseconds; for tests
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, { staleAfter = STALE_AFTER_MS, poll = POLL_MS } = {}) {
  await mkdir(path.dirname(folder), { recursive: true })
  let told = false
  while (!(await makeFolder(folder))) {
    if (await isStale(folder, staleAfter)) await takeAway(folder, staleAfter)
    else {
      if (!told) say('Another run of Entracte is getting the same thing ready; waiting for it …')
      told = true
      await sleep(poll)
    }
  }
  const holder = JSON.stringify({ pid: process.pid, host: hostname(), at: Date.now(), chance: Math.random() })
  await writeFile(path.join(folder, 'holder'), holder)
  const heartbeat = setInterval(() => touch(folder), Math.min(HEARTBEAT_MS, staleAfter / 4))
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    if ((await readHolder(folder)) === holder) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Removing a stale lock is itself done under a short lock: otherwise two waiting processes could both see
 * the old one, and the slower would remove the lock that the faster has just made.
 *
 * @param {string} folder @param {number} staleAfter
 */
async function takeAway(folder, staleAfter) {
  const broom = `${folder}.removing`
  if (!(await makeFolder(broom))) {
    if (await isStale(broom, staleAfter)) await rmdir(broom).catch(() => {})
    return
  }
  try {
    if (await isStale(folder, staleAfter)) await rm(folder, { recursive: true, force: true })
  } finally {
    await rmdir(broom).catch(() => {})
  }
}

/** @param {string} folder @returns {Promise<boolean>} whether it was made by this call */
async function makeFolder(folder) {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} folder @param {number} staleAfter */
async function isStale(folder, staleAfter) {
  const found = await stat(folder).catch(() => undefined)
  if (!found) return false
  if (Date.now() - found.mtimeMs > staleAfter) return true
  const holder = await readHolder(folder)
  if (!holder) return false
  const { pid, host } = JSON.parse(holder)
  return host === hostname() && !isAlive(pid)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} folder */
const readHolder = (folder) => readFile(path.join(folder, 'holder'), 'utf8').catch(() => '')

/** @param {string} folder */
const touch = (folder) => utimes(folder, new Date(), new Date()).catch(() => {})
