/** A Debian package from files, with dpkg-deb. */
import { chmod, copyFile, cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../run.mjs'

/** @param {import('./fpm-arguments.mjs').DebPackage} deb */
export async function makeDeb(deb) {
  const tree = await mkdtemp(path.join(tmpdir(), 'entracte-deb-'))
  try {
    for (const { from, to } of deb.contents) {
      const target = path.join(tree, to)
      await mkdir(path.dirname(target), { recursive: true })
      await cp(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    }
    const kilobytes = Math.ceil((await sizeOf(tree)) / 1024)
    const control = path.join(tree, 'DEBIAN')
    await mkdir(control)
    await writeFile(path.join(control, 'control'), controlFile(deb, kilobytes))
    await script(deb.afterInstall, path.join(control, 'postinst'))
    await script(deb.afterRemove, path.join(control, 'postrm'))
    // The umask of whoever packages must not end up in the package.
    await run('chmod', ['-R', 'u+rwX,go+rX,go-w', tree])
    const compression = `-Z${deb.compression ?? 'xz'}`
    await run('dpkg-deb', ['--root-owner-group', compression, '--build', tree, deb.file], {
      failure: 'dpkg-deb could not make the package. It is part of Debian and its relatives (package dpkg).',
    })
  } finally {
    await rm(tree, { recursive: true, force: true })
  }
}

/**
 * The control file, in the syntax of the Debian Policy Manual, chapter 5: a field a line, and a description
 * whose first line is a summary and whose other lines are indented, with a full stop for an empty one.
 *
 * @param {import('./fpm-arguments.mjs').DebPackage} deb
 * @param {number} kilobytes installed
 */
export function controlFile(deb, kilobytes) {
  const [summary, ...rest] = deb.description
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const fields = [
    ['Package', deb.name],
    ['Version', deb.version],
    ['Architecture', deb.architecture],
    ['Maintainer', deb.maintainer],
    ['Installed-Size', String(kilobytes)],
    ['Depends', deb.depends.join(', ')],
    ['Recommends', deb.recommends.join(', ')],
    ['Section', deb.section ?? 'misc'],
    ['Priority', deb.priority ?? 'optional'],
    ['Homepage', deb.url ?? ''],
    ['Description', [summary, ...rest.map((line) => ` ${line || '.'}`)].join('\n')],
  ]
  return `${fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`
}

/** @param {string | undefined} from @param {string} to */
async function script(from, to) {
  if (!from) return
  await copyFile(from, to)
  await chmod(to, 0o755)
}

/** @param {string} folder @returns {Promise<number>} bytes of all files in it */
async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await lstat(path.join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((total, size) => total + size, 0)
}
