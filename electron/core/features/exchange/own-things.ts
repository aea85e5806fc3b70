import type { Item } from '@shared/exchange/flat-fields'
import type { ShowBelongings } from '@shared/exchange/schema'
import type { ShowId } from '@shared/ids'
import type { Database } from '../../db/database'
import { episodeMoves } from './episode-moves'

/** What a person has hung on the rows of a pack, and moves with them. */
export function ownThings(db: Database) {
  const used = db
    .prepare<[{ showId: string }], string>(`
    SELECT episode.id
    FROM episode
    WHERE show_id = @showId AND (
      EXISTS (SELECT 1 FROM note WHERE episode_id = episode.id)
      OR EXISTS (SELECT 1 FROM viewing WHERE episode_id = episode.id AND removed_by IS NULL)
      OR EXISTS (SELECT 1 FROM rating WHERE episode_id = episode.id)
      OR pack_key IN (
        SELECT episode_key FROM board_card JOIN crdt_doc USING (doc_id)
        WHERE show_id = @showId AND question_key IS NULL
        UNION ALL
        SELECT safe_key FROM board_card JOIN crdt_doc USING (doc_id)
        WHERE show_id = @showId AND question_key IS NULL
        UNION ALL
        SELECT closes_key FROM board_card JOIN crdt_doc USING (doc_id) WHERE show_id = @showId
        UNION ALL
        SELECT episode_key FROM card_evidence JOIN crdt_doc USING (doc_id) WHERE show_id = @showId
        UNION ALL
        SELECT episode_key FROM card_verdict JOIN crdt_doc USING (doc_id) WHERE show_id = @showId
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
      SET
        line_before = coalesce((SELECT value FROM json_each(@map) WHERE key = line_before), line_before),
        line_after = coalesce((SELECT value FROM json_each(@map) WHERE key = line_after), line_after)
      WHERE show_id = @showId
    `),
  ]
  const note = db
    .prepare<[string], number>('SELECT count(*) FROM note WHERE show_id = ? AND deleted_at IS NULL')
    .pluck()
  const ownCards = db
    .prepare<[string], number>(
      `SELECT count(*)
       FROM board_card
       JOIN crdt_doc USING (doc_id)
       WHERE show_id = ? AND question_key IS NULL AND gone_at IS NULL`,
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

  const ownReadings = db
    .prepare<[string], number>(`
    SELECT count(*)
    FROM reading
    JOIN tracker ON tracker.id = reading.tracker_id
    WHERE tracker.show_id = ? AND reading.mine = 1 AND reading.deleted_at IS NULL
  `)
    .pluck()
  const ownTrackers = db
    .prepare<[string], number>(`
    SELECT count(*)
    FROM tracker
    WHERE show_id = ? AND pack_key IS NULL
      AND NOT EXISTS (SELECT 1 FROM reading WHERE tracker_id = tracker.id AND mine = 0)
      AND EXISTS (SELECT 1 FROM reading WHERE tracker_id = tracker.id AND mine = 1 AND deleted_at IS NULL)
  `)
    .pluck()
  const watchedPlaces = db
    .prepare<[string], number>(`
    SELECT ordinal
    FROM episode
    WHERE show_id = ? AND EXISTS (SELECT 1 FROM viewing WHERE episode_id = episode.id AND removed_by IS NULL)
  `)
    .pluck()

  return {
    /** The ordinals of the episodes that are marked as watched. */
    watched: (showId: ShowId): ReadonlySet<number> => new Set(watchedPlaces.all(showId)),
    /** The ids of the episodes and trackers on which something of the person's hangs. */
    used: (showId: ShowId): string[] => used.all({ showId }),
    /** What goes with a show: for the question before it goes. */
    ofShow: (showId: ShowId): ShowBelongings => ({
      notes: note.get(showId) ?? 0,
      cards: ownCards.get(showId) ?? 0,
      watched: watched.get(showId) ?? 0,
      readings: ownReadings.get(showId) ?? 0,
      trackers: ownTrackers.get(showId) ?? 0,
    }),

    /**
     * Moves the stamps of a person's own readings, and their reading line, with the episodes. Cards name episodes
     * by their keys and need no moving. What stood at an episode that is gone waits for the next one; the line steps back before it.
     */
    follow(showId: ShowId, from: readonly Item[], to: readonly Item[]): void {
      const moves = episodeMoves(from, to)
      if (!moves) return
      for (const statement of [...stamps, trackers])
        statement.run({ showId, map: JSON.stringify(moves.stamps) })
      for (const statement of reaches) statement.run({ showId, map: JSON.stringify(moves.reaches) })
    },
  }
}
export type OwnThings = ReturnType<typeof ownThings>
