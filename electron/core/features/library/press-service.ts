import { AppError } from '@shared/app-error'
import type { ShowId } from '@shared/ids'
import { type AirDate, airDateCalendar } from '@shared/library/air-dates'
import { nextDate } from '@shared/library/press-rules'
import type { AirDates, Press, Tracker, TrackerReading } from '@shared/library/press-schema'
import type { LibraryPeek } from '@shared/library/schema'
import { IsoDate, IsoTime } from '@shared/time'
import { behindVeil, isSafe, redact, upTo } from '@shared/veil/rules'
import type { Horizon, Peeked, SafeAfter } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import { citationReader } from '../../db/citations'
import { stampOf } from '../../db/stamp'
import { pressStore, type ReadingRow, type TrackerRow } from './press-store'
import type { LibraryService } from './service'

/** The calendar day of a moment where the person is. */
function localDay(ms: number): IsoDate {
  const moment = new Date(ms)
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return IsoDate.parse(parts.map((part) => String(part).padStart(2, '0')).join('-'))
}

/** What is open first, in its order, and then the veils, whose place would tell something. */
const veilsLast = <T extends { veiled: boolean }>(list: readonly T[]): T[] => [
  ...list.filter(({ veiled }) => !veiled),
  ...list.filter(({ veiled }) => veiled),
]

/** The readings that are open, and one veil for all others: the soonest. How many there are would tell. */
function withOneVeil(readings: readonly TrackerReading[]): TrackerReading[] {
  const open = readings.filter(({ veiled }) => !veiled)
  const veils = readings.flatMap((reading) => (reading.veiled ? [reading] : []))
  const [soonest] = veils.sort((a, b) => (a.safeAfter ?? 0) - (b.safeAfter ?? 0))
  return soonest ? [...open, soonest] : open
}

/** Bulletins, audience figures and trackers of a show, as far as the reading line allows. */
export function pressService(context: Pick<CoreContext, 'db' | 'clock'>, library: LibraryService) {
  const { db, clock } = context
  const store = pressStore(db)
  const citationsOf = citationReader(db)

  /**
   * How far the person's own readings are open: one episode ahead of the reach, like their own notes
   * (`ownNotesReach`), because one reads a number off the screen during an episode that does not count as watched.
   */
  const ownHorizon = (showId: ShowId): Horizon | null => {
    const reach = library.notesReachOf(showId)
    return reach === null ? null : upTo(reach)
  }

  /** The days that may be known: of episodes whose details are open, and of a season's first night by the news. */
  const openDates = (showId: ShowId): AirDate[] => {
    const horizon = library.horizonOf(showId)
    const rows = library.knownRows(showId, horizon)
    const episodes = rows.flatMap((row): AirDate[] => {
      const details = library.detailsOf(row, horizon)
      if (details.veiled || details.airDate === null) return []
      const { title, airDate: date } = details
      return [{ uid: row.id, date, season: row.season, number: row.number, title }]
    })
    const taken = new Set(episodes.map(({ uid }) => uid))
    const premieres = store.bulletins(showId).flatMap((bulletin): AirDate[] => {
      const { id, stage, date, season, safe_after } = bulletin
      if (stage !== 'premiere' || date === null || season === null || !isSafe(safe_after, horizon)) return []
      // the first episode of a season that is known of; of one that is not, the news says no more than its number
      const first = rows.find((row) => row.season === season)
      if (first && taken.has(first.id)) return []
      return [{ uid: first?.id ?? id, date, season, number: first?.number ?? null, title: null }]
    })
    return [...episodes, ...premieres]
  }

  return {
    /** What one veil of the library's pages hides, for one look. */
    peek(veil: LibraryPeek): Peeked {
      const { showId } = veil
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const find = <T extends { safe_after: SafeAfter }>(rows: readonly T[], nth: number) =>
        behindVeil(rows, ({ safe_after }) => safe_after, horizon, nth)
      let found: Peeked | null = null
      if (veil.of === 'title') found = library.peekTitle(showId, veil.episodeId)
      else if (veil.of === 'bulletin') {
        const row = find(store.bulletins(showId), veil.nth)
        if (row) found = { heading: row.headline, text: row.text }
      } else {
        const row = find(store.audience(showId), veil.nth)
        if (row) found = { heading: null, text: row.text }
      }
      if (!found) throw new AppError('not-found', 'no such veil', { what: 'veil' })
      return found
    },

    press(showId: ShowId): Press {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const own = ownHorizon(showId)
      const today = localDay(clock())
      const bulletins = store.bulletins(showId)
      const audience = store.audience(showId)
      const trackers = store.trackers(showId).map((row) => ({ row, readings: store.readings(row.id) }))
      const cited = citationsOf([
        ...bulletins.map(({ id }) => id),
        ...audience.map(({ id }) => id),
        ...trackers.flatMap(({ readings }) => readings.map(({ id }) => id)),
      ])
      const sources = (id: string) => [...(cited.get(id) ?? [])]
      const toReading = ({ safe_after, safe_from_ms, at_ms, ...row }: ReadingRow): TrackerReading =>
        redact(
          row.mine ? row.ordinal : stampOf({ safe_after, safe_from_ms, ordinal: row.ordinal }),
          row.mine ? own : horizon,
          () => ({ ...row, atMs: at_ms, sources: sources(row.id) }),
        )
      const toTracker = ({ safe_after, ...row }: TrackerRow, readings: readonly ReadingRow[]): Tracker =>
        redact(safe_after, row.mine ? own : horizon, () => ({
          ...row,
          readings: withOneVeil(readings.map(toReading)),
        }))
      return {
        bulletins: veilsLast(
          bulletins.map(({ safe_after, by_name, by_role, ...row }) =>
            redact(safe_after, horizon, () => ({
              ...row,
              by: by_name === null ? null : { name: by_name, role: by_role ?? '' },
              sources: sources(row.id),
            })),
          ),
        ),
        audience: veilsLast(
          audience.map(({ safe_after, window_days, ...row }) =>
            redact(safe_after, horizon, () => ({
              ...row,
              windowDays: window_days,
              sources: sources(row.id),
            })),
          ),
        ),
        trackers: veilsLast(trackers.map(({ row, readings }) => toTracker(row, readings))),
        today,
        next: nextDate(openDates(showId), today),
      }
    },

    /** The air dates that may be known, as an iCalendar file. A hidden season is not in it. */
    airDates(showId: ShowId): AirDates {
      const { show } = library.show(showId)
      const dates = openDates(showId)
      const now = IsoTime.parse(nowIso({ clock }))
      return { text: airDateCalendar({ show: show.title, dates, now }), count: dates.length }
    },
  }
}
export type PressService = ReturnType<typeof pressService>
