import { type EpisodeId, type ItemId, type ShowId, ThreadId } from '@shared/ids'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'
import { ASKED, list, numbers, ON_PAGE, type PageOf, type PageShape, pageShapes } from './page-shape'

/**
 * The beats of a page in columns, of which each row is a beat. SQLite makes a column of them in one piece, which is
 * several times faster than a row for each.
 */
export interface PageBeats {
  readonly shape: PageShape
  readonly texts: readonly string[]
  /** As stored: what is no stamp veils. */
  readonly safeAfter: readonly (number | null)[]
  readonly safeFromMs: readonly (number | null)[]
}

const ThreadRow = z.object({ id: ThreadId, name: z.string(), safe_after: SafeAfter })
const StandingRow = z.object({
  ordinal: EpisodeOrdinal,
  standing: z.string().nullable(),
  season_safe_after: SafeAfter,
})
export type StandingRow = z.infer<typeof StandingRow>
const SeenRow = z.object({ ordinal: EpisodeOrdinal, at: z.string() })

/** A beat that others build on, with its stamp and that of its season. */
type StampTuple = [
  id: ItemId,
  after: SafeAfter,
  fromMs: Ms | null,
  of: EpisodeOrdinal,
  seasonAfter: SafeAfter,
]

/** Beats and the storylines that they belong to. A show has thousands: none of this asks once per beat. */
export function recapStore(db: Database) {
  const shapes = pageShapes(db)
  const beats = db
    .prepare(`
    SELECT
      group_concat(beat.rowid), json_group_array(beat.text),
      group_concat(coalesce(beat.safe_after, 'null')), group_concat(coalesce(beat.safe_from_ms, 'null'))
    ${ON_PAGE}
    WHERE ${ASKED}
  `)
    .raw()
  const threads = db.prepare(
    'SELECT id, name, safe_after FROM thread WHERE show_id = ? ORDER BY position LIMIT 40',
  )
  const stampsOf = db
    .prepare(`
    SELECT beat.id, beat.safe_after, beat.safe_from_ms, episode.ordinal, season.safe_after
    FROM json_each(?) AS wanted
    CROSS JOIN beat ON beat.id = wanted.value
    CROSS JOIN episode ON episode.id = beat.episode_id
    CROSS JOIN season ON season.id = episode.season_id
  `)
    .raw()
  const stamps = db.prepare(`
    SELECT episode.ordinal, season.safe_after
    FROM episode
    JOIN season ON season.id = episode.season_id
    WHERE episode.show_id = ?
  `)
  const standings = db.prepare(`
    SELECT episode.ordinal, episode.standing, season.safe_after AS season_safe_after
    FROM episode
    CROSS JOIN season ON season.id = episode.season_id
    WHERE episode.show_id = ? AND episode.ordinal <= ?
    ORDER BY episode.ordinal DESC
  `)
  const viewings = db.prepare(`
    SELECT episode.ordinal, max(viewing.watched_at) AS at
    FROM viewing
    JOIN episode ON episode.id = viewing.episode_id
    WHERE episode.show_id = ? AND viewing.removed_by IS NULL AND viewing.watched_at IS NOT NULL
    GROUP BY episode.ordinal
    ORDER BY at DESC, episode.ordinal DESC
  `)

  return {
    /** The beats of a page. Their texts and stamps are read each time: what is kept could be kept too long. */
    beats(page: PageOf): PageBeats {
      const [rowids, text, after, from] = (beats.get(page) ?? []) as (string | null)[]
      const known = shapes.of(page)
      return {
        // whatever is kept, texts are never told by rows that are not theirs
        shape: known.rowids === (rowids ?? '') ? known : shapes.anew(page),
        texts: list<string>(text),
        safeAfter: numbers<number | null>(after),
        safeFromMs: numbers<number | null>(from),
      }
    },
    threads: remembered(db, ['thread'], (showId: ShowId) =>
      threads.all(showId).map((row) => ThreadRow.parse(row)),
    ),
    /** The stamps of beats, wherever they stand. Read each time, as those of a page are. */
    stampsOf: (ids: readonly ItemId[]): StampTuple[] => stampsOf.all(JSON.stringify(ids)) as StampTuple[],
    /** The stamp of every episode's season, by the ordinal of the episode. */
    seasonStamps: remembered(
      db,
      ['episode', 'season'],
      (showId: ShowId): ReadonlyMap<number, SafeAfter> =>
        new Map(stamps.raw().all(showId) as [number, SafeAfter][]),
    ),
    /** How episodes up to a reach end, the last one first. Read one by one: mostly the first is the one. */
    *standings(showId: ShowId, reach: number): Generator<StandingRow> {
      for (const row of standings.iterate(showId, reach)) yield StandingRow.parse(row)
    },
    /** The last dated viewing of each episode, the latest first. */
    viewings: remembered(db, ['viewing', 'episode'], (showId: ShowId): readonly z.infer<typeof SeenRow>[] =>
      viewings.all(showId).map((row) => SeenRow.parse(row)),
    ),
  }
}
export type RecapStore = ReturnType<typeof recapStore>

const VeiledBeat = z.object({
  text: z.string(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
  ordinal: EpisodeOrdinal,
})

/** The beats of one episode, in their order. */
export function beatsOfEpisode(db: Database) {
  const beats = db.prepare(`
    SELECT beat.text, beat.safe_after, beat.safe_from_ms, episode.ordinal
    FROM beat
    JOIN episode ON episode.id = beat.episode_id
    WHERE beat.episode_id = ?
    ORDER BY beat.position
    LIMIT 1000
  `)
  return (episodeId: EpisodeId) => beats.all(episodeId).map((row) => VeiledBeat.parse(row))
}
