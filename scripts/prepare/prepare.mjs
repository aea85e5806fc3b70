/**
 * Gets a machine that has only git, Node and npm ready to run the app: each step looks whether its thing
 * is there, gets it when it is not, and is silent when it is.
 */
import { Refusal } from '../refusal.mjs'
import { needsDisplay } from './display.mjs'
import { prepareElectron } from './electron-runtime.mjs'
import { requireLibraries, requireSystemPackages } from './linux-packages.mjs'
import { prepareNodeModules } from './node-modules.mjs'
import { requireSandbox } from './sandbox.mjs'

/** The oldest Node that can run the scripts and npm far enough to get the pinned one. */
const OLDEST_NODE = [20, 19]

/**
 * @param {{ windows: boolean }} needs `windows`: whether the app itself is going to run, or only checks
 *   that need nothing but the dependencies
 * @returns {Promise<{ runtime: import('./electron-runtime.mjs').Runtime }>}
 */
export async function prepare({ windows }) {
  requireNode()
  await prepareNodeModules()
  const runtime = await prepareElectron()
  if (windows) {
    await requireSystemPackages({ compiler: false, display: needsDisplay() })
    await requireLibraries(runtime.executable)
    await requireSandbox(runtime.folder)
  }
  return { runtime }
}

/** What lint, types and unit tests need. */
export async function prepareDependencies() {
  requireNode()
  await prepareNodeModules()
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Refusal(
    `This is Node ${process.versions.node}; Entracte needs ${OLDEST_NODE.join('.')} or newer. Install it, then start again.`,
  )
}
