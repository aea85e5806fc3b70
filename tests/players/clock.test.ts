import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connectPlayer } from '../../electron/core/features/watch/players/connect'
import { machinePulse } from '../../electron/core/pulse'
import { type TestCore, testCore } from '../support/core'
import { has, makeFilm, type Program, playersFolder, start, sweep, until } from './programs'

let folder = ''
let film = ''
let core: TestCore | null = null
const programs: Program[] = []
beforeAll(() => {
  folder = playersFolder()
  if (has('ffmpeg')) film = makeFilm(folder, 60, 'emily.s01e07.mkv')
})
afterEach(async () => {
  core?.close()
  core = null
  await Promise.all(programs.splice(0).map((program) => program.end()))
})
afterAll(() => sweep(folder))

describe.runIf(has('mpv') && has('ffmpeg'))('the clock of the whole core, with a real mpv', () => {
  it('puts the film’s episode on, follows it, goes on alone when it is killed, and finds it again', async () => {
    const socket = path.join(folder, 'clock.sock')
    const play = () => {
      const program = start('mpv', [
        '--no-config',
        '--vo=null',
        '--ao=null',
        `--input-ipc-server=${socket}`,
        film,
      ])
      programs.push(program)
      return program
    }
    const started = testCore({ connectPlayer, pulse: machinePulse })
    core = started
    const { watch, exchange } = started.client
    await exchange.start({ packId: 'emily-in-paris', watchedThrough: 6 })
    const tested = { kind: 'mpv', address: socket, user: '', secret: null } as const
    expect(await watch.testPlayer(tested, {})).toEqual({ works: false, trouble: 'nobody', address: socket })
    await watch.savePlayer({ ...tested, enabled: true })

    const first = play()
    const on = await until('the episode', async () => {
      const now = await watch.now()
      return now.playing && !now.byHand && now
    })
    expect(on).toMatchObject({
      source: 'mpv',
      episode: { season: 1, number: 7 },
      player: { state: 'playing', name: 'mpv', file: 'emily.s01e07.mkv' },
    })
    expect(await watch.testPlayer(tested, {})).toMatchObject({
      works: true,
      state: 'playing',
      file: 'emily.s01e07.mkv',
    })

    await watch.seek({ positionMs: 30_000 as never })
    await until('the seek', async () => Math.abs((await watch.now()).positionMs - 30_000) < 1500)
    await watch.pause()
    await until('a pause', async () => !(await watch.now()).playing)
    await watch.play()
    await until('the film', async () => (await watch.now()).playing)

    await first.end('SIGKILL')
    const alone = await until('the loss', async () => {
      const now = await watch.now()
      return now.byHand && now
    })
    expect(alone).toMatchObject({ playing: true, source: 'mpv', player: { state: 'lost', name: 'mpv' } })
    await until('the clock to go on', async () => (await watch.now()).positionMs > alone.positionMs + 300)

    play()
    const again = await until('the new one', async () => {
      const now = await watch.now()
      return !now.byHand && now
    })
    expect(again.positionMs).toBeLessThan(20_000)
    expect(started.logged.join()).not.toContain('emily')
  })
})
