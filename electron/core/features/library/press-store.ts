import { BulletinKind, ProductionStage } from '@shared/exchange/pack-schema'
import { ItemId, type ShowId } from '@shared/ids'
import { IsoDate, Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

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
})
const ReadingRow = z.object({
  id: ItemId,
  ordinal: EpisodeOrdinal,
  point: z.string(),
  value: z.number().nullable(),
  words: z.string().nullable(),
  disputed: z.int().transform((flag) => flag === 1),
  note: z.string().nullable(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})

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
  const trackers = db.prepare(`
    SELECT id, name, handle, unit, safe_after
    FROM tracker
    WHERE show_id = ?
    ORDER BY position
    LIMIT 20
  `)
  const readings = db.prepare(`
    SELECT id, ordinal, point, value, words, disputed, note, safe_after, safe_from_ms
    FROM reading
    WHERE tracker_id = ? AND deleted_at IS NULL
    ORDER BY ordinal, position
    LIMIT 1000
  `)
  return {
    bulletins: (id: ShowId) => bulletins.all(id).map((row) => BulletinRow.parse(row)),
    audience: (id: ShowId) => audience.all(id).map((row) => AudienceRow.parse(row)),
    trackers: (id: ShowId) => trackers.all(id).map((row) => TrackerRow.parse(row)),
    readings: (trackerId: ItemId) => readings.all(trackerId).map((row) => ReadingRow.parse(row)),
  }
}
export type PressStore = ReturnType<typeof pressStore>
