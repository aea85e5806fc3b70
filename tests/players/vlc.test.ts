import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeAll, followPlayer } from './follow'
import {
  freePort,
  has,
  makeFilm,
  ordinaryUser,
  type Program,
  playersFolder,
  start,
  sweep,
  until,
} from './programs'

const SECRET = 'correct horse'
let folder = ''
let film = ''
const programs: Program[] = []
beforeAll(() => {
  folder = playersFolder()
  if (has('ffmpeg')) film = makeFilm(folder, 60, 'emily.s01e07.mkv')
})
afterEach(async () => {
  closeAll()
  await Promise.all(programs.splice(0).map((program) => program.end()))
})
afterAll(() => sweep(folder))

/** What VLC itself says, beside the app. */
async function status(port: number): Promise<{ state: string; time: number; position: number; at: number }> {
  const authorization = `Basic ${Buffer.from(`:${SECRET}`).toString('base64')}`
  const answer = await fetch(`http://127.0.0.1:${port}/requests/status.json`, { headers: { authorization } })
  return { ...(await answer.json()), at: performance.now() }
}

/** VLC without a screen, as an ordinary user: it refuses root. */
async function vlc(...args: readonly string[]): Promise<{ port: number; program: Program }> {
  const port = await freePort()
  const program = start(
    'cvlc',
    [
      ...['--no-dbus', '--vout', 'dummy', '--aout', 'dummy', '--extraintf', 'http'],
      ...['--http-host', '127.0.0.1', '--http-port', String(port), '--http-password', SECRET],
      ...args,
    ],
    ordinaryUser(folder),
  )
  programs.push(program)
  await until('VLC', async () => (await status(port)).state)
  return { port, program }
}
const at = (port: number) => ({ address: `127.0.0.1:${port}`, secret: SECRET })

describe.runIf(has('cvlc') && has('ffmpeg'))('VLC', () => {
  it('is followed while it plays and while it is paused', async () => {
    const { port } = await vlc('--start-paused', film)
    const player = followPlayer('vlc', at(port))
    await player.report('a paused film', ({ playing, durationMs }) => !playing && durationMs !== null)
    expect(player.news()).toMatchObject({ name: 'VLC', file: 'emily.s01e07.mkv' })
    player.connection.play()
    const ran = await player.report(
      'a film that plays',
      ({ playing, positionMs }) => playing && positionMs > 2000,
    )
    expect(Math.abs((ran.durationMs ?? 0) - 60_000)).toBeLessThanOrEqual(500)
    const errors: number[] = []
    for (let n = 0; n < 30; n += 1) {
      const { time, at: moment } = await status(port)
      const ours = player.position() - (performance.now() - moment)
      // VLC says whole seconds: ours is right when it lies in that second, give or take
      errors.push(Math.max(0, time * 1000 - ours, ours - (time + 1) * 1000))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(errors.sort((a, b) => a - b)[28]).toBeLessThanOrEqual(350)
    player.connection.pause()
    const paused = await player.report('a pause', ({ playing }) => !playing)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(Math.abs(player.position() - paused.positionMs)).toBeLessThanOrEqual(300)
  })

  it('goes where it is sent', async () => {
    const { port } = await vlc('--start-paused', film)
    const player = followPlayer('vlc', at(port))
    await player.report('a paused film', ({ playing, durationMs }) => !playing && durationMs !== null)
    player.connection.play()
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 300)
    for (const to of [42_000, 5250, 30_000]) {
      player.connection.seek(to)
      const there = await player.report(`${to} ms`, ({ positionMs }) => Math.abs(positionMs - to) < 1500)
      expect(there.playing).toBe(true)
      expect(Math.abs((await status(port)).time * 1000 - to)).toBeLessThanOrEqual(2500)
    }
  })

  it('tells the end of the film', async () => {
    const { port } = await vlc('--start-time=57', film)
    const player = followPlayer('vlc', at(port))
    const ended = await player.report('the end', (report) => report.ended)
    expect(ended.playing).toBe(false)
    expect(Math.abs(ended.positionMs - 60_000)).toBeLessThanOrEqual(1100)
  })

  it('says that the password is wrong, and that it went away', async () => {
    const { port, program } = await vlc('--start-paused', film)
    const stranger = followPlayer('vlc', { ...at(port), secret: 'battery staple' })
    expect(await until('a refusal', stranger.trouble)).toBe('refused')
    const player = followPlayer('vlc', at(port))
    await until('news', player.news)
    await program.end('SIGKILL')
    expect(await until('its loss', player.trouble)).toBe('nobody')
  })

  it('is missed when it stands still without going away', async () => {
    const { port, program } = await vlc('--start-paused', film)
    const player = followPlayer('vlc', at(port))
    await until('news', player.news)
    process.kill(-(program.child.pid as number), 'SIGSTOP')
    expect(await until('its loss', player.trouble)).toBe('slow')
  })
})
