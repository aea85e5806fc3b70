import { stat } from 'node:fs/promises'
import type net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { PlayerTrouble } from '@shared/watch/player-schema'
import type { Report } from '@shared/watch/rules'
import { z } from 'zod'
import { jsonLines } from './lines'
import { localPlace, mediaName, shortName } from './media-name'
import type { PlayerAddress, PlayerConnection, PlayerListener } from './player'

// mpv's JSON IPC: https://mpv.io/manual/stable/#json-ipc

/** A line of mpv's is some hundred bytes; a long title makes it a few thousand. */
const MOST_BYTES = 256 * 1024
/** So many lines that are no JSON, and it is not mpv. */
const MOST_NONSENSE = 50
/** mpv answers within a millisecond, and within a second when it opens a file on a slow disk. */
const ANSWER_MS = 4000
const ASK_EVERY_MS = 1000
/** A position arrives with each frame; so many are told. */
const TELL_EVERY_MS = 250

const Said = z.looseObject({
  event: z.string().optional(),
  name: z.string().optional(),
  data: z.unknown().optional(),
  reason: z.string().optional(),
  request_id: z.number().optional(),
  error: z.string().optional(),
})

/** What is observed, by the number under which mpv tells of it. */
const OBSERVED = [
  'pause',
  'speed',
  'duration',
  'path',
  'media-title',
  'working-directory',
  'eof-reached',
  'paused-for-cache',
  'time-pos',
] as const

/** Where people put mpv's socket, as its manual and the usual guides have it. */
export function mpvPaths(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  if (platform === 'win32') return ['\\\\.\\pipe\\mpvsocket', '\\\\.\\pipe\\mpv-socket', '\\\\.\\pipe\\mpv']
  const runtime = env.XDG_RUNTIME_DIR
  return [
    '/tmp/mpvsocket',
    '/tmp/mpv-socket',
    '/tmp/mpv.sock',
    ...(runtime ? ['mpv.sock', 'mpvsocket', 'mpv-socket'].map((name) => path.join(runtime, name)) : []),
    path.join(os.homedir(), '.config', 'mpv', 'socket'),
  ]
}

/** Whether an address can be a socket or a pipe at all. */
export const isSocketPath = (address: string, platform: NodeJS.Platform = process.platform): boolean =>
  !address.includes('\0') &&
  (platform === 'win32' ? /^\\\\[.?]\\pipe\\./.test(address) : path.isAbsolute(address))

/** In a folder that everybody writes to, only a socket of our own is looked at without being told to. */
async function isOurs(socket: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const found = await stat(socket).catch(() => null)
  return found?.isSocket() === true && found.uid === process.getuid?.()
}

const troubleOf = (error: NodeJS.ErrnoException): PlayerTrouble =>
  error.code === 'EACCES' || error.code === 'EPERM' ? 'refused' : 'nobody'

/** Connects to mpv, at an address or at the first of the usual places where one listens. */
export function connectMpv(
  { address }: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
): PlayerConnection {
  let socket: net.Socket | null = null
  let over = false
  let timer: NodeJS.Timeout | undefined

  const end = (trouble: PlayerTrouble): void => {
    if (over) return
    over = true
    clearInterval(timer)
    socket?.destroy()
    listener.gone(trouble)
  }

  const open = (at: string): Promise<net.Socket> =>
    new Promise((resolve, reject) => {
      const attempt = process.getBuiltinModule('node:net').connect({ path: at })
      attempt.once('connect', () => resolve(attempt)).once('error', reject)
    })

  const find = async (): Promise<net.Socket> => {
    if (address !== '') return open(address)
    for (const place of mpvPaths()) {
      if (!(await isOurs(place))) continue
      const found = await open(place).catch(() => null)
      if (found) return found
    }
    throw Object.assign(new Error('no socket'), { code: 'ENOENT' })
  }

  const talk = (to: net.Socket): void => {
    socket = to
    const known = new Map<string, unknown>()
    const waiting = new Map<number, number>()
    let requests = 0
    let nonsense = 0
    let greeted = false
    let whole = false
    /** What mpv has not yet told of the first time; until it has, the news would be half a truth. */
    const untold = new Set<string>(OBSERVED)
    let seen: { readonly positionMs: number; readonly at: number } | null = null
    let toldAt = Number.NEGATIVE_INFINITY
    let ended = false

    const send = (...command: readonly unknown[]): void => {
      requests += 1
      waiting.set(requests, now())
      to.write(`${JSON.stringify({ command, request_id: requests })}\n`)
    }
    const milliseconds = (name: string): number | null => {
      const value = known.get(name)
      return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : null
    }

    const report = (): Report | null => {
      const durationMs = milliseconds('duration')
      const speed = known.get('speed')
      if (typeof known.get('path') !== 'string') return null
      // with keep-open the end pauses: that is the end, and no pause
      const finished = ended || known.get('eof-reached') === true
      return {
        positionMs: Math.max(0, seen?.positionMs ?? 0),
        at: seen?.at ?? now(),
        playing:
          !finished &&
          seen !== null &&
          known.get('pause') === false &&
          known.get('paused-for-cache') !== true,
        rate: typeof speed === 'number' && speed > 0 ? speed : 1,
        preciseToMs: 0,
        durationMs: durationMs === null ? null : Math.round(durationMs),
        ended: finished,
      }
    }
    const file = (): string | null => {
      const [place, title] = [known.get('path'), known.get('media-title')]
      if (typeof place !== 'string') return null
      // what is streamed has an address that says nothing
      return place.includes('://') && typeof title === 'string' ? shortName(title) : mediaName(place)
    }
    const tell = (): void => {
      if (!whole || over) return
      toldAt = now()
      const [said, folder] = [known.get('path'), known.get('working-directory')]
      const place =
        typeof said === 'string' ? localPlace(said, typeof folder === 'string' ? folder : undefined) : null
      listener.heard({ name: 'mpv', file: file(), ...(place && { place }), report: report() })
    }

    /** Holds the position at this moment: what is seen next counts from here. */
    const hold = (): void => {
      const { playing, rate } = report() ?? { playing: false, rate: 1 }
      if (seen && playing) seen = { positionMs: seen.positionMs + (now() - seen.at) * rate, at: now() }
    }

    const observed = (name: string, data: unknown): void => {
      const complete = untold.delete(name) && untold.size === 0
      if (complete) whole = true
      if (name === 'time-pos') {
        const isTime = typeof data === 'number' && Number.isFinite(data)
        if (isTime) seen = { positionMs: data * 1000, at: now() }
        const due = now() - toldAt >= TELL_EVERY_MS || known.get('pause') === true
        if (complete || (isTime && due)) tell()
        return
      }
      hold()
      known.set(name, data)
      if (name === 'path' && typeof data === 'string') ended = false
      tell()
    }

    const happened = (event: string, reason: string | undefined): void => {
      if (event === 'start-file') seen = null
      if (event !== 'end-file' || reason === 'redirect') return
      ended = reason === 'eof'
      seen = ended ? { positionMs: milliseconds('duration') ?? seen?.positionMs ?? 0, at: now() } : null
      // somebody stopped it: nothing is on until a path says so
      if (!ended) known.delete('path')
      tell()
    }

    const heard = (value: unknown): void => {
      const said = Said.safeParse(value)
      if (!said.success) {
        nonsense += 1
        if (nonsense > MOST_NONSENSE || !greeted) end('stranger')
        return
      }
      const { event, name, data, reason, request_id: id, error } = said.data
      if (event === undefined) {
        if (id === undefined || !waiting.delete(id)) return
        if (id === 1) {
          if (error !== 'success' || typeof data !== 'string') {
            end('stranger')
            return
          }
          greeted = true
          for (const [index, property] of OBSERVED.entries()) send('observe_property', index + 1, property)
        } else if (!whole && id > OBSERVED.length + 1) {
          // it has been asked how it is a second later: what it has not told by now it will not tell
          whole = true
          tell()
        }
      } else if (event === 'property-change' && name !== undefined) observed(name, data)
      else happened(event, reason)
    }

    const lines = jsonLines(MOST_BYTES, heard)
    to.on('data', (chunk) => {
      try {
        if (!over) lines(chunk)
      } catch {
        end('stranger')
      }
    })
    to.on('error', (error) => end(troubleOf(error)))
    to.on('close', () => end('nobody'))
    send('get_property', 'mpv-version')
    timer = setInterval(() => {
      if ([...waiting.values()].some((askedAt) => now() - askedAt > ANSWER_MS)) return end('slow')
      if (greeted) send('get_property', 'mpv-version')
    }, ASK_EVERY_MS)
    timer.unref()
  }

  if (address !== '' && !isSocketPath(address)) queueMicrotask(() => end('address'))
  else
    find().then(
      (found) => (over ? found.destroy() : talk(found)),
      (error) => end(troubleOf(error)),
    )

  const command = (...words: readonly unknown[]): void => {
    if (!over) socket?.write(`${JSON.stringify({ command: words })}\n`)
  }
  return {
    play: () => command('set_property', 'pause', false),
    pause: () => command('set_property', 'pause', true),
    seek: (positionMs) => command('seek', positionMs / 1000, 'absolute+exact'),
    close() {
      over = true
      clearInterval(timer)
      socket?.destroy()
    },
  }
}
