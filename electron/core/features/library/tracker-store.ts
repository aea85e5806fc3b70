import { type ItemId, ShowId } from '@shared/ids'
import type { ReadingDraft } from '@shared/library/press-schema'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import type { Database } from '../../db/database'

const MaybeShow = ShowId.nullable()

/** A person's own readings and trackers. Nothing here touches a row that a pack brought. */
export function trackerStore(db: Database) {
  const showOf = db.prepare('SELECT show_id FROM tracker WHERE id = ?').pluck()
  const addTracker = db.prepare(`
    INSERT INTO tracker (id, show_id, name, handle, unit, safe_after, position, pack_key)
    SELECT @id, @showId, @name, NULL, @unit, @ordinal, coalesce(max(position) + 1, 0), NULL
    FROM tracker
    WHERE show_id = @showId
    ON CONFLICT (id) DO NOTHING
  `)
  const saveReading = db.prepare(`
    INSERT INTO reading (
      id, tracker_id, ordinal, point, value, words, disputed, note, safe_after, position, pack_key,
      mine, at_ms, created_at
    )
    SELECT @id, @trackerId, @ordinal, @point, @value, @words, 0, @note, @ordinal,
      coalesce(max(position) + 1, 0), NULL, 1, @atMs, @now
    FROM reading
    WHERE tracker_id = @trackerId
    ON CONFLICT (id) DO UPDATE SET
      ordinal = excluded.ordinal, point = excluded.point, value = excluded.value, words = excluded.words,
      note = excluded.note, safe_after = excluded.safe_after, at_ms = excluded.at_ms
    WHERE reading.mine = 1 AND reading.tracker_id = excluded.tracker_id
  `)
  const removeReading = db.prepare(`
    UPDATE reading SET deleted_at = @now WHERE id = @id AND mine = 1 AND deleted_at IS NULL
  `)
  const restoreReading = db.prepare('UPDATE reading SET deleted_at = NULL WHERE id = ? AND mine = 1')
  // whose tracker it is is asked as in the list: of no pack, and with nothing but the person's own readings
  const own = `pack_key IS NULL AND NOT EXISTS (
    SELECT 1 FROM reading WHERE tracker_id = tracker.id AND mine = 0
  )`
  const renameTracker = db.prepare(`UPDATE tracker SET name = @name, unit = @unit WHERE id = @id AND ${own}`)
  const isOwn = db.prepare(`SELECT 1 FROM tracker WHERE id = ? AND ${own}`).pluck()
  const removeReadings = db.prepare(`
    UPDATE reading SET deleted_at = @now WHERE tracker_id = @id AND mine = 1 AND deleted_at IS NULL
  `)
  const restoreReadings = db.prepare(`
    UPDATE reading SET deleted_at = NULL
    WHERE tracker_id = @id AND mine = 1 AND deleted_at = (
      SELECT max(deleted_at) FROM reading WHERE tracker_id = @id
    )
  `)
  return {
    showOf: (trackerId: ItemId): ShowId | null => MaybeShow.parse(showOf.get(trackerId) ?? null),
    addTracker: (id: ItemId, showId: ShowId, name: string, unit: string, ordinal: EpisodeOrdinal): void =>
      void addTracker.run({ id, showId, name, unit, ordinal }),
    /** @returns false when the id belongs to something that is not the person's own, or to another tracker */
    saveReading: (
      { id, trackerId, point, value, words, note, atMs }: ReadingDraft,
      ordinal: EpisodeOrdinal,
      now: string,
    ): boolean =>
      saveReading.run({ id, trackerId, point, value, words, note, atMs, ordinal, now }).changes === 1,
    /** @returns whether there was one of the person's own to remove */
    removeReading: (id: ItemId, now: string): boolean => removeReading.run({ id, now }).changes === 1,
    restoreReading: (id: ItemId): boolean => restoreReading.run(id).changes === 1,
    renameTracker: (id: ItemId, name: string, unit: string): boolean =>
      renameTracker.run({ id, name, unit }).changes === 1,
    isOwn: (id: ItemId): boolean => isOwn.get(id) === 1,
    /** Removes what a tracker holds, at one moment, by which it is found again. */
    removeReadings: (id: ItemId, now: string): boolean => removeReadings.run({ id, now }).changes > 0,
    /** Brings back what was removed last. */
    restoreReadings: (id: ItemId): boolean => restoreReadings.run({ id }).changes > 0,
  }
}
export type TrackerStore = ReturnType<typeof trackerStore>
