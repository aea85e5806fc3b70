import { AppError } from '@shared/app-error'
import { type EpisodeId, ItemId, type ShowId } from '@shared/ids'
import { effectiveReach, ownNotesReach, readingAfterMark, watchedRun } from '@shared/library/rules'
import type {
  Episode,
  EpisodeDetails,
  OfChange,
  Reading,
  Season,
  SetReading,
  SetWatched,
  ShowPage,
  ShowSummary,
  WatchedChange,
} from '@shared/library/schema'
import { isSafe, redact } from '@shared/veil/rules'
import { type EpisodeOrdinal, Reach } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import { type EpisodeRow, libraryStore } from './store'

/** Shows and episodes, what was watched, and how far a person reads. Every other feature asks here for the reach. */
export function libraryService(context: CoreContext) {
  const { db } = context
  const store = libraryStore(db)

  const missingShow = () => new AppError('not-found', 'no such show', { what: 'show' })

  /** @throws AppError `not-found` */
  const mustHave = (showId: ShowId): void => {
    if (!store.has(showId)) throw missingShow()
  }

  const runOf = (showId: ShowId): Reach => {
    const { ordinals, watched } = store.places(showId)
    return watchedRun(ordinals, watched)
  }

  const readingOf = (showId: ShowId): Reading => {
    const run = runOf(showId)
    const line = store.line(showId)
    return { reach: effectiveReach(line, run), byHand: line !== null, watchedRun: run }
  }

  /** How far a person reads this show; null when it is not known, which veils. */
  const reachOf = (showId: ShowId): Reach | null => (store.has(showId) ? readingOf(showId).reach : null)

  const detailsOf = (row: EpisodeRow, reach: Reach | null): EpisodeDetails =>
    redact(row.ordinal, reach, () => ({ title: row.title, airDate: row.air_date, runtimeMs: row.runtime_ms }))

  const toEpisode = (row: EpisodeRow, reach: Reach | null): Episode => ({
    id: row.id,
    season: row.season,
    number: row.number,
    ordinal: row.ordinal,
    details: detailsOf(row, reach),
    viewings: row.viewings,
    lastWatchedAt: row.last_watched_at,
  })

  /** The episodes of every season that may be known at all. */
  const knownRows = (showId: ShowId, reach: Reach | null): EpisodeRow[] =>
    store.episodes(showId).filter((row) => isSafe(row.season_safe_after, reach))

  const seasonsOf = (rows: readonly EpisodeRow[], reach: Reach | null): Season[] => {
    const seasons: Season[] = []
    for (const row of rows) {
      const last = seasons.at(-1)
      if (last?.id === row.season_id) last.episodes.push(toEpisode(row, reach))
      else seasons.push({ id: row.season_id, number: row.season, episodes: [toEpisode(row, reach)] })
    }
    return seasons
  }

  const putLine = (showId: ShowId, line: Reach | null): void => {
    if (line === null) store.clearLine(showId)
    else store.setLine(showId, line, nowIso(context))
  }

  const mark = ({ showId, episodeId, watched, through }: SetWatched): ItemId => {
    const rows = store.episodes(showId)
    const target = rows.find(({ id }) => id === episodeId)
    if (!target) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    const reached = (row: EpisodeRow) =>
      row.id === episodeId ||
      (through && (watched ? row.ordinal < target.ordinal : row.ordinal > target.ordinal))
    const changeId = ItemId.parse(context.newId())
    const line = store.line(showId)
    store.addChange(changeId, showId, line, nowIso(context))
    for (const row of rows.filter(reached)) {
      if (!watched) store.removeViewings(row.id, changeId)
      else if (row.viewings === 0) {
        // only the episode that was pointed at was watched now; those before it, some day
        const at = row.id === episodeId ? nowIso(context) : null
        store.addViewing(context.newId(), row.id, at, changeId)
      }
    }
    const moved = readingAfterMark(line, target.ordinal, watched, runOf(showId))
    putLine(showId, moved)
    return changeId
  }

  return {
    reachOf,
    /** How far the person's own notes on this show are open. */
    notesReachOf: (showId: ShowId): Reach | null =>
      store.has(showId) ? ownNotesReach(readingOf(showId)) : null,
    readingOf,
    mustHave,
    /** The episodes as stored, for features that list them; their titles go through `detailsOf`. */
    knownRows,
    detailsOf,
    ordinalOf: (showId: ShowId, episodeId: EpisodeId): EpisodeOrdinal | null =>
      store.ordinal(showId, episodeId),

    shows: (): ShowSummary[] =>
      store.shows().map(({ id, title }) => {
        const reading = readingOf(id)
        const rows = knownRows(id, reading.reach)
        return {
          id,
          title,
          seasons: new Set(rows.map(({ season }) => season)).size,
          episodes: rows.length,
          reading,
        }
      }),

    show(showId: ShowId): ShowPage {
      const show = store.show(showId)
      if (!show) throw missingShow()
      const reading = readingOf(showId)
      return { show, reading, seasons: seasonsOf(knownRows(showId, reading.reach), reading.reach) }
    },

    /** Marks the episodes up to a reach as watched some day, for somebody who comes with a history. */
    markSeenBefore(showId: ShowId, reach: Reach): void {
      for (const row of store.episodes(showId)) {
        if (row.ordinal <= reach && row.viewings === 0) store.addViewing(context.newId(), row.id, null, null)
      }
    },

    /** Marks episodes, or takes them back. Answers the change, by which it can be undone. */
    setWatched(wanted: SetWatched): WatchedChange {
      return db
        .transaction(() => {
          mustHave(wanted.showId)
          const changeId = mark(wanted)
          return { changeId, reading: readingOf(wanted.showId) }
        })
        .immediate()
    },

    /** Takes a change back whole: days and rewatches return, and the reading line stands where it stood. */
    undoWatched({ changeId }: OfChange): Reading {
      return db
        .transaction(() => {
          const change = store.change(changeId)
          if (!change) throw new AppError('not-found', 'no such change', { what: 'change' })
          store.undoChange(changeId)
          putLine(change.showId, change.lineBefore)
          return readingOf(change.showId)
        })
        .immediate()
    },

    setReading({ showId, reach }: SetReading): Reading {
      return db
        .transaction(() => {
          mustHave(showId)
          const { ordinals } = store.places(showId)
          if (reach === null || reach === runOf(showId)) store.clearLine(showId)
          else store.setLine(showId, Reach.parse(Math.min(reach, Math.max(0, ...ordinals))), nowIso(context))
          return readingOf(showId)
        })
        .immediate()
    },
  }
}
export type LibraryService = ReturnType<typeof libraryService>
