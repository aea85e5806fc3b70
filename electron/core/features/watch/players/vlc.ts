import type { Report } from '@shared/watch/rules'
import { z } from 'zod'
import { closed } from './closed'
import { basicAuth, jsonOf, PlayerError, webAddress, webClient } from './http'
import { localPlace, mediaName } from './media-name'
import type { PlayerAddress, PlayerConnection, PlayerListener, PlayerNews } from './player'
import { afterStop, polled } from './polled'

// VLC's HTTP interface: https://wiki.videolan.org/VLC_HTTP_requests/

export const VLC_USUAL = 'http://127.0.0.1:8080'

/** VLC moves its place a few times a second. */
const PRECISE_MS = 100

const Status = z.looseObject({
  state: z.enum(['playing', 'paused', 'stopped']),
  /** From 0 to 1. */
  position: z.number().min(0).max(1).catch(0),
  /** Whole seconds, like `time`: their fractions are cut off. */
  length: z.number().min(0).catch(0),
  time: z.number().catch(0),
  rate: z.number().positive().max(32).catch(1),
  information: z
    .looseObject({
      category: z
        .looseObject({ meta: z.looseObject({ filename: z.string().optional() }).optional() })
        .optional(),
    })
    .optional()
    .catch(undefined),
})

/**
 * Finds the true length of a film, which VLC tells in whole seconds only. Every answer narrows it: the place is a
 * fraction of the true length, and the time that it amounts to has the whole seconds that VLC tells.
 */
export function lengthFinder() {
  let seconds = -1
  let [least, most] = [0, 0]
  return (length: number, position: number, time: number): number => {
    if (length !== seconds) {
      seconds = length
      ;[least, most] = [length, length + 1]
    }
    if (position > 0.01) {
      const [low, high] = [Math.max(least, time / position), Math.min(most, (time + 1) / position)]
      // an answer put together from two moments contradicts the others, and is passed over
      if (low < high) [least, most] = [low, high]
    }
    return ((least + most) / 2) * 1000
  }
}

const Leaf = z.looseObject({
  current: z.string().optional(),
  uri: z.string().optional(),
  children: z.array(z.unknown()).optional(),
})

/** The address of what is on, from VLC's playlist, which is a tree; null when it does not say. */
function currentIn(playlist: unknown): string | null {
  const waiting = [playlist]
  for (let looked = 0; looked < 10_000 && waiting.length > 0; looked += 1) {
    const leaf = Leaf.safeParse(waiting.pop())
    if (!leaf.success) continue
    if (leaf.data.current !== undefined && leaf.data.uri !== undefined) return leaf.data.uri
    waiting.push(...(leaf.data.children ?? []))
  }
  return null
}

/** Connects to VLC's web interface. It has a password and no user. */
export function connectVlc(
  { address, secret }: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
): PlayerConnection {
  let url: URL
  try {
    url = webAddress(address, VLC_USUAL)
  } catch {
    return closed('address', listener)
  }
  const client = webClient(url)
  const headers = { authorization: basicAuth('', secret) }
  const trueLength = lengthFinder()
  let last: PlayerNews = { name: 'VLC', file: null, report: null }

  const ask = (command = ''): Promise<unknown> => {
    const to = new URL('requests/status.json', url)
    to.search = command
    return client.ask({ url: to, headers }).then(jsonOf)
  }

  /** Where the film is that is on: only the playlist says it. Asked once for each film. */
  let found: { readonly file: string; readonly place: string | null } | null = null
  const placeOf = async (file: string | null): Promise<string | null> => {
    if (file === null) return null
    if (found?.file !== file) {
      const list = await client.ask({ url: new URL('requests/playlist.json', url), headers }).then(jsonOf)
      const on = currentIn(list)
      found = { file, place: on === null ? null : localPlace(on) }
    }
    return found.place
  }

  const look = polled(async () => {
    const askedAt = now()
    const status = Status.safeParse(await ask())
    if (!status.success) throw new PlayerError('stranger')
    const at = (askedAt + now()) / 2
    const { state, position, length, time, rate, information } = status.data
    const name = information?.category?.meta?.filename
    const file = name === undefined ? null : mediaName(name)
    if (state === 'stopped') {
      // at the end of its list VLC says `stopped` and forgets what it played
      const report = afterStop(last.report, at)
      last = report ? { ...last, report } : { name: 'VLC', file: null, report: null }
      return last
    }
    const durationMs = trueLength(length, position, time)
    const report: Report = {
      // a stream has no length, and then its whole seconds are all there is
      positionMs: length > 0 ? position * durationMs : Math.max(0, time) * 1000,
      at,
      playing: state === 'playing',
      rate,
      preciseToMs: length > 0 ? PRECISE_MS : 1000,
      durationMs: length > 0 ? Math.round(durationMs) : null,
      ended: false,
    }
    const place = await placeOf(file)
    last = { name: 'VLC', file, ...(place && { place }), report }
    return last
  }, listener)

  return {
    play: () => look.tell(ask('command=pl_forceresume')),
    pause: () => look.tell(ask('command=pl_forcepause')),
    seek(positionMs) {
      const durationMs = last.report?.durationMs
      // a part of the whole is finer than the seconds that VLC takes otherwise
      const to = durationMs
        ? `${((positionMs / durationMs) * 100).toFixed(5)}%`
        : String(Math.round(positionMs / 1000))
      look.tell(ask(`command=seek&val=${encodeURIComponent(to)}`))
    },
    close() {
      look.close()
      client.close()
    },
  }
}
