/**
 * Electron itself: its npm package has no binary, its own installer downloads it. Where that cannot work
 * (a network that reaches only the npm registry) the failure is remembered, so that not every start waits
 * for it again.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from '../lock.mjs'
import { cacheFolder, inProject, installedVersion } from '../paths.mjs'
import { nodeCommand, tryRun } from '../run.mjs'
import { say, working } from '../say.mjs'

/** A download that takes longer than this will not end: 100 MB at under 2 Mbit/s. */
const TIME_LIMIT_MS = 10 * 60_000

/** After a week the network may have changed; one more try costs a few seconds. */
const FORGET_AFTER_MS = 7 * 24 * 3_600_000

const electronPackage = () => inProject('node_modules', 'electron')

/** The folder of the downloaded Electron, or undefined while there is no complete one. */
export function downloadedElectron() {
  // The installer writes path.txt last.
  return existsSync(path.join(electronPackage(), 'path.txt'))
    ? path.join(electronPackage(), 'dist')
    : undefined
}

/**
 * Downloads Electron unless it is there.
 *
 * @param {{ mayGiveUp: boolean }} options whether there is something else to run on, so that a failure that
 *   is remembered need not be repeated
 * @returns {Promise<string | undefined>} its folder; undefined when it cannot be had
 */
export async function downloadElectron({ mayGiveUp }) {
  if (downloadedElectron()) return downloadedElectron()
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return undefined
  if (mayGiveUp && !process.env.ENTRACTE_RETRY_DOWNLOAD && (await failedLately())) return undefined
  return withLock(path.join(cacheFolder(), 'electron-download.lock'), async () => {
    if (downloadedElectron()) return downloadedElectron()
    if (mayGiveUp && !process.env.ENTRACTE_RETRY_DOWNLOAD && (await failedLately())) return undefined
    return attempt()
  })
}

async function attempt() {
  const { code, output } = await working(
    `Downloading Electron ${installedVersion('electron')} (100 MB, about a minute)`,
    () => tryRun(...nodeCommand('electron/install.js', []), { timeout: TIME_LIMIT_MS }),
    ({ code }) => (code === 0 ? 'done' : 'gave up'),
  )
  if (code === 0 && downloadedElectron()) {
    await rm(failureNote(), { force: true })
    return downloadedElectron()
  }
  const reason =
    output.match(/^.*(?:Error|error):? .*$/m)?.[0].trim() ?? `its installer ended with code ${code}`
  say(`Electron could not be downloaded: ${reason}`)
  await mkdir(cacheFolder(), { recursive: true })
  await writeFile(failureNote(), `${reason}\n`)
  return undefined
}

const failureNote = () => path.join(cacheFolder(), `electron-${installedVersion('electron')}-download-failed`)

async function failedLately() {
  const note = await stat(failureNote()).catch(() => undefined)
  return note !== undefined && Date.now() - note.mtimeMs < FORGET_AFTER_MS
}
