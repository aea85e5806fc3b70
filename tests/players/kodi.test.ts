import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeAll, followPlayer } from './follow'
import { freePort, has, makeFilm, type Program, playersFolder, start, sweep, until } from './programs'

/** The program itself; the command `kodi` is a script that starts it again when it ends. */
const KODI =
  (process.platform === 'linux' ? readdirSync('/usr/lib') : [])
    .map((folder) => `/usr/lib/${folder}/kodi/kodi.bin`)
    .find((file) => existsSync(file)) ?? ''
const ready = KODI !== '' && has('xvfb-run') && has('ffmpeg')
const [USER, SECRET] = ['nour', 'correct horse']

let folder = ''
let film = ''
let port = 0
let program: Program | null = null

const rpc = async (method: string, params: object = {}): Promise<unknown> => {
  const answer = await fetch(`http://127.0.0.1:${port}/jsonrpc`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${USER}:${SECRET}`).toString('base64')}`,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  return ((await answer.json()) as { result?: unknown }).result
}
const setting = (id: string, value: string | number | boolean) =>
  `<setting id="services.${id}">${value}</setting>`

beforeAll(async () => {
  folder = playersFolder()
  if (!ready) return
  // without a sound card Kodi loses the thread of a film that has sound
  film = makeFilm(folder, 60, 'emily.s01e07.mkv', { silent: true })
  port = await freePort()
  const userdata = path.join(folder, '.kodi/userdata')
  mkdirSync(userdata, { recursive: true })
  const settings = [
    setting('webserver', true),
    setting('webserverport', port),
    setting('webserverauthentication', true),
    setting('webserverusername', USER),
    setting('webserverpassword', SECRET),
    setting('esenabled', false),
  ]
  writeFileSync(
    path.join(userdata, 'guisettings.xml'),
    `<settings version="2">${settings.join('')}</settings>`,
  )
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, LIBGL_ALWAYS_SOFTWARE: '1' }
  program = start('xvfb-run', ['-a', KODI, '--standalone'], { env })
  await until('Kodi', async () => (await rpc('JSONRPC.Ping')) === 'pong', 50_000)
})
afterEach(closeAll)
afterAll(async () => {
  await program?.end()
  sweep(folder)
})

const at = () => ({ address: `127.0.0.1:${port}`, user: USER, secret: SECRET })

describe.runIf(ready)('Kodi', () => {
  it('is followed, does what it is told, and tells the end', async () => {
    const player = followPlayer('kodi', at())
    expect(await until('news', player.news)).toEqual({ name: 'Kodi', file: null, report: null })
    await rpc('Player.Open', { item: { file: film } })
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 1000)
    expect(player.news()?.file).toBe('emily.s01e07.mkv')
    player.connection.pause()
    await player.report('a pause', ({ playing }) => !playing)
    player.connection.seek(42_250)
    const there = await player.report('a seek', ({ positionMs }) => Math.abs(positionMs - 42_250) < 1000)
    expect(Math.abs((there.durationMs ?? 0) - 60_000)).toBeLessThanOrEqual(1000)
    player.connection.play()
    await player.report('a film that plays', ({ playing, positionMs }) => playing && positionMs > 43_500)
    const errors: number[] = []
    for (let n = 0; n < 20; n += 1) {
      const asked = performance.now()
      const { time } = (await rpc('Player.GetProperties', { playerid: 1, properties: ['time'] })) as {
        time: { seconds: number; milliseconds: number }
      }
      const moment = (asked + performance.now()) / 2
      const ours = player.position() - (performance.now() - moment)
      errors.push(Math.abs(ours - (time.seconds * 1000 + time.milliseconds)))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(errors.sort((a, b) => a - b)[18]).toBeLessThanOrEqual(300)
    player.connection.seek(58_000)
    expect(await player.report('the end', ({ ended }) => ended)).toMatchObject({ playing: false })
  })

  it('says that the password is wrong', async () => {
    const player = followPlayer('kodi', { ...at(), secret: 'battery staple' })
    expect(await until('a refusal', player.trouble)).toBe('refused')
  })

  it('is missed when it is killed', async () => {
    const player = followPlayer('kodi', at())
    await until('news', player.news)
    await program?.end()
    expect(await until('its loss', player.trouble)).toMatch(/nobody|slow/)
  })
})
