/**
 * Skips a step whose inputs are what they were the last time. Contents are compared, not times: switching
 * branches touches files without changing them, and a copy may be older than what it replaces.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../paths.mjs'

/**
 * @typedef {object} Step
 * @property {string[]} inputs files and folders, relative to the project; those that do not exist count as empty
 * @property {(file: string) => boolean} [ignore] files that do not matter, by their path in the project
 * @property {string} stamp the file that keeps the fingerprint; in the output, so that both go together
 * @property {string[]} [outputs] files without which the step has to be done whatever the stamp says
 */

/**
 * @param {Step} step
 * @param {() => Promise<void>} work
 * @param {string} [project]
 * @returns {Promise<boolean>} whether the work was done
 */
export async function unlessUnchanged(step, work, project = projectFolder) {
  const fingerprint = await fingerprintOf(step, project)
  if (await isUnchanged(step, fingerprint, project)) return false
  // A step that is killed half-way must not look finished.
  await rm(path.join(project, step.stamp), { force: true })
  await work()
  await mkdir(path.dirname(path.join(project, step.stamp)), { recursive: true })
  await writeFile(path.join(project, step.stamp), fingerprint)
  return true
}

/** @param {Step} step @param {string} fingerprint @param {string} project */
async function isUnchanged(step, fingerprint, project) {
  if ((step.outputs ?? []).some((file) => !existsSync(path.join(project, file)))) return false
  return (await readFile(path.join(project, step.stamp), 'utf8').catch(() => '')) === fingerprint
}

/** @param {Step} step @param {string} project @returns {Promise<string>} */
async function fingerprintOf(step, project) {
  const hash = createHash('sha256')
  for (const input of step.inputs) {
    for (const file of (await filesOf(path.join(project, input))).sort()) {
      const name = path.relative(project, file).split(path.sep).join('/')
      if (step.ignore?.(name)) continue
      hash
        .update(`${name}\0`)
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** @param {string} place @returns {Promise<string[]>} */
async function filesOf(place) {
  const found = await stat(place).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}
