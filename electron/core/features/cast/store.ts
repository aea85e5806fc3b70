import { PlateTone, RelationKind, RoleGroup } from '@shared/exchange/pack-schema'
import { ItemId, RoleId, ShowId } from '@shared/ids'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'

const RoleRow = z.object({
  id: RoleId,
  show_id: ShowId,
  name: z.string(),
  short_name: z.string(),
  actor: z.string().nullable(),
  grouping: RoleGroup,
  tone: PlateTone,
  work: z.string().nullable(),
  first_ordinal: EpisodeOrdinal.nullable(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})
export type RoleRow = z.infer<typeof RoleRow>

const FactRow = z.object({
  id: ItemId,
  role_id: RoleId,
  ordinal: EpisodeOrdinal,
  text: z.string(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})
export type FactRow = z.infer<typeof FactRow>

const SeenRow = z.object({
  role_id: RoleId,
  ordinal: EpisodeOrdinal,
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})
export type SeenRow = z.infer<typeof SeenRow>

const RelationshipRow = z.object({
  id: ItemId,
  from_role_id: RoleId,
  to_role_id: RoleId,
  kind: RelationKind,
  label: z.string(),
  label_back: z.string().nullable(),
  text: z.string().nullable(),
  since_ordinal: EpisodeOrdinal,
  until_ordinal: EpisodeOrdinal.nullable(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
})
export type RelationshipRow = z.infer<typeof RelationshipRow>

const ROLE_COLUMNS = `
  role.id, role.show_id, role.name, role.short_name, person.name AS actor, role.grouping, role.tone,
  role.work, role.first_ordinal, role.safe_after, role.safe_from_ms
`
const RELATIONSHIP_COLUMNS = `
  id, from_role_id, to_role_id, kind, label, label_back, text, since_ordinal, until_ordinal, safe_after,
  safe_from_ms
`

/** Roles, what is known about them, where they were seen, and the lines between them. */
export function castStore(db: Database) {
  const roles = db.prepare(`
    SELECT ${ROLE_COLUMNS}
    FROM role
    LEFT JOIN person ON person.id = role.person_id
    WHERE role.show_id = ?
    ORDER BY role.position
    LIMIT 2000
  `)
  const role = db.prepare(`
    SELECT ${ROLE_COLUMNS}
    FROM role
    JOIN show ON show.id = role.show_id AND show.ready = 1
    LEFT JOIN person ON person.id = role.person_id
    WHERE role.id = ?
  `)
  const facts = db.prepare(`
    SELECT role_fact.id, role_fact.role_id, role_fact.ordinal, role_fact.text, role_fact.safe_after,
      role_fact.safe_from_ms
    FROM json_each(?) AS wanted
    JOIN role_fact ON role_fact.role_id = wanted.value
    ORDER BY role_fact.ordinal, role_fact.position
  `)
  const seen = db.prepare(`
    SELECT role_seen.role_id, role_seen.ordinal, role_seen.ordinal AS safe_after, NULL AS safe_from_ms
    FROM json_each(@ids) AS wanted
    JOIN role_seen ON role_seen.role_id = wanted.value
    UNION
    SELECT beat_role.role_id, episode.ordinal, beat.safe_after, beat.safe_from_ms
    FROM json_each(@ids) AS wanted
    JOIN beat_role ON beat_role.role_id = wanted.value
    JOIN beat ON beat.id = beat_role.beat_id
    JOIN episode ON episode.id = beat.episode_id
    ORDER BY 2
  `)
  const relationships = db.prepare(`
    SELECT ${RELATIONSHIP_COLUMNS}
    FROM relationship
    WHERE from_role_id = @id OR to_role_id = @id
    ORDER BY since_ordinal, position
    LIMIT 500
  `)
  return {
    /** Asked for by the recap of every page too. */
    roles: remembered(db, ['role', 'person'], (showId: ShowId): readonly RoleRow[] =>
      roles.all(showId).map((row) => RoleRow.parse(row)),
    ),
    role: (id: RoleId): RoleRow | null => {
      const row = role.get(id)
      return row ? RoleRow.parse(row) : null
    },
    facts: (ids: readonly RoleId[]): FactRow[] =>
      facts.all(JSON.stringify(ids)).map((row) => FactRow.parse(row)),
    /** Every episode that a source names a role in, and every one with a beat about it. */
    seen: (ids: readonly RoleId[]): SeenRow[] =>
      seen.all({ ids: JSON.stringify(ids) }).map((row) => SeenRow.parse(row)),
    relationships: (id: RoleId): RelationshipRow[] =>
      relationships.all({ id }).map((row) => RelationshipRow.parse(row)),
  }
}
export type CastStore = ReturnType<typeof castStore>
