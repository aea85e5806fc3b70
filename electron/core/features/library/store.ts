import { EpisodeId, type ItemId, OrderId, SeasonId, ShowId } from '@shared/ids'
import { HalfStars, type Show } from '@shared/library/schema'
import { IsoDate, IsoTime, Ms } from '@shared/time'
import { EpisodeOrdinal, Reach, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const ShowRow = z
  .object({
    id: ShowId,
    title: z.string(),
    emphasis: z.string().nullable(),
    creator: z.string().nullable(),
    network: z.string().nullable(),
    genre: z.string().nullable(),
    premise: z.string().nullable(),
    first_aired: IsoDate.nullable(),
    as_of: IsoDate.nullable(),
    pack_version: z.string().nullable(),
  })
  .transform(
    ({ first_aired, as_of, pack_version, ...rest }): Show => ({
      ...rest,
      firstAired: first_aired,
      asOf: as_of,
      packVersion: pack_version,
    }),
  )

const EpisodeRow = z.object({
  id: EpisodeId,
  season_id: SeasonId,
  season: z.int(),
  number: z.int(),
  ordinal: EpisodeOrdinal,
  special: z.int().transform((flag) => flag === 1),
  title: z.string(),
  air_date: IsoDate.nullable(),
  runtime_ms: Ms.nullable(),
  standing: z.string().nullable(),
  season_safe_after: SafeAfter,
  viewings: z.int(),
  last_watched_at: IsoTime.nullable(),
  half_stars: HalfStars.nullable(),
})
export type EpisodeRow = z.infer<typeof EpisodeRow>

const RunningRow = z
  .object({ episode_id: EpisodeId, ordinal: EpisodeOrdinal, position_ms: Ms })
  .transform(({ episode_id, ordinal, position_ms }) => ({
    episodeId: episode_id,
    ordinal,
    positionMs: position_ms,
  }))
export type RunningRow = z.infer<typeof RunningRow>

const EpisodeIds = z.array(EpisodeId)
const OrderRow = z.object({
  id: OrderId,
  name: z.string(),
  episodes: z.string().transform((json) => EpisodeIds.parse(JSON.parse(json))),
})
export type OrderRow = z.infer<typeof OrderRow>
const MaybeOrder = OrderId.nullable()

const Change = z
  .object({ show_id: ShowId, line_before: Reach.nullable(), line_after: Reach.nullable() })
  .transform(({ show_id, line_before, line_after }) => ({
    showId: show_id,
    lineBefore: line_before,
    lineAfter: line_after,
  }))
type Change = z.infer<typeof Change>

const PlaceRow = z
  .object({
    id: EpisodeId,
    ordinal: EpisodeOrdinal,
    special: z.int(),
    watched: z.int(),
    season_safe_after: SafeAfter,
  })
  .transform(({ id, ordinal, special, watched, season_safe_after }) => ({
    id,
    ordinal,
    special: special === 1,
    watched: watched === 1,
    seasonSafeAfter: season_safe_after,
  }))
/** A `Place` with the id of its episode. */
export type PlaceRow = z.infer<typeof PlaceRow>

// made once: building a schema costs more than using it
const MaybeReach = Reach.nullable()

/** Shows, episodes, what was watched, and the reading line. */
export function libraryStore(db: Database) {
  const shows = db.prepare(`
    SELECT id, title, emphasis, creator, network, genre, premise, first_aired, as_of, pack_version
    FROM show
    WHERE ready = 1
    ORDER BY created_at, id
    LIMIT 100
  `)
  const show = db.prepare(`
    SELECT id, title, emphasis, creator, network, genre, premise, first_aired, as_of, pack_version
    FROM show
    WHERE id = ? AND ready = 1
  `)
  const episodes = db.prepare(`
    SELECT
      episode.id, episode.season_id, season.number AS season, episode.number, episode.ordinal,
      episode.special, episode.title, episode.air_date, episode.runtime_ms, episode.standing,
      season.safe_after AS season_safe_after,
      count(viewing.id) AS viewings, max(viewing.watched_at) AS last_watched_at,
      (SELECT half_stars FROM rating WHERE episode_id = episode.id) AS half_stars
    FROM episode
    JOIN season ON season.id = episode.season_id
    LEFT JOIN viewing ON viewing.episode_id = episode.id AND viewing.removed_by IS NULL
    WHERE episode.show_id = ?
    GROUP BY episode.id
    ORDER BY episode.ordinal
  `)
  const places = db.prepare(`
    SELECT episode.id, episode.ordinal, episode.special, season.safe_after AS season_safe_after, EXISTS (
      SELECT 1 FROM viewing WHERE episode_id = episode.id AND removed_by IS NULL
    ) AS watched
    FROM episode
    JOIN season ON season.id = episode.season_id
    WHERE episode.show_id = ?
  `)
  const line = db.prepare('SELECT reach FROM reading_line WHERE show_id = ?').pluck()
  const setLine = db.prepare(`
    INSERT INTO reading_line (show_id, reach, set_at) VALUES (@showId, @reach, @now)
    ON CONFLICT (show_id) DO UPDATE SET reach = excluded.reach, set_at = excluded.set_at
  `)
  const clearLine = db.prepare('DELETE FROM reading_line WHERE show_id = ?')
  const running = db.prepare(`
    SELECT episode.id AS episode_id, episode.ordinal, running_episode.position_ms
    FROM running_episode
    JOIN episode ON episode.id = running_episode.episode_id
    WHERE running_episode.show_id = ?
  `)
  const setRunning = db.prepare(`
    INSERT INTO running_episode (show_id, episode_id, position_ms, set_at)
    VALUES (@showId, @episodeId, @positionMs, @now)
    ON CONFLICT (show_id) DO UPDATE SET
      episode_id = excluded.episode_id, position_ms = excluded.position_ms, set_at = excluded.set_at
  `)
  const clearRunning = db.prepare('DELETE FROM running_episode WHERE show_id = ?')
  const orders = db.prepare(`
    SELECT id, name, (
      SELECT json_group_array(episode_id)
      FROM (SELECT episode_id FROM order_entry WHERE order_id = episode_order.id ORDER BY position)
    ) AS episodes
    FROM episode_order
    WHERE show_id = ?
    ORDER BY position
    LIMIT 20
  `)
  const chosenOrder = db.prepare('SELECT order_id FROM chosen_order WHERE show_id = ?').pluck()
  const orderEntries = db
    .prepare(`
    SELECT order_entry.episode_id
    FROM chosen_order
    JOIN order_entry ON order_entry.order_id = chosen_order.order_id
    WHERE chosen_order.show_id = ?
    ORDER BY order_entry.position
  `)
    .pluck()
  const chooseOrder = db.prepare(`
    INSERT INTO chosen_order (show_id, order_id)
    SELECT show_id, id FROM episode_order WHERE id = @orderId AND show_id = @showId
    ON CONFLICT (show_id) DO UPDATE SET order_id = excluded.order_id
  `)
  const clearOrder = db.prepare('DELETE FROM chosen_order WHERE show_id = ?')
  const addChange = db.prepare(`
    INSERT INTO watched_change (id, show_id, line_before, made_at) VALUES (@id, @showId, @lineBefore, @now)
  `)
  const change = db.prepare('SELECT show_id, line_before, line_after FROM watched_change WHERE id = ?')
  const endChange = db.prepare('UPDATE watched_change SET line_after = @lineAfter WHERE id = @id')
  const dropChange = db.prepare('DELETE FROM watched_change WHERE id = ?')
  const addViewing = db.prepare(`
    INSERT INTO viewing (id, episode_id, watched_at, added_by) VALUES (@id, @episodeId, @at, @changeId)
  `)
  const removeViewings = db.prepare(`
    UPDATE viewing SET removed_by = @changeId WHERE episode_id = @episodeId AND removed_by IS NULL
  `)
  const dropAdded = db.prepare('DELETE FROM viewing WHERE added_by = ?')
  const bringBack = db.prepare('UPDATE viewing SET removed_by = NULL WHERE removed_by = ?')
  const rate = db.prepare(`
    INSERT INTO rating (episode_id, half_stars, rated_at) VALUES (@episodeId, @halfStars, @now)
    ON CONFLICT (episode_id) DO UPDATE SET half_stars = excluded.half_stars, rated_at = excluded.rated_at
  `)
  const unrate = db.prepare('DELETE FROM rating WHERE episode_id = ?')
  const isReady = db.prepare('SELECT 1 FROM show WHERE id = ? AND ready = 1').pluck()

  return {
    shows: (): Show[] => shows.all().map((row) => ShowRow.parse(row)),
    show: (id: ShowId): Show | null => {
      const row = show.get(id)
      return row ? ShowRow.parse(row) : null
    },
    has: (id: ShowId): boolean => isReady.get(id) === 1,
    /** Every episode of a show, in order, with how often it was watched. */
    episodes: (id: ShowId): EpisodeRow[] => episodes.all(id).map((row) => EpisodeRow.parse(row)),
    /** The episodes of a show as far as the reach is concerned. */
    places: (id: ShowId): PlaceRow[] => places.all(id).map((row) => PlaceRow.parse(row)),
    /** The line as set by hand, null when watched episodes move it. */
    line: (id: ShowId): Reach | null => MaybeReach.parse(line.get(id) ?? null),
    setLine: (showId: ShowId, reach: Reach, now: string): void => void setLine.run({ showId, reach, now }),
    clearLine: (id: ShowId): void => void clearLine.run(id),
    /** The episode that is on now. */
    running: (id: ShowId): RunningRow | null => {
      const row = running.get(id)
      return row ? RunningRow.parse(row) : null
    },
    setRunning: (showId: ShowId, episodeId: EpisodeId, positionMs: Ms, now: string): void =>
      void setRunning.run({ showId, episodeId, positionMs, now }),
    clearRunning: (id: ShowId): void => void clearRunning.run(id),
    orders: (id: ShowId): OrderRow[] => orders.all(id).map((row) => OrderRow.parse(row)),
    /** The order that a person watches in, null for the story's own. */
    chosenOrder: (id: ShowId): OrderId | null => MaybeOrder.parse(chosenOrder.get(id) ?? null),
    /** The episodes that the chosen order names; none when it is the story's own. */
    orderEntries: (id: ShowId): EpisodeId[] => EpisodeIds.parse(orderEntries.all(id)),
    /** @returns whether the show has this order */
    chooseOrder: (showId: ShowId, orderId: OrderId): boolean =>
      chooseOrder.run({ showId, orderId }).changes === 1,
    clearOrder: (id: ShowId): void => void clearOrder.run(id),
    rate: (episodeId: EpisodeId, halfStars: HalfStars, now: string): void =>
      void rate.run({ episodeId, halfStars, now }),
    unrate: (episodeId: EpisodeId): void => void unrate.run(episodeId),
    /** Begins a change of what was watched; what it adds and takes away hangs on it. */
    addChange: (id: string, showId: ShowId, lineBefore: Reach | null, now: string): void =>
      void addChange.run({ id, showId, lineBefore, now }),
    /** Notes where a change left the line by hand. */
    endChange: (id: ItemId, lineAfter: Reach | null): void => void endChange.run({ id, lineAfter }),
    change: (id: ItemId): Change | null => {
      const row = change.get(id)
      return row ? Change.parse(row) : null
    },
    /** Takes a change back: what it added goes, what it took away returns. */
    undoChange: (id: ItemId): void => {
      dropAdded.run(id)
      bringBack.run(id)
      dropChange.run(id)
    },
    /** @param at the moment, ISO-8601; null when nobody knows it any more */
    addViewing: (id: string, episodeId: EpisodeId, at: string | null, changeId: string | null): void =>
      void addViewing.run({ id, episodeId, at, changeId }),
    removeViewings: (episodeId: EpisodeId, changeId: string): void =>
      void removeViewings.run({ episodeId, changeId }),
  }
}
export type LibraryStore = ReturnType<typeof libraryStore>
