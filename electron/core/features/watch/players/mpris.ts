import type { EventEmitter } from 'node:events'
import type { Message, MessageBus, MessageLike, Variant } from '@jellybrick/dbus-next'
import type { Report } from '@shared/watch/rules'
import { closed } from './closed'
import { localPlace, mediaName, shortName } from './media-name'
import type { PlayerAddress, PlayerConnection, PlayerListener, PlayerNews } from './player'
import { afterStop } from './polled'

// MPRIS: https://specifications.freedesktop.org/mpris-spec/latest/

const PREFIX = 'org.mpris.MediaPlayer2.'
const OBJECT = '/org/mpris/MediaPlayer2'
const ROOT = 'org.mpris.MediaPlayer2'
const PLAYER = 'org.mpris.MediaPlayer2.Player'
const PROPERTIES = 'org.freedesktop.DBus.Properties'
const DBUS = 'org.freedesktop.DBus'

/** The position is asked for so often: it sends no signal, and a player may drift. */
const ASK_EVERY_MS = 1000
const ANSWER_MS = 4000

/** A position may be as old as the call that fetched it. */
const PRECISE_MS = 60

/** One player on the bus. */
interface Seen {
  /** The unique name of its connection: two well-known names of one player share it. */
  readonly owner: string
  readonly name: string
  readonly identity: string
  readonly track: string | null
  readonly file: string | null
  readonly place: string | null
  readonly report: Report | null
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'signature' in value ? (value as Variant).value : value
const record = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([key, of]) => [
      key,
      plain(of),
    ]),
  )
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
/** Microseconds, which D-Bus carries in 64 bits, as milliseconds. */
const fromMicro = (value: unknown): number | null =>
  typeof value === 'bigint' || typeof value === 'number' ? Number(value) / 1000 : null

/** Connects to the session bus and follows one of its players: the one that plays, or the one that is named. */
export function connectMpris(
  { address }: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
): PlayerConnection {
  if (process.platform !== 'linux') return closed('elsewhere', listener)
  if (!process.env.DBUS_SESSION_BUS_ADDRESS) return closed('nobody', listener)
  const wanted = address.trim().toLowerCase()
  const players = new Map<string, Seen>()
  /** Those of them that did not answer when they were asked last. */
  const silent = new Set<string>()
  /** The position as a player told it last, to find those whose position never moves. */
  const lastTold = new Map<string, number>()
  let bus: MessageBus | null = null
  let makeMessage: ((like: MessageLike) => Message) | null = null
  let over = false
  let followed: string | null = null
  let timer: NodeJS.Timeout | undefined

  const end = (): void => {
    if (over) return
    stop()
    listener.gone('nobody')
  }
  const stop = (): void => {
    over = true
    clearInterval(timer)
    bus?.disconnect()
  }

  const call = async (
    to: string,
    iface: string,
    member: string,
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown[]> => {
    if (!bus || !makeMessage) return []
    const path = to === DBUS ? '/org/freedesktop/DBus' : OBJECT
    const message = makeMessage({ destination: to, path, interface: iface, member, signature, body })
    let late: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('no answer')), ANSWER_MS)
      late.unref()
    })
    const answer = await Promise.race([bus.call(message), tooLate]).finally(() => clearTimeout(late))
    return answer?.body ?? []
  }

  const choose = (): Seen | null => {
    const all = [...players.values()]
    const fit =
      wanted === ''
        ? all
        : all.filter(({ name }) => name.slice(PREFIX.length).toLowerCase().startsWith(wanted))
    const runs = fit.filter(({ report }) => report?.playing)
    const same = ({ owner }: Seen) => owner === followed
    return (
      runs.find(same) ??
      runs[0] ??
      fit.find((seen) => same(seen) && seen.report) ??
      fit.find(({ report }) => report) ??
      fit[0] ??
      null
    )
  }

  const tell = (): void => {
    if (over) return
    const seen = choose()
    followed = seen?.owner ?? null
    const news: PlayerNews = seen
      ? {
          name: seen.identity,
          file: seen.file,
          ...(seen.place && { place: seen.place }),
          report: seen.report,
        }
      : { name: 'MPRIS', file: null, report: null }
    listener.heard(news)
  }

  /** What the properties of a player say, in the light of what they said before. */
  const reportOf = (
    properties: Record<string, unknown>,
    before: Seen | undefined,
    sought: boolean,
    at: number,
  ): Report | null => {
    const status = properties.PlaybackStatus
    const metadata = record(properties.Metadata)
    const length = fromMicro(metadata['mpris:length'])
    const durationMs = length !== null && length > 0 ? Math.round(length) : null
    const was = before?.report ?? null
    if (status !== 'Playing' && status !== 'Paused') {
      return afterStop(was, at)
    }
    const playing = status === 'Playing'
    const rate = typeof properties.Rate === 'number' && properties.Rate > 0 ? properties.Rate : 1
    const told = fromMicro(properties.Position)
    const sameTrack = before?.track === text(metadata['mpris:trackid'])
    const fresh = !was || !sameTrack || sought
    let positionMs = Math.max(0, told ?? 0)
    let seenAt = at
    // some players go on counting while they are paused, and some never count: what was seen before is better
    if (!fresh && !playing && !was.playing) [positionMs, seenAt] = [was.positionMs, at]
    else if (
      !fresh &&
      playing &&
      was.playing &&
      (told === null || told === lastTold.get(before?.owner ?? ''))
    )
      [positionMs, seenAt] = [was.positionMs, was.at]
    if (told !== null && before) lastTold.set(before.owner, told)
    return {
      positionMs,
      at: seenAt,
      playing,
      rate,
      preciseToMs: positionMs % 1000 === 0 ? 1000 : PRECISE_MS,
      durationMs,
      ended: false,
    }
  }

  const fileOf = (metadata: Record<string, unknown>): string | null => {
    const [url, title] = [text(metadata['xesam:url']), text(metadata['xesam:title'])]
    if (url?.startsWith('file:')) return mediaName(url)
    return title ? shortName(title) : url ? mediaName(url) : null
  }

  const placeOf = (metadata: Record<string, unknown>): string | null => {
    const url = text(metadata['xesam:url'])
    return url ? localPlace(url) : null
  }

  /** Asks one player for all that it says. */
  const read = async (owner: string, sought = false): Promise<void> => {
    const seen = players.get(owner)
    if (!seen) return
    const askedAt = now()
    const [all] = await call(owner, PROPERTIES, 'GetAll', 's', [PLAYER])
    const properties = record(all)
    const at = (askedAt + now()) / 2
    const metadata = record(properties.Metadata)
    const before = players.get(owner)
    if (!before) return
    const report = reportOf(properties, before, sought, at)
    players.set(owner, {
      ...before,
      track: text(metadata['mpris:trackid']),
      file: report ? (fileOf(metadata) ?? before.file) : null,
      place: report ? (placeOf(metadata) ?? before.place) : null,
      report,
    })
  }

  const appear = async (name: string, owner: string): Promise<void> => {
    // VLC has a second name for the same player
    if (players.has(owner)) return
    const plainName = shortName(name.slice(PREFIX.length)) ?? 'MPRIS'
    players.set(owner, {
      owner,
      name,
      identity: plainName,
      track: null,
      file: null,
      place: null,
      report: null,
    })
    try {
      const [identity] = await call(owner, PROPERTIES, 'Get', 'ss', [ROOT, 'Identity'])
      const seen = players.get(owner)
      const said = text(plain(identity))
      if (seen && said) players.set(owner, { ...seen, identity: shortName(said) ?? plainName })
      await read(owner)
    } catch {
      silent.add(owner)
    }
    tell()
  }

  const vanish = (owner: string): void => {
    silent.delete(owner)
    if (players.delete(owner)) tell()
  }

  /** A player that does not answer may be stopped for a moment: it is asked again for as long as it is on the bus. */
  const ask = (owner: string, sought = false): void => {
    const answered = () => {
      silent.delete(owner)
      tell()
    }
    const unanswered = () => {
      const seen = players.get(owner)
      if (!seen) return
      silent.add(owner)
      players.set(owner, { ...seen, report: null })
      tell()
    }
    void read(owner, sought).then(answered, unanswered)
  }

  const heard = (message: Message): void => {
    const { member, sender, body } = message
    if (member === 'NameOwnerChanged') {
      const [name, before, after] = body
      if (typeof name !== 'string' || !name.startsWith(PREFIX)) return
      if (typeof before === 'string' && before !== '') vanish(before)
      if (typeof after === 'string' && after !== '') void appear(name, after)
    } else if (member === 'Seeked' || (member === 'PropertiesChanged' && body[0] === PLAYER)) {
      ask(sender, member === 'Seeked')
    }
  }

  const start = async (): Promise<void> => {
    // loaded when it is needed: most people follow another player, or none
    const dbus = await import('@jellybrick/dbus-next')
    if (over) return
    bus = dbus.sessionBus()
    makeMessage = (like) => new dbus.Message(like)
    const events: EventEmitter = bus
    events.on('error', end)
    bus.on('connect', () => over && bus?.disconnect())
    bus.on('message', heard)
    const match = (rule: string) => call(DBUS, DBUS, 'AddMatch', 's', [rule])
    await match(
      `type='signal',sender='${DBUS}',member='NameOwnerChanged',arg0namespace='org.mpris.MediaPlayer2'`,
    )
    await match(`type='signal',path='${OBJECT}',interface='${PROPERTIES}',member='PropertiesChanged'`)
    await match(`type='signal',path='${OBJECT}',interface='${PLAYER}',member='Seeked'`)
    const [names] = await call(DBUS, DBUS, 'ListNames')
    for (const name of Array.isArray(names) ? names : []) {
      if (typeof name !== 'string' || !name.startsWith(PREFIX)) continue
      const [owner] = await call(DBUS, DBUS, 'GetNameOwner', 's', [name])
      if (typeof owner === 'string') await appear(name, owner)
    }
    tell()
    timer = setInterval(() => {
      // the library says nothing when the bus goes away
      call(DBUS, DBUS, 'GetId').catch(end)
      for (const { owner, report } of players.values()) if (report?.playing || silent.has(owner)) ask(owner)
    }, ASK_EVERY_MS)
    timer.unref()
  }
  start().catch(end)

  const command = (member: string, signature = '', body: unknown[] = []): void => {
    if (followed) void call(followed, PLAYER, member, signature, body).catch(() => {})
  }
  return {
    play: () => command('Play'),
    pause: () => command('Pause'),
    seek(positionMs) {
      const seen = followed ? players.get(followed) : undefined
      if (!seen?.report) return
      const micro = BigInt(Math.round(positionMs * 1000))
      if (seen.track) return command('SetPosition', 'ox', [seen.track, micro])
      const { positionMs: from, at, playing, rate } = seen.report
      const here = from + (playing ? (now() - at) * rate : 0)
      command('Seek', 'x', [micro - BigInt(Math.round(here * 1000))])
    },
    close: stop,
  }
}
