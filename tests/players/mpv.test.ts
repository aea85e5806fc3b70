import net from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askMpv } from './ask-mpv'
import { closeAll, followPlayer } from './follow'
import { has, makeFilm, type Program, playersFolder, start, sweep, until } from './programs'

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

let sockets = 0
const freshSocket = () => {
  sockets += 1
  return path.join(folder, `mpv-${sockets}.sock`)
}

function mpv(socket: string, ...args: readonly string[]): Program {
  const program = start('mpv', [
    ...['--no-config', '--vo=null', '--ao=null', `--input-ipc-server=${socket}`],
    ...args,
  ])
  programs.push(program)
  return program
}

const answers = (socket: string) => until('mpv', () => askMpv(socket)('duration'))

describe.runIf(has('mpv') && has('ffmpeg'))('mpv', () => {
  it('is followed: what is on, where it is, how long it is, how fast it goes', async () => {
    const socket = freshSocket()
    mpv(socket, '--pause', '--start=12', film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    const still = await player.report('a paused film', ({ playing }) => !playing)
    expect(player.news()).toMatchObject({ name: 'mpv', file: 'emily.s01e07.mkv' })
    expect(Math.abs(still.positionMs - 12_000)).toBeLessThanOrEqual(80)
    expect(Math.abs((still.durationMs ?? 0) - 60_000)).toBeLessThanOrEqual(100)
    player.connection.play()
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 12_500)
    player.connection.pause()
    await player.report('a pause', ({ playing }) => !playing)
    const { value } = await askMpv(socket)('time-pos')
    expect(Math.abs(player.position() - value * 1000)).toBeLessThanOrEqual(45)
  })

  it('is within 60 ms of its own time-pos, 95 times of 100, at any speed', async () => {
    const socket = freshSocket()
    mpv(socket, '--speed=1.5', film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 500)
    const ask = askMpv(socket)
    const errors: number[] = []
    for (let n = 0; n < 100; n += 1) {
      const { value, at } = await ask('time-pos')
      errors.push(Math.abs(player.position() - (performance.now() - at) * 1.5 - value * 1000))
      await new Promise((resolve) => setTimeout(resolve, 17))
    }
    expect(errors.sort((a, b) => a - b)[94]).toBeLessThanOrEqual(60)
    expect(player.news()?.report?.rate).toBe(1.5)
  })

  it('goes where it is sent, and is followed where it goes by itself', async () => {
    const socket = freshSocket()
    mpv(socket, '--pause', film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    await player.report('a paused film', ({ playing }) => !playing)
    for (const to of [42_000, 5000, 30_480]) {
      player.connection.seek(to)
      await player.report(`${to} ms`, ({ positionMs }) => Math.abs(positionMs - to) <= 45)
      expect(Math.abs((await askMpv(socket)('time-pos')).value * 1000 - to)).toBeLessThanOrEqual(45)
    }
  })

  it.each([
    ['that stays at its end', ['--keep-open=yes']],
    ['that closes the film', ['--idle=yes']],
    ['that quits', []],
  ])('tells the end of the film, which is no pause, from an mpv %s', async (_what, args) => {
    const socket = freshSocket()
    mpv(socket, '--start=58', ...args, film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    const ended = await until('the end', () => player.told.find(({ report }) => report?.ended)?.report)
    expect(ended).toMatchObject({ playing: false, ended: true })
    expect(Math.abs(ended.positionMs - 60_000)).toBeLessThanOrEqual(120)
  })

  it('says that nothing is on when there is nothing, and when somebody stops the film', async () => {
    const socket = freshSocket()
    mpv(socket, '--idle=yes')
    const ask = askMpv(socket)
    await until('mpv', () => ask('pid'))
    const player = followPlayer('mpv', { address: socket })
    expect(await until('news', player.news)).toEqual({ name: 'mpv', file: null, report: null })
    const to = net.connect(socket)
    to.write(`${JSON.stringify({ command: ['loadfile', film] })}\n`)
    await player.report('a film', ({ playing, positionMs }) => playing && positionMs > 100)
    to.write(`${JSON.stringify({ command: ['stop'] })}\n`)
    await until('idle', () => player.news()?.report === null)
    expect(player.told.some(({ report }) => report?.ended)).toBe(false)
    to.destroy()
  })

  it('is missed when it is killed, and its socket that stays behind is nobody', async () => {
    const socket = freshSocket()
    const program = mpv(socket, film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    await player.report('a film that plays', ({ playing }) => playing)
    await program.end('SIGKILL')
    expect(await until('its loss', player.trouble)).toBe('nobody')
    expect(await until('nobody', followPlayer('mpv', { address: socket }).trouble)).toBe('nobody')
    mpv(socket, '--pause', film)
    await answers(socket)
    await followPlayer('mpv', { address: socket }).report('the new one', ({ playing }) => !playing)
  })

  it('is missed when it stands still without going away', async () => {
    const socket = freshSocket()
    const program = mpv(socket, film)
    await answers(socket)
    const player = followPlayer('mpv', { address: socket })
    await player.report('a film that plays', ({ playing }) => playing)
    process.kill(program.child.pid as number, 'SIGSTOP')
    expect(await until('its loss', player.trouble)).toBe('slow')
  })
})
