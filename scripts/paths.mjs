/**
 * Where things are. Every script takes its folders from here, so that moving one is a change of one line.
 * Nothing in this file needs node_modules: it is read on machines that do not have them yet.
 */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** The project's folder. */
export const projectFolder = path.dirname(import.meta.dirname)

/** @param {...string} parts @returns {string} a path inside the project */
export const inProject = (...parts) => path.join(projectFolder, ...parts)

/**
 * The folder for what is expensive to get and the same for every clone: the fallback runtime and the
 * SQLite build made for it. `ENTRACTE_CACHE` overrides it; otherwise the XDG convention is followed.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  if (env.ENTRACTE_CACHE) return path.resolve(env.ENTRACTE_CACHE)
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'entracte')
}

/**
 * The Node that the project is pinned to. Before `npm ci` has run there is none, and on the very first
 * start this process is still the older Node that npm found; what it starts should already be the right one.
 *
 * @returns {string}
 */
export function pinnedNode() {
  const file = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : process.execPath
}

/** @param {string} name @returns {string} the version of an installed package */
export const installedVersion = (name) =>
  JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8')).version
