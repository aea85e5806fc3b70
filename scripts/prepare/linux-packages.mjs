/**
 * What Linux has to bring along: the shared libraries that Electron links to, a virtual display for
 * machines without a screen, and, for the fallback runtime only, what compiles SQLite. As root on a
 * Debian-like system they are installed; everywhere else the exact command is printed.
 */
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'
import { run, tryRun } from '../run.mjs'
import { working } from '../say.mjs'

/**
 * One thing that a package brings. A package may have been renamed between releases of a distribution:
 * the first name that the system knows is taken.
 *
 * @typedef {{ debian: string[], fedora: string, arch: string }} Need
 */

/** @type {Record<string, Need>} by the start of the library's file name */
const LIBRARIES = {
  'libgtk-3': { debian: ['libgtk-3-0t64', 'libgtk-3-0'], fedora: 'gtk3', arch: 'gtk3' },
  libnss3: { debian: ['libnss3'], fedora: 'nss', arch: 'nss' },
  libgbm: { debian: ['libgbm1'], fedora: 'mesa-libgbm', arch: 'mesa' },
  libasound: { debian: ['libasound2t64', 'libasound2'], fedora: 'alsa-lib', arch: 'alsa-lib' },
}

/** @type {Record<string, Need>} by the name of the program */
const BUILD_TOOLS = {
  'g++': { debian: ['g++'], fedora: 'gcc-c++', arch: 'gcc' },
  make: { debian: ['make'], fedora: 'make', arch: 'make' },
  python3: { debian: ['python3'], fedora: 'python3', arch: 'python' },
}

/** @type {Need} */
const XVFB = { debian: ['xvfb'], fedora: 'xorg-x11-server-Xvfb', arch: 'xorg-server-xvfb' }

/**
 * Installs what can be seen to be missing before there is a runtime to ask, so that it happens in one go.
 *
 * @param {{ compiler: boolean, display: boolean }} wanted whether SQLite may have to be compiled, and whether
 *   a virtual display will be started
 */
export async function requireSystemPackages({ compiler, display }) {
  if (process.platform !== 'linux') return
  const known = await knownLibraries()
  const needs = Object.keys(LIBRARIES)
    .filter((start) => known !== undefined && !known.includes(`\t${start}`))
    .map((start) => LIBRARIES[start])
  if (display && !onPath('Xvfb')) needs.push(XVFB)
  if (compiler)
    needs.push(
      ...Object.keys(BUILD_TOOLS)
        .filter((tool) => !onPath(tool))
        .map((tool) => BUILD_TOOLS[tool]),
    )
  if (needs.length > 0) await install(needs)
}

/**
 * Asks the runtime itself which of its libraries the loader cannot find.
 *
 * @param {string} executable of Electron
 */
export async function requireLibraries(executable) {
  if (process.platform !== 'linux') return
  const { output } = await tryRun('ldd', [executable])
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, file]) => file)
  if (missing.length === 0) return
  throw new Refusal(
    `Electron misses these shared libraries: ${missing.join(', ')}. Install the packages of your system that ` +
      'bring them, then start again.',
  )
}

/** @returns {Promise<string | undefined>} the loader's list; undefined where there is no ldconfig to print it */
async function knownLibraries() {
  const { code, output } = await tryRun(onPath('ldconfig') ? 'ldconfig' : '/sbin/ldconfig', ['-p'])
  return code === 0 ? output : undefined
}

/** @param {Need[]} needs */
async function install(needs) {
  if (onPath('apt-get') && process.getuid?.() === 0) {
    await working('Installing system packages (about half a minute)', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      await run('apt-get', ['update', '-qq'], {
        env,
        failure: 'apt-get could not read the lists of packages; check the network.',
      })
      const names = await Promise.all(needs.map((need) => knownName(need.debian)))
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
        env,
        failure: `apt-get could not install ${names.join(', ')}; the lines above say why.`,
      })
    })
    return
  }
  throw new Refusal(
    `Some system packages are missing. Install them with this command, then start again:\n\n  ${await byHand(needs)}`,
  )
}

/** @param {Need[]} needs @returns {Promise<string>} the command for this distribution */
async function byHand(needs) {
  if (onPath('dnf')) return `sudo dnf install ${needs.map((need) => need.fedora).join(' ')}`
  if (onPath('pacman')) return `sudo pacman -S --needed ${needs.map((need) => need.arch).join(' ')}`
  const names = await Promise.all(needs.map((need) => knownName(need.debian)))
  return `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`
}

/** @param {string[]} names @returns {Promise<string>} the first that apt knows, else the last */
async function knownName(names) {
  for (const name of names) {
    const { code } = await tryRun('apt-cache', ['show', '--no-all-versions', name])
    if (code === 0) return name
  }
  return names[names.length - 1]
}

/** @param {string} program */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => isExecutable(path.join(folder, program)))
}

/** @param {string} file */
function isExecutable(file) {
  if (!existsSync(file)) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
