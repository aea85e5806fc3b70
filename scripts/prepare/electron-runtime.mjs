/**
 * Which Electron everything here runs on. In this order: the folder that ELECTRON_OVERRIDE_DIST_PATH names,
 * what Electron's installer has downloaded, a download now, the fallback runtime.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installedVersion } from '../paths.mjs'
import { Refusal } from '../refusal.mjs'
import { needsDisplay } from './display.mjs'
import { downloadElectron, downloadedElectron } from './electron-download.mjs'
import { FALLBACK_VERSION, fallbackFits, fallbackFolder, makeFallbackRuntime } from './fallback-runtime.mjs'
import { requireSystemPackages } from './linux-packages.mjs'
import { placeSqliteBuild, removeSqliteBuild } from './sqlite-build.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} folder what electron-builder calls electronDist
 * @property {string} version
 * @property {'override' | 'electron' | 'fallback'} source
 */

/** Where the executable is inside a folder of Electron. */
const EXECUTABLE = executableOn(process.platform)

/** @param {NodeJS.Platform} platform */
function executableOn(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Finds the runtime, getting what is missing.
 *
 * @returns {Promise<Runtime>}
 */
export async function prepareElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overriding(override)

  const folder = downloadedElectron() ?? (await downloadElectron({ mayGiveUp: fallbackFits() }))
  if (folder) {
    await removeSqliteBuild()
    return {
      executable: path.join(folder, EXECUTABLE),
      folder,
      version: installedVersion('electron'),
      source: 'electron',
    }
  }
  if (!fallbackFits()) {
    throw new Refusal(
      `Electron ${installedVersion('electron')} is not installed and could not be downloaded. Check the network, or put ` +
        'an unpacked Electron into a folder, set ELECTRON_OVERRIDE_DIST_PATH to it, and start again.',
    )
  }
  return prepareFallback()
}

/** The compile keeps one core busy while the download waits for the network, so both run at once. */
async function prepareFallback() {
  await requireSystemPackages({ compiler: true, display: needsDisplay() })
  const results = await Promise.allSettled([makeFallbackRuntime(), placeSqliteBuild()])
  for (const result of results) if (result.status === 'rejected') throw result.reason
  const folder = fallbackFolder()
  return /** @type {Runtime} */ ({
    executable: path.join(folder, EXECUTABLE),
    folder,
    version: FALLBACK_VERSION,
    source: 'fallback',
  })
}

/** @param {string} folder @returns {Runtime} */
function overriding(folder) {
  const executable = path.join(path.resolve(folder), EXECUTABLE)
  if (!existsSync(executable)) {
    throw new Refusal(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, and there is no ${EXECUTABLE} in it. Correct it or unset it.`,
    )
  }
  return {
    executable,
    folder: path.resolve(folder),
    version: process.env.ELECTRON_OVERRIDE_VERSION ?? 'unknown',
    source: 'override',
  }
}
