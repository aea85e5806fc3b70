import { type EpisodeId, type ItemId, type ShowId, ThreadId } from '@shared/ids'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

/**
 * One episode with its beats. SQLite aggregates them, which is several times faster than a row for each; their
 * order is put right here, for it would sort once for every aggregate.
 */
export interface EpisodeBeats {
  readonly ordinal: EpisodeOrdinal
  readonly seasonSafeAfter: number | null
  /** The rows of the columns below in the order of the story. */
  readonly order: readonly number[]
  readonly ids: readonly ItemId[]
  readonly texts: readonly string[]
  /** As stored: what is no stamp veils. */
  readonly safeAfter: readonly (number | null)[]
  readonly safeFromMs: readonly (number | null)[]
}

/** The episodes of a page, both ends included. */
export interface PageOf {
  readonly showId: ShowId
  readonly from: number
  readonly to: number
}

const ThreadRow = z.object({ id: ThreadId, name: z.string(), safe_after: SafeAfter })
const StandingRow = z.object({
  ordinal: EpisodeOrdinal,
  standing: z.string().nullable(),
  season_safe_after: SafeAfter,
})
export type StandingRow = z.infer<typeof StandingRow>
const SeenRow = z.object({ ordinal: EpisodeOrdinal, at: z.string() })

type EpisodeTuple = [number, number | null, string, string, string, string, string]

/** A beat, what it builds on, and the stamps of that and of its season. */
type LinkTuple = [beat: string, on: ItemId, after: SafeAfter, fromMs: Ms | null, seasonAfter: SafeAfter]

/** `[1,null,"two"]`, which SQLite wrote, as an array of what the columns of a STRICT table hold. */
const list = <T>(json: string): T[] => JSON.parse(json) as T[]
/** Ids are joined by a comma, which none of them contains. */
const ids = (joined: string): string[] => joined.split(',')

/** Which row comes first, second, …, by a column of positions. */
function orderOf(positions: readonly number[]): number[] {
  return Array.from(positions, (_position, row) => row).sort(
    (a, b) => (positions[a] ?? 0) - (positions[b] ?? 0),
  )
}

const grouped = (rows: unknown[]): Map<string, string[]> =>
  new Map((rows as [string, string][]).map(([id, joined]) => [id, ids(joined)]))

// CROSS JOIN keeps SQLite to this order: from the few episodes to their beats
const ON_PAGE = 'FROM episode CROSS JOIN beat ON beat.episode_id = episode.id'
const ASKED = 'episode.show_id = @showId AND episode.ordinal BETWEEN @from AND @to'

/** Beats and the storylines that they belong to. A show has thousands: none of this asks once per beat. */
export function recapStore(db: Database) {
  const beats = db.prepare(`
    SELECT
      episode.ordinal, season.safe_after,
      group_concat(beat.id), json_group_array(beat.text), json_group_array(beat.safe_after),
      json_group_array(beat.safe_from_ms), json_group_array(beat.position)
    FROM episode
    JOIN season ON season.id = episode.season_id
    CROSS JOIN beat ON beat.episode_id = episode.id
    WHERE ${ASKED}
    GROUP BY episode.ordinal
  `)
  const threads = db.prepare(
    'SELECT id, name, safe_after FROM thread WHERE show_id = ? ORDER BY position LIMIT 40',
  )
  const byThread = db.prepare(`
    SELECT beat_thread.thread_id, group_concat(beat_thread.beat_id)
    ${ON_PAGE}
    CROSS JOIN beat_thread ON beat_thread.beat_id = beat.id
    WHERE ${ASKED}
    GROUP BY beat_thread.thread_id
  `)
  const byRole = db.prepare(`
    SELECT beat_role.role_id, group_concat(beat_role.beat_id)
    ${ON_PAGE}
    CROSS JOIN beat_role ON beat_role.beat_id = beat.id
    WHERE ${ASKED}
    GROUP BY beat_role.role_id
  `)
  // what is built on is read with its stamp, because it may stand on another page
  const links = db.prepare(`
    SELECT beat_link.beat_id, earlier.id, earlier.safe_after, earlier.safe_from_ms, season.safe_after
    ${ON_PAGE}
    CROSS JOIN beat_link ON beat_link.beat_id = beat.id
    CROSS JOIN beat AS earlier ON earlier.id = beat_link.builds_on_id
    CROSS JOIN episode AS place ON place.id = earlier.episode_id
    CROSS JOIN season ON season.id = place.season_id
    WHERE ${ASKED}
  `)
  const lastOrdinals = db.prepare(`
    SELECT season.safe_after, max(episode.ordinal)
    FROM episode
    JOIN season ON season.id = episode.season_id
    WHERE episode.show_id = ?
    GROUP BY season.id
  `)
  const standings = db.prepare(`
    SELECT episode.ordinal, episode.standing, season.safe_after AS season_safe_after
    FROM episode
    JOIN season ON season.id = episode.season_id
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
    /** The episodes of a page that have beats, in the order of the story. */
    episodes: (page: PageOf): EpisodeBeats[] =>
      (beats.raw().all(page) as EpisodeTuple[]).map(([ordinal, season, id, text, after, from, position]) => ({
        ordinal: ordinal as EpisodeOrdinal,
        seasonSafeAfter: season,
        order: orderOf(list(position)),
        ids: ids(id) as ItemId[],
        texts: list<string>(text),
        safeAfter: list<number | null>(after),
        safeFromMs: list<number | null>(from),
      })),
    threads: (showId: ShowId) => threads.all(showId).map((row) => ThreadRow.parse(row)),
    beatsOfThreads: (page: PageOf): ReadonlyMap<string, readonly string[]> =>
      grouped(byThread.raw().all(page)),
    beatsOfRoles: (page: PageOf): ReadonlyMap<string, readonly string[]> => grouped(byRole.raw().all(page)),
    links: (page: PageOf): LinkTuple[] => links.raw().all(page) as LinkTuple[],
    /** The last episode of each season, with the stamp of the season. */
    lastOrdinals: (showId: ShowId) => lastOrdinals.raw().all(showId) as [SafeAfter, number][],
    /** How episodes up to a reach end, the last one first. Read one by one: mostly the first is the one. */
    *standings(showId: ShowId, reach: number): Generator<StandingRow> {
      for (const row of standings.iterate(showId, reach)) yield StandingRow.parse(row)
    },
    /** The last dated viewing of each episode, the latest first. */
    *viewings(showId: ShowId): Generator<z.infer<typeof SeenRow>> {
      for (const row of viewings.iterate(showId)) yield SeenRow.parse(row)
    },
  }
}
export type RecapStore = ReturnType<typeof recapStore>

const VeiledBeat = z.object({ text: z.string(), safe_after: SafeAfter, safe_from_ms: Ms.nullable() })

/** The beats of one episode, in their order. */
export function beatsOfEpisode(db: Database) {
  const beats = db.prepare(
    'SELECT text, safe_after, safe_from_ms FROM beat WHERE episode_id = ? ORDER BY position LIMIT 1000',
  )
  return (episodeId: EpisodeId) => beats.all(episodeId).map((row) => VeiledBeat.parse(row))
}
