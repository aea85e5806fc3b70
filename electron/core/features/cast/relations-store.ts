import { RelationKind } from '@shared/exchange/pack-schema'
import { ItemId, RoleId, type ShowId } from '@shared/ids'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'

/** A show has hundreds of lines, and their ids were checked when they were written. */
const LineRow = z.object({
  id: z.string().brand<'ItemId'>(),
  from_role_id: z.string().brand<'RoleId'>(),
  to_role_id: z.string().brand<'RoleId'>(),
  kind: RelationKind,
  label: z.string(),
  label_back: z.string().nullable(),
  text: z.string().nullable(),
  since_ordinal: EpisodeOrdinal,
  until_ordinal: EpisodeOrdinal.nullable(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})
export type LineRow = z.infer<typeof LineRow>

const CircleRow = z.object({
  id: ItemId,
  name: z.string(),
  safe_after: SafeAfter,
  role_id: RoleId,
  member_safe_after: SafeAfter,
})
export type CircleRow = z.infer<typeof CircleRow>

/** A show's lines and circles, whole. */
export function relationsStore(db: Database) {
  const lines = db.prepare(`
    SELECT id, from_role_id, to_role_id, kind, label, label_back, text, since_ordinal, until_ordinal,
      safe_after, safe_from_ms
    FROM relationship
    WHERE show_id = ?
    ORDER BY since_ordinal, position
    LIMIT 5000
  `)
  const circles = db.prepare(`
    SELECT circle.id, circle.name, circle.safe_after, circle_role.role_id,
      circle_role.safe_after AS member_safe_after
    FROM circle
    JOIN circle_role ON circle_role.circle_id = circle.id
    WHERE circle.show_id = ?
    ORDER BY circle.position, circle_role.position
  `)
  return {
    /** Kept as they are stored until one of them changes; what of it may be told is asked each time. */
    lines: remembered(db, ['relationship'], (showId: ShowId): readonly LineRow[] =>
      lines.all(showId).map((row) => LineRow.parse(row)),
    ),
    /** One row for each member. */
    circles: remembered(db, ['circle', 'circle_role'], (showId: ShowId): readonly CircleRow[] =>
      circles.all(showId).map((row) => CircleRow.parse(row)),
    ),
  }
}
