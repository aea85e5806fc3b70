import type { IsoTime } from '@shared/time'
import { PLAYER_NAMES } from '@shared/watch/player-names'
import type { PlayerTrouble } from '@shared/watch/player-schema'
import type { PlayerKind, PlayerState, WatchPlayer } from '@shared/watch/schema'
import type { Log } from '../../context'
import type { Pulse } from '../../pulse'
import type { ConnectPlayer, PlayerAddress, PlayerConnection, PlayerNews } from './players/player'
import { saneNews } from './sane-news'

/** How a player stands at the moment. */
export interface PlayerStanding {
  readonly state: PlayerState
  /** Milliseconds since the Unix epoch. */
  readonly since: number
  readonly news: PlayerNews | null
  readonly trouble: PlayerTrouble | null
}

export interface PlayersListener {
  heard(kind: PlayerKind, news: PlayerNews): void
  /** A player that answered went away. */
  gone(kind: PlayerKind): void
  /** The state of a player changed. */
  changed(): void
}

export interface LinkedPlayersOptions {
  readonly connect: ConnectPlayer
  readonly pulse: Pulse
  /** Milliseconds since the Unix epoch, for "since when". */
  readonly clock: () => number
  readonly addressOf: (kind: PlayerKind) => PlayerAddress
  readonly listener: PlayersListener
  readonly log: Pick<Log, 'error'>
}

/** Tries again after so long, then twice as long, up to the longest. */
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 8000
const LOOK_MS = 250
/** What a player says more often than this in a second waits for a moment, and only the last of it counts. */
const MOST_A_SECOND = 40

interface Link {
  connection: PlayerConnection | null
  standing: PlayerStanding
  waitMs: number
  /** When to try again, monotonic; null while a connection is open. */
  tryAt: number | null
  /** How much it has said in which second of the pulse, and what waits. */
  second: number
  said: number
  waiting: (() => void) | null
}

const QUIET = { second: 0, said: 0, waiting: null }

/** The state of a player that answers. */
export const stateOf = ({ report }: PlayerNews): 'playing' | 'paused' | 'idle' =>
  report === null ? 'idle' : report.playing ? 'playing' : 'paused'

/**
 * A player as the pages are told of it.
 *
 * @param standing null when nobody has begun to look for it
 * @param now milliseconds since the Unix epoch
 */
export function toldPlayer(
  kind: PlayerKind,
  standing: PlayerStanding | null,
  { now, behindMs }: { readonly now: number; readonly behindMs: number | null },
): WatchPlayer {
  return {
    state: standing?.state ?? 'connecting',
    since: new Date(standing?.since ?? now).toISOString() as IsoTime,
    name: standing?.news?.name ?? PLAYER_NAMES[kind],
    file: standing?.news?.file ?? null,
    behindMs,
  }
}

/** Keeps connections to players: tries again when one goes away, more and more rarely. */
export function linkedPlayers(options: LinkedPlayersOptions) {
  const { connect, pulse, clock, addressOf, listener, log } = options
  const links = new Map<PlayerKind, Link>()
  const failed = new Set<PlayerKind>()

  /** Whatever a player makes happen, it does not end the core. Told once for each, and without what it plays. */
  const safely = (kind: PlayerKind, tell: () => void): void => {
    try {
      tell()
    } catch (error) {
      if (failed.has(kind)) return
      failed.add(kind)
      log.error(
        `what ${kind} said could not be followed (${error instanceof Error ? error.name : 'unknown'})`,
      )
    }
  }

  const stand = (link: Link, next: Omit<PlayerStanding, 'since'>): void => {
    const before = link.standing
    const same = before.state === next.state
    link.standing = { ...next, since: same ? before.since : clock() }
    if (!same || before.trouble !== next.trouble || before.news?.file !== next.news?.file) listener.changed()
  }

  /** A turn of the film is written down; a player that turns it all the time must not fill the time of everybody. */
  const inMeasure = (link: Link, take: () => void): void => {
    const second = Math.floor(pulse.now() / 1000)
    if (link.second !== second) [link.second, link.said] = [second, 0]
    link.said += 1
    link.waiting = link.said > MOST_A_SECOND ? take : null
    if (link.waiting === null) take()
  }

  const open = (kind: PlayerKind, link: Link): void => {
    link.tryAt = null
    let over = false
    link.connection = connect(
      kind,
      addressOf(kind),
      {
        heard(said) {
          if (over || links.get(kind) !== link) return
          link.waitMs = FIRST_WAIT_MS
          inMeasure(link, () => {
            if (over || links.get(kind) !== link) return
            const news = saneNews(said, pulse.now())
            stand(link, { state: stateOf(news), news, trouble: null })
            safely(kind, () => listener.heard(kind, news))
          })
        },
        gone(trouble) {
          if (over || links.get(kind) !== link) return
          over = true
          link.connection = null
          link.tryAt = pulse.now() + link.waitMs
          link.waitMs = Math.min(LONGEST_WAIT_MS, link.waitMs * 2)
          const { state, news } = link.standing
          const wasThere = state !== 'connecting'
          stand(link, { state: wasThere ? 'lost' : 'connecting', news, trouble })
          if (wasThere && state !== 'lost') safely(kind, () => listener.gone(kind))
        },
      },
      pulse.now,
    )
  }

  const drop = (kind: PlayerKind): void => {
    const link = links.get(kind)
    links.delete(kind)
    link?.connection?.close()
  }

  const stopLooking = pulse.every(LOOK_MS, () => {
    for (const [kind, link] of links) {
      const last = link.waiting
      link.waiting = null
      last?.()
      if (link.tryAt !== null && pulse.now() >= link.tryAt) open(kind, link)
    }
  })

  return {
    /** Keeps connections to these players and to no others. */
    link(kinds: ReadonlySet<PlayerKind>): void {
      for (const kind of [...links.keys()]) if (!kinds.has(kind)) drop(kind)
      for (const kind of kinds) {
        if (links.has(kind)) continue
        const standing = { state: 'connecting', since: clock(), news: null, trouble: null } as const
        const link: Link = { connection: null, standing, waitMs: FIRST_WAIT_MS, tryAt: null, ...QUIET }
        links.set(kind, link)
        open(kind, link)
      }
    },
    /** Lets a connection go, so that the next `link` begins with what was said since. */
    drop,
    standing: (kind: PlayerKind): PlayerStanding | null => links.get(kind)?.standing ?? null,
    connection: (kind: PlayerKind): PlayerConnection | null => links.get(kind)?.connection ?? null,
    close(): void {
      stopLooking()
      for (const kind of [...links.keys()]) drop(kind)
    },
  }
}
export type LinkedPlayers = ReturnType<typeof linkedPlayers>
