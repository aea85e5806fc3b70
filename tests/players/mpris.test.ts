import { execFileSync, spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeAll, followPlayer } from './follow'
import { has, makeFilm, type Program, playersFolder, start, sweep, until } from './programs'

const MPRIS_SCRIPT = '/etc/mpv/scripts/mpris.so'
const ready = process.platform === 'linux' && ['mpv', 'ffmpeg', 'playerctl', 'dbus-daemon'].every(has)

let folder = ''
let film = ''
let bus: ReturnType<typeof spawn> | null = null
const programs: Program[] = []
beforeAll(async () => {
  folder = playersFolder()
  if (!ready) return
  film = makeFilm(folder, 60, 'emily.s01e07.mkv')
  // a session bus of our own, on a socket of our own
  bus = spawn('dbus-daemon', [
    '--session',
    '--nofork',
    '--print-address',
    `--address=unix:path=${folder}/bus`,
  ])
  const address = await new Promise<string>((resolve) =>
    bus?.stdout?.once('data', (line) => resolve(String(line).trim())),
  )
  process.env.DBUS_SESSION_BUS_ADDRESS = address
})
afterEach(async () => {
  closeAll()
  await Promise.all(programs.splice(0).map((program) => program.end()))
})
afterAll(() => {
  bus?.kill('SIGKILL')
  sweep(folder)
})

const playerctl = (...args: readonly string[]): string =>
  execFileSync('playerctl', ['-p', 'mpv', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()

async function mpv(...args: readonly string[]): Promise<Program> {
  const program = start('mpv', [
    '--no-config',
    '--vo=null',
    '--ao=null',
    `--script=${MPRIS_SCRIPT}`,
    ...args,
    film,
  ])
  programs.push(program)
  await until('mpv on the bus', () => playerctl('status'))
  return program
}

describe.runIf(ready)('a player on the session bus', () => {
  it('is followed: what is on, where it is, and what playerctl does to it', async () => {
    await mpv('--pause', '--start=12')
    const player = followPlayer('mpris', {})
    const still = await player.report('a paused film', ({ playing }) => !playing)
    expect(player.news()).toMatchObject({ name: 'mpv', file: 'emily.s01e07.mkv' })
    expect(Math.abs(still.positionMs - 12_000)).toBeLessThanOrEqual(80)
    expect(Math.abs((still.durationMs ?? 0) - 60_000)).toBeLessThanOrEqual(100)
    playerctl('play')
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 13_500)
    const told = Number(playerctl('position')) * 1000
    expect(Math.abs(player.position() - told)).toBeLessThanOrEqual(200)
    playerctl('position', '42')
    await player.report('a seek', ({ positionMs }) => Math.abs(positionMs - 42_000) < 1500)
    playerctl('pause')
    await player.report('a pause', ({ playing }) => !playing)
    expect(Math.abs(player.position() - Number(playerctl('position')) * 1000)).toBeLessThanOrEqual(120)
  })

  it('does what it is told', async () => {
    await mpv('--pause')
    const player = followPlayer('mpris', { address: 'mpv' })
    await player.report('a paused film', ({ playing }) => !playing)
    player.connection.seek(30_500)
    await player.report('a seek', ({ positionMs }) => Math.abs(positionMs - 30_500) < 100)
    expect(Math.abs(Number(playerctl('position')) - 30.5)).toBeLessThan(0.1)
    player.connection.play()
    await until('a film that plays', () => playerctl('status') === 'Playing')
    player.connection.pause()
    await until('a pause', () => playerctl('status') === 'Paused')
    await player.report('a pause', ({ playing }) => !playing)
  })

  it('appears, vanishes and appears again without the bus going away', async () => {
    const player = followPlayer('mpris', {})
    expect(await until('news of nobody', player.news)).toEqual({ name: 'MPRIS', file: null, report: null })
    const program = await mpv('--pause')
    await player.report('a paused film', ({ playing }) => !playing)
    await program.end('SIGKILL')
    await until('its loss', () => player.news()?.report === null)
    await mpv()
    await player.report('a film that plays', ({ playing }) => playing)
    expect(player.trouble()).toBeNull()
  })

  it('is followed again after it was stopped for a while', async () => {
    const program = await mpv('--start=5')
    const player = followPlayer('mpris', {})
    await player.report('a film that plays', ({ playing }) => playing)
    program.child.kill('SIGSTOP')
    await until('its silence', () => player.news()?.report === null, 8000)
    program.child.kill('SIGCONT')
    await player.report('the same film', ({ playing }) => playing)
    expect(player.news()).toMatchObject({ name: 'mpv', file: 'emily.s01e07.mkv' })
  }, 30_000)

  it('is the one that plays, of two', async () => {
    await mpv('--pause')
    const player = followPlayer('mpris', {})
    await player.report('a paused film', ({ playing }) => !playing)
    const second = start('mpv', [
      '--no-config',
      '--vo=null',
      '--ao=null',
      '--start=30',
      `--script=${MPRIS_SCRIPT}`,
      film,
    ])
    programs.push(second)
    await player.report('the other', ({ playing, positionMs }) => playing && positionMs > 29_000)
  })

  it('is gone with its bus', async () => {
    const player = followPlayer('mpris', {})
    await until('news', player.news)
    bus?.kill('SIGKILL')
    expect(await until('its loss', player.trouble)).toBe('nobody')
    expect(await until('nobody', followPlayer('mpris', {}).trouble)).toBe('nobody')
  })
})
