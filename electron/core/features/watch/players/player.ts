import type { PlayerTrouble } from '@shared/watch/player-schema'
import type { Report } from '@shared/watch/rules'
import type { PlayerKind } from '@shared/watch/schema'

/** What a player said last. */
export interface PlayerNews {
  /** What it calls itself: "mpv", "Firefox". */
  readonly name: string
  /** What it plays, without a folder; null when it plays nothing or does not say. */
  readonly file: string | null
  /** The film as a file of this machine, with its folder, where the player says so. */
  readonly place?: string
  /** Where it is; null when nothing is on. */
  readonly report: Report | null
}

/** Hears a player, once it answers. */
export interface PlayerListener {
  /** Something is known about the player: at once after it answers, and whenever it changed. */
  heard(news: PlayerNews): void
  /** The connection is gone and will not come back by itself. Said once, and nothing after it. */
  gone(trouble: PlayerTrouble): void
}

/** How to reach a player, as the person said it. */
export interface PlayerAddress {
  /** Empty for where it usually is. */
  readonly address: string
  readonly user: string
  readonly secret: string
}

/** One connection to a player. None of these throws: what does not arrive is told by `gone`. */
export interface PlayerConnection {
  play(): void
  pause(): void
  /** Goes to a place of what is played, in milliseconds. */
  seek(positionMs: number): void
  close(): void
}

/**
 * Begins to connect to a player and says through the listener how it goes.
 *
 * @param now monotonic time in milliseconds, for the moments of reports
 */
export type ConnectPlayer = (
  kind: PlayerKind,
  where: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
) => PlayerConnection
