import path from 'node:path'
import { connectPlayer } from '../../electron/core/features/watch/players/connect'
import { machinePulse } from '../../electron/core/pulse'
import { faceAt, startFace, turnFace } from '../../shared/watch/face-rules'
import type { Watching } from '../../shared/watch/schema'
import { askMpv } from '../../tests/players/ask-mpv'
import { has, makeFilm, playersFolder, start, sweep, until } from '../../tests/players/programs'
import { testCore } from '../../tests/support/core'

/** The clock on the page may be so far from the player, 95 times of 100. */
export const MPV_BUDGET_MS = 60
const LOOKS = 400
const LOOK_EVERY_MS = 23

/**
 * How far what a page shows is from mpv's own `time-pos`: a real mpv, the whole core, its events, and the clock's
 * face as a page has it.
 *
 * @returns milliseconds; null where there is no mpv
 */
export async function measureMpvPosition(): Promise<{ p50: number; p95: number } | null> {
  if (!has('mpv') || !has('ffmpeg')) return null
  const folder = playersFolder()
  const film = makeFilm(folder, 60, 'emily.s01e07.mkv')
  const socket = path.join(folder, 'mpv.sock')
  const core = testCore({ connectPlayer, pulse: machinePulse, checkOutput: false })
  const mpv = start('mpv', ['--no-config', '--vo=null', '--ao=null', `--input-ipc-server=${socket}`, film])
  try {
    const ask = askMpv(socket)
    await until('mpv', () => ask('duration'))
    const { watch, exchange } = core.client
    await exchange.start({ packId: 'emily-in-paris', watchedThrough: 6 })
    await watch.savePlayer({ kind: 'mpv', enabled: true, address: socket, user: '', secret: null })
    const first = await until('the film', async () => {
      const now = await watch.now()
      return now.playing && !now.byHand && now
    })
    let face = startFace(first, performance.now())
    const errors: number[] = []
    for (let look = 0; look < LOOKS; look += 1) {
      for (const message of core.said.splice(0)) {
        if (message.kind !== 'event' || message.name !== 'watch.changed') continue
        face = turnFace(face, message.payload as Watching, performance.now())
      }
      const { value, at } = await ask('time-pos')
      errors.push(Math.abs(faceAt(face, at) - value * 1000))
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    errors.sort((a, b) => a - b)
    const part = (of: number) => errors[Math.floor(errors.length * of)] ?? Number.NaN
    return { p50: part(0.5), p95: part(0.95) }
  } finally {
    core.close()
    await mpv.end()
    sweep(folder)
  }
}
