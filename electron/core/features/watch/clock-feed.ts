import { DAY_MS } from '@shared/day'
import type { ShowId } from '@shared/ids'
import type { Ms } from '@shared/time'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { type Face, faceAt, startFace } from '@shared/watch/face-rules'
import { EASED_MS } from '@shared/watch/motion-rules'
import { type Clock, positionAt } from '@shared/watch/rules'
import type { Watching } from '@shared/watch/schema'
import { type CoreContext, nowIso } from '../../context'
import type { Announcer } from '../../events'
import type { Pulse } from '../../pulse'
import type { LibraryService } from '../library/service'
import type { WatchStore } from './store'

/** What is on, and the clock of it. */
export interface OnNow {
  readonly showId: ShowId
  readonly ordinal: EpisodeOrdinal
  readonly clock: Clock
}

export interface ClockFeedOptions {
  readonly store: WatchStore
  readonly library: LibraryService
  readonly announce: Announcer
  readonly pulse: Pulse
}

/** A page that counts on by itself is told again when it would be off by more. */
const NOTICED_MS = 40
/** Where what opens in the middle of an episode stands, beside the library's own pages. */
const READERS = ['library', 'cast', 'recap', 'notes', 'boards'] as const

const MOST_MS = DAY_MS

/** Whole milliseconds within a day, as positions are kept and told. */
export const wholeMs = (position: number): Ms => Math.min(MOST_MS, Math.max(0, Math.round(position))) as Ms

/** What is told about the clock beside its position, which moves by itself. */
const told = ({ positionMs: _moves, player, ...rest }: Watching): string =>
  JSON.stringify([rest, player && { ...player, behindMs: null }])

/** Whether a player's word changed more than time does by itself: another episode, another pace, a seek. */
export function turned(before: OnNow | null, after: OnNow, now: number): boolean {
  if (before?.clock.episodeId !== after.clock.episodeId) return true
  const [a, b] = [before.clock, after.clock]
  return (
    a.motion.playing !== b.motion.playing ||
    a.over !== b.over ||
    Math.abs(positionAt(a, now) - positionAt(b, now)) > EASED_MS
  )
}

/** Keeps the clock on disk, lets facts open as it passes them, and tells the pages. */
export function clockFeed(
  context: Pick<CoreContext, 'db' | 'clock' | 'log'>,
  { store, library, announce, pulse }: ClockFeedOptions,
) {
  let fedAt = Number.NEGATIVE_INFINITY
  let fedMs = 0
  let failing = false
  let shown = false
  let last: { readonly face: Face; readonly told: string } | null = null

  const tell = (watching: Watching, always = false): void => {
    const now = pulse.now()
    const known = told(watching)
    const off = last === null ? 0 : Math.abs(faceAt(last.face, now) - watching.positionMs)
    if (!always && last?.told === known && off <= NOTICED_MS) return
    shown = watching.episode !== null
    last = { face: startFace(watching, now), told: known }
    announce.emit('watch.changed', watching)
  }

  return {
    /** How long ago the clock was kept, in milliseconds. */
    age: (): number => pulse.now() - fedAt,

    /** Whether the clock could not be written when it last should have been. */
    owes: (): boolean => failing,

    /**
     * Writes something that nobody asked for, and that nobody could be told has failed: a full or locked disk must
     * not end what is on. It is tried again while the clock is looked after, and logged once until it succeeds.
     */
    quietly(write: () => void): void {
      try {
        write()
      } catch (error) {
        fedAt = pulse.now()
        if (failing) return
        failing = true
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        context.log.error(`the clock could not be kept (${code})`)
      }
    },

    /** Writes where the clock is, for after a crash and for what opens now, in one small transaction. */
    keep({ showId, ordinal, clock }: OnNow): void {
      const positionMs = wholeMs(positionAt(clock, pulse.now()))
      const { episodeId, source, motion } = clock
      const { rate, playing } = motion
      context.db
        .transaction(() => {
          store.keep({ episodeId, source, positionMs, rate, playing }, nowIso(context))
          library.setRunning({ showId, episodeId, positionMs })
        })
        .immediate()
      const opens = store.opensBetween(showId, ordinal, fedMs, positionMs)
      fedAt = pulse.now()
      fedMs = positionMs
      failing = false
      shown = true
      announce.changed(opens ? READERS : ['library'])
    },

    /** Takes away what was kept. */
    forget(showId: ShowId): void {
      context.db
        .transaction(() => {
          store.forget()
          library.setRunning({ showId, episodeId: null, positionMs: wholeMs(0) })
        })
        .immediate()
      fedAt = Number.NEGATIVE_INFINITY
    },

    /** Whether a page that counts on by itself is where the clock is. */
    isCounted: (position: number): boolean =>
      last !== null && Math.abs(faceAt(last.face, pulse.now()) - position) <= NOTICED_MS,

    /** Tells the pages, if they would not know it by counting on. */
    tell,

    /** Tells the pages once that what was on went away by itself, with its show. */
    tellGone(nothing: () => Watching): void {
      if (shown) tell(nothing(), true)
    },
  }
}
export type ClockFeed = ReturnType<typeof clockFeed>
