import type { EpisodeId, ShowId } from '@shared/ids'
import type { Spoken } from '@shared/subtitles/schema'
import type { Horizon } from '@shared/veil/schema'
import type { Announcer } from '../../events'
import type { Pulse } from '../../pulse'
import type { LibraryService } from '../library/service'
import type { SubtitleService } from './service'

/** A line is told at most so much later than it is spoken. */
const LOOK_MS = 100
/** While the clock stands, files may still be added and chosen: looks between two that are taken. */
const REST = 10

/** Where the clock of the episode that is on stands. */
export interface ClockStand {
  readonly showId: ShowId
  readonly episodeId: EpisodeId
  readonly positionMs: number
}

export interface SpokenLinesOptions {
  readonly subtitles: SubtitleService
  readonly library: LibraryService
  readonly announce: Announcer
  readonly pulse: Pulse
  /** Null when nothing is on. */
  readonly clock: () => ClockStand | null
}

/** What is open when the clock stands here: it is newer than what was kept of it. */
const withClock = (horizon: Horizon | null, positionMs: number): Horizon | null =>
  horizon?.running
    ? {
        ...horizon,
        running: { ...horizon.running, positionMs: positionMs as typeof horizon.running.positionMs },
      }
    : horizon

/** Tells the pages which line is being spoken, as the clock passes it. */
export function spokenLines({ subtitles, library, announce, pulse, clock }: SpokenLinesOptions) {
  let told = ''
  let seen = -1
  let rested = 0

  const spokenAt = ({ showId, episodeId, positionMs }: ClockStand): Spoken => {
    const horizon = withClock(library.horizonOf(showId), positionMs)
    return { episodeId, ...subtitles.at(showId, episodeId, positionMs, horizon) }
  }
  const stop = pulse.every(LOOK_MS, () => {
    const on = clock()
    if (!on) return
    rested = on.positionMs === seen ? rested + 1 : 0
    seen = on.positionMs
    if (rested % REST !== 0) return
    const spoken = spokenAt(on)
    const { episodeId, line, now } = spoken
    const next = JSON.stringify([episodeId, line?.n, line?.text, now])
    if (next === told) return
    told = next
    announce.emit('subtitles.spoken', spoken)
  })
  return {
    /** The line at this moment; null when nothing is on. */
    now: (): Spoken | null => {
      const on = clock()
      return on && spokenAt(on)
    },
    /** Where the clock stands; null when nothing is on. */
    stand: clock,
    stop,
  }
}
export type SpokenLines = ReturnType<typeof spokenLines>
