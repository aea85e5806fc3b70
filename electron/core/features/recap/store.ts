import { type EpisodeId, type ItemId, type ShowId, ThreadId } from '@shared/ids'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'

/**
 * The beats of a page in columns, of which each row is a beat. SQLite makes a column of them in one piece, which is
 * several times faster than a row for each; their order is put right here.
 */
export interface PageBeats {
  /** The rows in the order of the story. */
  readonly order: readonly number[]
  readonly ids: readonly ItemId[]
  readonly ordinals: readonly EpisodeOrdinal[]
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

type BeatTuple = readonly (string | null)[]

/** A beat, what it builds on, and the stamps of that and of its season. */
type LinkTuple = [beat: string, on: ItemId, after: SafeAfter, fromMs: Ms | null, seasonAfter: SafeAfter]

/** `[1,null,"two"]`, which SQLite wrote, as an array of what the columns of a STRICT table hold. */
const list = <T>(json: string | null | undefined): T[] => JSON.parse(json ?? '[]') as T[]
/** Numbers and ids are joined by a comma, which none of them contains. */
const numbers = (joined: string | null | undefined): number[] => list(`[${joined ?? ''}]`)
const ids = (joined: string | null | undefined): string[] => (joined ? joined.split(',') : [])

/** Which row comes first, second, …: by episode, and in an episode by position. Mostly they are so already. */
function orderOf(ordinals: readonly number[], positions: readonly number[]): number[] {
  const before = (a: number, b: number): number =>
    (ordinals[a] ?? 0) - (ordinals[b] ?? 0) || (positions[a] ?? 0) - (positions[b] ?? 0)
  const rows = Array.from(positions, (_position, row) => row)
  return rows.every((row) => row === 0 || before(row - 1, row) <= 0) ? rows : rows.sort(before)
}

/** The ids of beats, under what they belong to. */
type Groups = ReadonlyMap<string, readonly string[]>

function grouped(row: BeatTuple | undefined): Groups {
  const groups = new Map<string, string[]>()
  const beats = ids(row?.[1])
  for (const [at, id] of ids(row?.[0]).entries()) {
    const [group, beat = ''] = [groups.get(id), beats[at]]
    if (group) group.push(beat)
    else groups.set(id, [beat])
  }
  return groups
}

// CROSS JOIN keeps SQLite to this order: from the few episodes to their beats
const ON_PAGE = 'FROM episode CROSS JOIN beat ON beat.episode_id = episode.id'
const ASKED = 'episode.show_id = @showId AND episode.ordinal BETWEEN @from AND @to'

/** Beats and the storylines that they belong to. A show has thousands: none of this asks once per beat. */
export function recapStore(db: Database) {
  const beats = db
    .prepare(`
    SELECT
      group_concat(beat.id), group_concat(episode.ordinal), group_concat(beat.position),
      json_group_array(beat.text), json_group_array(beat.safe_after), json_group_array(beat.safe_from_ms)
    ${ON_PAGE}
    WHERE ${ASKED}
  `)
    .raw()
  const threads = db.prepare(
    'SELECT id, name, safe_after FROM thread WHERE show_id = ? ORDER BY position LIMIT 40',
  )
  const byThread = db
    .prepare(`
    SELECT group_concat(beat_thread.thread_id), group_concat(beat.id)
    ${ON_PAGE}
    CROSS JOIN beat_thread ON beat_thread.beat_id = beat.id
    WHERE ${ASKED}
  `)
    .raw()
  const byRole = db
    .prepare(`
    SELECT group_concat(beat_role.role_id), group_concat(beat.id)
    ${ON_PAGE}
    CROSS JOIN beat_role ON beat_role.beat_id = beat.id
    WHERE ${ASKED}
  `)
    .raw()
  // what is built on is read with its stamp, because it may stand on another page
  const links = db.prepare(`
    SELECT beat.id, earlier.id, earlier.safe_after, earlier.safe_from_ms, season.safe_after
    ${ON_PAGE}
    CROSS JOIN beat_link ON beat_link.beat_id = beat.id
    CROSS JOIN beat AS earlier ON earlier.id = beat_link.builds_on_id
    CROSS JOIN episode AS place ON place.id = earlier.episode_id
    CROSS JOIN season ON season.id = place.season_id
    WHERE ${ASKED}
  `)
  const stamps = db.prepare(`
    SELECT episode.ordinal, season.safe_after
    FROM episode
    JOIN season ON season.id = episode.season_id
    WHERE episode.show_id = ?
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

  /** What belongs to what is kept until it changes: it holds no text and no stamp. */
  const keptByPage = (tables: readonly string[], read: (page: PageOf) => Groups) => {
    const kept = remembered(db, tables, (_showId: ShowId) => new Map<string, Groups>())
    return (page: PageOf): Groups => {
      const pages = kept(page.showId)
      const name = `${page.from}-${page.to}`
      const groups = pages.get(name) ?? read(page)
      pages.set(name, groups)
      return groups
    }
  }

  return {
    /** The beats of a page. Their texts and stamps are read each time: what is kept could be kept too long. */
    beats(page: PageOf): PageBeats {
      const [id, ordinal, position, text, after, from] = (beats.get(page) ?? []) as BeatTuple
      const ordinals = numbers(ordinal)
      return {
        order: orderOf(ordinals, numbers(position)),
        ids: ids(id) as ItemId[],
        ordinals: ordinals as EpisodeOrdinal[],
        texts: list<string>(text),
        safeAfter: list<number | null>(after),
        safeFromMs: list<number | null>(from),
      }
    },
    threads: remembered(db, ['thread'], (showId: ShowId) =>
      threads.all(showId).map((row) => ThreadRow.parse(row)),
    ),
    /** Which beats of a page belong to which storyline and to which role. */
    beatsOfThreads: keptByPage(['episode', 'beat', 'beat_thread'], (page) =>
      grouped(byThread.get(page) as BeatTuple | undefined),
    ),
    beatsOfRoles: keptByPage(['episode', 'beat', 'beat_role'], (page) =>
      grouped(byRole.get(page) as BeatTuple | undefined),
    ),
    links: (page: PageOf): LinkTuple[] => links.raw().all(page) as LinkTuple[],
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
