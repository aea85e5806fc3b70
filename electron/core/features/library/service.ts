import { AppError } from '@shared/app-error'
import { type EpisodeId, ItemId, type SeasonId, type ShowId } from '@shared/ids'
import {
  effectiveReach,
  horizonOf,
  inOrder,
  ownNotesReach,
  type Place,
  readingAfterMark,
  watchedRun,
} from '@shared/library/rules'
import type {
  ChooseOrder,
  Episode,
  EpisodeDetails,
  EpisodeOrder,
  OfChange,
  Rate,
  Reading,
  Season,
  SetReading,
  SetRunning,
  SetWatched,
  ShowPage,
  ShowSummary,
  WatchedChange,
} from '@shared/library/schema'
import { toReach } from '@shared/veil/reach'
import { isSafe, redact, titleStamp } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, Peeked, Reach } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import { remembered } from '../../db/remembered'
import type { SettingsService } from '../settings/service'
import { type EpisodeRow, libraryStore } from './store'

/** Shows and episodes, what was watched, and how far a person reads. Every other feature asks here for the reach. */
export function libraryService(context: CoreContext, settings: SettingsService) {
  const { db } = context
  const store = libraryStore(db)

  const moved: ((showId: ShowId) => void)[] = []
  /** Tells that a person's place in a show is another one, within the transaction that moved it. */
  const tellMoved = (showId: ShowId): void => {
    for (const listener of moved) listener(showId)
  }

  const missingShow = () => new AppError('not-found', 'no such show', { what: 'show' })

  const lineIn = (showId: ShowId, places: readonly Place[]): Omit<Reading, 'running'> => {
    const run = watchedRun(places)
    const line = store.line(showId)
    const last = Math.max(0, ...places.map(({ ordinal }) => ordinal))
    return { reach: effectiveReach(line, run, last), byHand: line !== null, watchedRun: run }
  }

  // every call of every feature asks for this, and it changes a few times an evening
  const standing = remembered(
    db,
    ['show', 'season', 'episode', 'viewing', 'reading_line'],
    (showId: ShowId) => {
      const places = store.places(showId)
      return {
        ready: store.has(showId),
        places,
        ordinals: new Map(places.map(({ id, ordinal }) => [id, ordinal])),
        line: lineIn(showId, places),
      }
    },
  )

  const running = remembered(db, ['running_episode', 'episode'], (showId: ShowId) => store.running(showId))

  /** @throws AppError `not-found` */
  const mustHave = (showId: ShowId): void => {
    if (!standing(showId).ready) throw missingShow()
  }

  const readingOf = (showId: ShowId): Reading => ({
    ...standing(showId).line,
    running: running(showId),
  })

  // made of three things that are kept as they are until they change: the same three make the same horizon
  const horizons = new Map<ShowId, { readonly of: readonly unknown[]; readonly horizon: Horizon }>()

  /** What a person has seen of a show; null when it is not known, which veils. */
  const horizon = (showId: ShowId): Horizon | null => {
    const here = standing(showId)
    const { reach } = here.line
    if (!here.ready || reach === null) return null
    const of = [here, running(showId), settings.read().veil] as const
    const known = horizons.get(showId)
    if (known?.of.every((each, at) => each === of[at])) return known.horizon
    const made = horizonOf(here.places, reach, of[1], of[2])
    horizons.set(showId, { of, horizon: made })
    return made
  }

  const detailsOf = (row: EpisodeRow, within: Horizon | null): EpisodeDetails =>
    redact(titleStamp(row.ordinal, within), within, () => ({
      title: row.title,
      airDate: row.air_date,
      runtimeMs: row.runtime_ms,
    }))

  const toEpisode = (row: EpisodeRow, within: Horizon | null): Episode => ({
    id: row.id,
    season: row.season,
    number: row.number,
    ordinal: row.ordinal,
    special: row.special,
    details: detailsOf(row, within),
    viewings: row.viewings,
    lastWatchedAt: row.last_watched_at,
    halfStars: row.half_stars,
  })

  /** The episodes of every season that may be known at all. */
  const knownRows = (showId: ShowId, within: Horizon | null): EpisodeRow[] =>
    store.episodes(showId).filter((row) => isSafe(row.season_safe_after, within))

  /** By their numbers; the specials, which belong to none of them, at the end. */
  const seasonsOf = (rows: readonly EpisodeRow[], within: Horizon | null): Season[] => {
    const seasons = new Map<SeasonId, Season>()
    for (const row of rows) {
      const season = seasons.get(row.season_id) ?? { id: row.season_id, number: row.season, episodes: [] }
      season.episodes.push(toEpisode(row, within))
      seasons.set(row.season_id, season)
    }
    const place = ({ number }: Season) => (number === 0 ? Number.POSITIVE_INFINITY : number)
    return [...seasons.values()].sort((a, b) => place(a) - place(b))
  }

  /** The orders of a show. One that names an episode of a hidden season is not told: its name could. */
  const ordersOf = (showId: ShowId, rows: readonly EpisodeRow[]): EpisodeOrder[] =>
    store
      .orders(showId)
      .filter(({ episodes }) => episodes.every((named) => rows.some(({ id }) => id === named)))
      .map(({ id, name, episodes }) => ({
        id,
        name,
        episodes: inOrder(rows, episodes).map((row) => row.id),
      }))

  const putLine = (showId: ShowId, line: Reach | null): void => {
    if (line === null) store.clearLine(showId)
    else store.setLine(showId, line, nowIso(context))
  }

  const mark = ({ showId, episodeId, watched, through }: SetWatched): ItemId => {
    const rows = store.episodes(showId)
    const target = rows.find(({ id }) => id === episodeId)
    if (!target) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    // "up to here" means what comes before in the order that the person watches in
    const order = inOrder(rows, store.orderEntries(showId))
    const here = order.indexOf(target)
    const reached = (row: EpisodeRow) => {
      const place = order.indexOf(row)
      return place === here || (through && (watched ? place < here : place > here))
    }
    const changeId = ItemId.parse(context.newId())
    const line = store.line(showId)
    // somebody whose line was moved back sees again what lies between it and where they once were
    const { watchedRun: run } = standing(showId).line
    const isAgain = ({ ordinal }: EpisodeRow) => line !== null && ordinal > line && ordinal <= run
    store.addChange(changeId, showId, line, nowIso(context))
    const marked = rows.filter(reached)
    for (const row of marked) {
      if (!watched) store.removeViewings(row.id, changeId)
      else if (row.viewings === 0 || isAgain(row)) {
        // only the episode that was pointed at was watched now; those before it, some day
        const at = row.id === episodeId ? nowIso(context) : null
        store.addViewing(context.newId(), row.id, at, changeId)
      }
    }
    const ordinals = new Set(marked.map(({ ordinal }) => ordinal))
    const moved = readingAfterMark(line, ordinals, watched, standing(showId).places)
    putLine(showId, moved)
    store.endChange(changeId, moved)
    return changeId
  }

  return {
    horizonOf: horizon,
    /** How far the person's own notes on this show are open. */
    notesReachOf: (showId: ShowId): Reach | null =>
      standing(showId).ready ? ownNotesReach(standing(showId).line) : null,
    readingOf,
    mustHave,
    /** The episodes as stored, for features that list them; their titles go through `detailsOf`. */
    knownRows,
    detailsOf,
    /** The place of an episode in a show, null when it is not one of its episodes. */
    ordinalOf: (showId: ShowId, episodeId: EpisodeId): EpisodeOrdinal | null =>
      standing(showId).ordinals.get(episodeId) ?? null,

    shows: (): ShowSummary[] =>
      store.shows().map(({ id, title }) => {
        const reading = readingOf(id)
        const rows = knownRows(id, horizon(id))
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
      const within = horizon(showId)
      const rows = knownRows(showId, within)
      const orders = ordersOf(showId, rows)
      const chosen = store.chosenOrder(showId)
      return {
        show,
        reading: readingOf(showId),
        seasons: seasonsOf(rows, within),
        orders,
        orderId: orders.find(({ id }) => id === chosen)?.id ?? null,
      }
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
          tellMoved(wanted.showId)
          return { changeId, reading: readingOf(wanted.showId) }
        })
        .immediate()
    },

    /**
     * Takes a change back whole: days and rewatches return, and the reading line stands where it stood, unless it
     * was moved since.
     */
    undoWatched({ changeId }: OfChange): Reading {
      return db
        .transaction(() => {
          const change = store.change(changeId)
          if (!change) throw new AppError('not-found', 'no such change', { what: 'change' })
          store.undoChange(changeId)
          if (store.line(change.showId) === change.lineAfter) putLine(change.showId, change.lineBefore)
          tellMoved(change.showId)
          return readingOf(change.showId)
        })
        .immediate()
    },

    rate({ showId, episodeId, halfStars }: Rate): void {
      mustHave(showId)
      if (!standing(showId).ordinals.has(episodeId))
        throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
      if (halfStars === null) store.unrate(episodeId)
      else store.rate(episodeId, halfStars, nowIso(context))
    },

    /** Chooses an order to watch in. The reach goes on counting in story order. */
    chooseOrder({ showId, orderId }: ChooseOrder): void {
      db.transaction(() => {
        mustHave(showId)
        if (orderId === null) store.clearOrder(showId)
        else if (!store.chooseOrder(showId, orderId))
          throw new AppError('not-found', 'no such order in this show', { what: 'order' })
      }).immediate()
    },

    /** What stands behind the veil of a title, for one look. */
    peekTitle(showId: ShowId, episodeId: EpisodeId): Peeked | null {
      const row = knownRows(showId, horizon(showId)).find(({ id }) => id === episodeId)
      return row ? { heading: null, text: row.title } : null
    },

    /** Says what is on now, or that nothing is. */
    setRunning({ showId, episodeId, positionMs }: SetRunning): Reading {
      return db
        .transaction(() => {
          mustHave(showId)
          if (episodeId === null) store.clearRunning(showId)
          else if (!standing(showId).ordinals.has(episodeId))
            throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
          else store.setRunning(showId, episodeId, positionMs, nowIso(context))
          tellMoved(showId)
          return readingOf(showId)
        })
        .immediate()
    },

    /** Tells whoever follows where a person is in a show. Called often while an episode runs. */
    whenMoved: (listener: (showId: ShowId) => void): void => void moved.push(listener),

    setReading({ showId, reach }: SetReading): Reading {
      return db
        .transaction(() => {
          mustHave(showId)
          const { places } = standing(showId)
          const last = Math.max(0, ...places.map(({ ordinal }) => ordinal))
          if (reach === null || reach === watchedRun(places)) store.clearLine(showId)
          else store.setLine(showId, toReach(Math.min(reach, last)), nowIso(context))
          tellMoved(showId)
          return readingOf(showId)
        })
        .immediate()
    },
  }
}
export type LibraryService = ReturnType<typeof libraryService>
