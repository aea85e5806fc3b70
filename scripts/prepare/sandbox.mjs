/**
 * Chromium's sandbox on Linux. It needs either user namespaces, which some distributions and containers
 * deny to ordinary users, or a helper that belongs to root. Without both, Electron ends with a page of
 * numbers; this says it in one sentence before.
 */
import { statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'
import { tryRun } from '../run.mjs'
import { onPath } from './linux-packages.mjs'

/** The set-user-ID bit, rwxr-xr-x. */
const HELPER_MODE = 0o4755

/** As root Chromium refuses to run with its sandbox; nobody else may run without. */
export const sandboxArguments = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** @param {string} folder of the runtime */
export async function requireSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !onPath('unshare')) return
  const helper = path.join(folder, 'chrome-sandbox')
  const found = statSync(helper, { throwIfNoEntry: false })
  if (found && found.uid === 0 && (found.mode & 0o7777) === HELPER_MODE) return
  const { code } = await tryRun('unshare', ['--user', '--map-root-user', 'true'])
  if (code === 0) return
  throw new Refusal(
    'This system does not let ordinary users make the namespaces that the browser sandbox is built on. Allow it for ' +
      `this runtime with this command, then start again:\n\n  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}
