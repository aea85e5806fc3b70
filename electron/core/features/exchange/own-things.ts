import type { Item } from '@shared/exchange/flat-fields'
import type { EpisodeId, ShowId } from '@shared/ids'
import type { Database } from '../../db/database'

/** How much of a person's own hangs on one episode. */
export interface Attached {
  readonly notes: number
  readonly viewings: number
  readonly ratings: number
  readonly cards: number
  readonly readings: number
}

/** What a person has hung on the rows of a pack, and moves with them. */
export function ownThings(db: Database) {
  const attached = db.prepare<[{ id: string; showId: string; ordinal: number }], Attached>(`
    SELECT
      (SELECT count(*) FROM note WHERE episode_id = @id) AS notes,
      (SELECT count(*) FROM viewing WHERE episode_id = @id AND removed_by IS NULL) AS viewings,
      (SELECT count(*) FROM rating WHERE episode_id = @id) AS ratings,
      (
        SELECT count(*)
        FROM card
        WHERE show_id = @showId AND question_id IS NULL AND (ordinal = @ordinal OR safe_after = @ordinal)
      ) AS cards,
      (
        SELECT count(*)
        FROM reading
        JOIN tracker ON tracker.id = reading.tracker_id
        WHERE tracker.show_id = @showId AND reading.mine = 1 AND reading.ordinal = @ordinal
      ) AS readings
  `)
  const readings = db
    .prepare<[string], number>('SELECT count(*) FROM reading WHERE tracker_id = ? AND mine = 1')
    .pluck()
  const used = db
    .prepare<[{ showId: string }], string>(`
    SELECT episode.id
    FROM episode
    WHERE show_id = @showId AND (
      EXISTS (SELECT 1 FROM note WHERE episode_id = episode.id)
      OR EXISTS (SELECT 1 FROM viewing WHERE episode_id = episode.id AND removed_by IS NULL)
      OR EXISTS (SELECT 1 FROM rating WHERE episode_id = episode.id)
      OR EXISTS (
        SELECT 1
        FROM card
        WHERE show_id = @showId AND question_id IS NULL
          AND (card.ordinal = episode.ordinal OR card.safe_after = episode.ordinal)
      )
      OR EXISTS (
        SELECT 1
        FROM reading
        JOIN tracker ON tracker.id = reading.tracker_id
        WHERE tracker.show_id = @showId AND reading.mine = 1 AND reading.ordinal = episode.ordinal
      )
    )
    UNION ALL
    SELECT DISTINCT tracker.id
    FROM tracker
    JOIN reading ON reading.tracker_id = tracker.id
    WHERE tracker.show_id = @showId AND reading.mine = 1
  `)
    .pluck()
  const stamps = [
    db.prepare(`
      UPDATE card
      SET ordinal = coalesce((SELECT value FROM json_each(@map) WHERE key = ordinal), ordinal),
        safe_after = coalesce((SELECT value FROM json_each(@map) WHERE key = safe_after), safe_after)
      WHERE show_id = @showId AND question_id IS NULL
    `),
    db.prepare(`
      UPDATE reading
      SET ordinal = coalesce((SELECT value FROM json_each(@map) WHERE key = ordinal), ordinal),
        safe_after = coalesce((SELECT value FROM json_each(@map) WHERE key = safe_after), safe_after)
      WHERE mine = 1 AND tracker_id IN (SELECT id FROM tracker WHERE show_id = @showId)
    `),
  ]
  const trackers = db.prepare(`
    UPDATE tracker
    SET safe_after = coalesce((SELECT value FROM json_each(@map) WHERE key = safe_after), safe_after)
    WHERE show_id = @showId AND pack_key IS NULL
  `)
  const reaches = [
    db.prepare(`
      UPDATE reading_line
      SET reach = coalesce((SELECT value FROM json_each(@map) WHERE key = reach), reach)
      WHERE show_id = @showId
    `),
    db.prepare(`
      UPDATE watched_change
      SET line_before = coalesce((SELECT value FROM json_each(@map) WHERE key = line_before), line_before)
      WHERE show_id = @showId
    `),
  ]
  const note = db
    .prepare<[string], number>('SELECT count(*) FROM note WHERE show_id = ? AND deleted_at IS NULL')
    .pluck()
  const ownCards = db
    .prepare<[string], number>(
      'SELECT count(*) FROM card WHERE show_id = ? AND question_id IS NULL AND deleted_at IS NULL',
    )
    .pluck()
  const watched = db
    .prepare<[string], number>(`
    SELECT count(DISTINCT viewing.episode_id)
    FROM viewing
    JOIN episode ON episode.id = viewing.episode_id
    WHERE episode.show_id = ? AND viewing.removed_by IS NULL
  `)
    .pluck()

  return {
    /** What hangs on an episode. Notes in the bin count: they can come back. */
    attachedTo: (showId: ShowId, id: EpisodeId | string, ordinal: number): Attached =>
      attached.get({ id, showId, ordinal }) ?? { notes: 0, viewings: 0, ratings: 0, cards: 0, readings: 0 },
    /** A person's own values of a tracker. */
    readingsOf: (trackerId: string): number => readings.get(trackerId) ?? 0,
    /** The ids of the episodes and trackers on which something of the person's hangs. */
    used: (showId: ShowId): string[] => used.all({ showId }),
    /** What goes with a show: for the question before it goes. */
    ofShow: (showId: ShowId) => ({
      notes: note.get(showId) ?? 0,
      cards: ownCards.get(showId) ?? 0,
      watched: watched.get(showId) ?? 0,
    }),

    /**
     * Moves the stamps of a person's own cards and readings, and their reading line, with the episodes. What
     * stood at an episode that is gone waits for the next one; the line steps back before it.
     */
    follow(showId: ShowId, from: readonly Item[], to: readonly Item[]): void {
      const now = new Map(to.map(({ key, ordinal }) => [key, Number(ordinal)]))
      const places = from.map(({ key, ordinal }) => ({ old: Number(ordinal), place: now.get(key) }))
      if (places.every(({ old, place }) => place === old)) return
      const stampMap: Record<string, number> = {}
      let next = to.length + 1
      for (const { old, place } of places.toReversed()) {
        if (place !== undefined) next = place
        stampMap[old] = next
      }
      const reachMap: Record<string, number> = {}
      let last = 0
      for (const { old, place } of places) {
        if (place !== undefined) last = place
        reachMap[old] = last
      }
      for (const statement of [...stamps, trackers]) statement.run({ showId, map: JSON.stringify(stampMap) })
      for (const statement of reaches) statement.run({ showId, map: JSON.stringify(reachMap) })
    },
  }
}
export type OwnThings = ReturnType<typeof ownThings>
