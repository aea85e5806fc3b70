/**
 * The dependencies: exactly what the lockfile says, installed again only when the lockfile has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from '../lock.mjs'
import { cacheFolder, projectFolder } from '../paths.mjs'
import { npmCommand, run } from '../run.mjs'
import { working } from '../say.mjs'

/**
 * Makes node_modules match package-lock.json.
 *
 * @param {string} [project]
 */
export async function prepareNodeModules(project = projectFolder) {
  if (await isFresh(project)) return
  // The lock is not inside node_modules, which npm removes as a whole.
  const name = createHash('sha256').update(project).digest('hex').slice(0, 16)
  await withLock(path.join(cacheFolder(), `npm-ci-${name}.lock`), async () => {
    if (await isFresh(project)) return
    const [file, args] = npmCommand(['ci', '--loglevel=error', '--no-audit', '--no-fund'])
    await working('Installing dependencies from the lockfile (about a minute)', () =>
      run(file, args, {
        cwd: project,
        failure:
          'npm could not install the dependencies. Check that the npm registry can be reached, then start again.',
      }),
    )
    await writeFile(stampOf(project), await lockfileHash(project))
  })
}

/**
 * Whether nothing needs to be installed. A stamp with the lockfile's hash is the quick answer. Without a
 * matching one, npm's own record of what it installed is compared with the lockfile, so that a tree which
 * somebody made with `npm install` is not thrown away; if they agree, the stamp is written.
 *
 * @param {string} project
 * @returns {Promise<boolean>}
 */
export async function isFresh(project) {
  const record = path.join(project, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const hash = await lockfileHash(project)
  if ((await readFile(stampOf(project), 'utf8').catch(() => '')) === hash) return true
  const wanted = JSON.parse(await readFile(path.join(project, 'package-lock.json'), 'utf8'))
  const installed = JSON.parse(await readFile(record, 'utf8'))
  if (!agrees(wanted.packages, installed.packages, project)) return false
  await writeFile(stampOf(project), hash)
  return true
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages by folder
 *
 * @param {Packages} wanted from package-lock.json
 * @param {Packages} installed from node_modules/.package-lock.json
 * @param {string} project
 */
function agrees(wanted, installed, project) {
  const folders = Object.keys(wanted).filter((folder) => folder !== '')
  const missing = folders.filter((folder) => {
    const there = installed[folder]
    // Optional packages for other systems are in the lockfile and never in the tree.
    if (!there) return !wanted[folder].optional
    return there.version !== wanted[folder].version || !existsSync(path.join(project, folder, 'package.json'))
  })
  const extra = Object.keys(installed).filter((folder) => !(folder in wanted))
  return missing.length === 0 && extra.length === 0
}

/** @param {string} project */
const stampOf = (project) => path.join(project, 'node_modules', '.entracte-lockfile')

/** @param {string} project */
async function lockfileHash(project) {
  const lockfile = await readFile(path.join(project, 'package-lock.json'))
  return createHash('sha256').update(lockfile).digest('hex')
}
