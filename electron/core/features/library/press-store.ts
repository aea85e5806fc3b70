import { BulletinKind, ProductionStage } from '@shared/exchange/pack-schema'
import { ItemId, type ShowId } from '@shared/ids'
import { IsoDate, Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const Flag = z.int().transform((flag) => flag === 1)

const BulletinRow = z.object({
  id: ItemId,
  kind: BulletinKind,
  date: IsoDate.nullable(),
  season: z.int().nullable(),
  stage: ProductionStage.nullable(),
  headline: z.string(),
  text: z.string(),
  by_name: z.string().nullable(),
  by_role: z.string().nullable(),
  safe_after: SafeAfter,
})
const AudienceRow = z.object({
  id: ItemId,
  value: z.int(),
  unit: z.enum(['households', 'people', 'fans']),
  window_days: z.int().nullable(),
  text: z.string(),
  safe_after: SafeAfter,
})
const TrackerRow = z.object({
  id: ItemId,
  name: z.string(),
  handle: z.string().nullable(),
  unit: z.string(),
  safe_after: SafeAfter,
  mine: Flag,
})
export type TrackerRow = z.infer<typeof TrackerRow>
const ReadingRow = z.object({
  id: ItemId,
  ordinal: EpisodeOrdinal,
  point: z.string(),
  value: z.number().nullable(),
  words: z.string().nullable(),
  disputed: Flag,
  note: z.string().nullable(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
  mine: Flag,
  at_ms: Ms.nullable(),
})
export type ReadingRow = z.infer<typeof ReadingRow>

/** What the world says about a show: bulletins, audience figures, and the numbers on screen. */
export function pressStore(db: Database) {
  const bulletins = db.prepare(`
    SELECT id, kind, date, season, stage, headline, text, by_name, by_role, safe_after
    FROM bulletin
    WHERE show_id = ?
    ORDER BY position
    LIMIT 100
  `)
  const audience = db.prepare(`
    SELECT id, value, unit, window_days, text, safe_after
    FROM audience_figure
    WHERE show_id = ?
    ORDER BY position
    LIMIT 100
  `)
  // A tracker that no pack brought and that has nothing but readings of the person's own is theirs: it opens with
  // the first of them, and is there as long as it has one.
  const trackers = db.prepare(`
    SELECT tracker.id, name, handle, unit, position, counted.own AS mine,
      CASE WHEN counted.own THEN counted.first ELSE tracker.safe_after END AS safe_after
    FROM tracker
    JOIN (
      SELECT tracker.id,
        tracker.pack_key IS NULL AND count(reading.id) > 0 AND coalesce(min(reading.mine), 0) AS own,
        min(reading.ordinal) FILTER (WHERE reading.deleted_at IS NULL) AS first
      FROM tracker
      LEFT JOIN reading ON reading.tracker_id = tracker.id
      WHERE tracker.show_id = @showId
      GROUP BY tracker.id
    ) AS counted ON counted.id = tracker.id
    WHERE NOT counted.own OR counted.first IS NOT NULL
    ORDER BY counted.own, position
    LIMIT 60
  `)
  const readings = db.prepare(`
    SELECT id, ordinal, point, value, words, disputed, note, safe_after, safe_from_ms, mine, at_ms
    FROM reading
    WHERE tracker_id = ? AND deleted_at IS NULL
    ORDER BY ordinal, mine, at_ms, position
    LIMIT 2000
  `)
  return {
    bulletins: (id: ShowId) => bulletins.all(id).map((row) => BulletinRow.parse(row)),
    audience: (id: ShowId) => audience.all(id).map((row) => AudienceRow.parse(row)),
    trackers: (id: ShowId) => trackers.all({ showId: id }).map((row) => TrackerRow.parse(row)),
    readings: (trackerId: ItemId) => readings.all(trackerId).map((row) => ReadingRow.parse(row)),
  }
}
export type PressStore = ReturnType<typeof pressStore>
