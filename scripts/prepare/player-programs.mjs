/**
 * The players that the app is tested with, as they really are. As root on a Debian-like system they are
 * installed; everywhere else the tests of those that are not there are skipped, and a line says which.
 */
import { run } from '../run.mjs'
import { say, working } from '../say.mjs'
import { onPath } from './linux-packages.mjs'

/** The packages that bring a program, by its name. @type {Record<string, string[]>} */
const PROGRAMS = {
  ffmpeg: ['ffmpeg'],
  mpv: ['mpv'],
  // the way by which mpv is on the session bus, and somebody to ask it there
  playerctl: ['playerctl', 'mpv-mpris'],
  'dbus-daemon': ['dbus-daemon'],
  cvlc: ['vlc-bin', 'vlc-plugin-base'],
  kodi: ['kodi'],
  'xvfb-run': ['xvfb', 'xauth'],
  // presses keys as a hand does, whatever program has them
  xdotool: ['xdotool'],
}

/** Gets the players that are missing, where that is possible. Never fails: what stays missing is skipped. */
export async function preparePlayers() {
  if (process.platform !== 'linux') return
  const missing = Object.keys(PROGRAMS).filter((program) => !onPath(program))
  if (missing.length === 0) return
  const packages = missing.flatMap((program) => PROGRAMS[program])
  if (onPath('apt-get') && process.getuid?.() === 0) {
    try {
      await working('Installing players to test with (one or two minutes, once)', () => install(packages))
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const still = missing.filter((program) => !onPath(program))
  if (still.length > 0)
    say(
      `Not on this machine: ${still.join(', ')}. What is tested with them is skipped; on Debian they are in ` +
        `${still.flatMap((program) => PROGRAMS[program]).join(' ')}.`,
    )
}

/** @param {string[]} packages */
async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, failure: 'apt-get could not read the lists of packages.' })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    failure: `apt-get could not install ${packages.join(', ')}.`,
  })
}
