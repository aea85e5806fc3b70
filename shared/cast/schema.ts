import { z } from 'zod'
import { PlateTone, RelationKind, RoleGroup } from '../exchange/pack-schema'
import { ItemId, RoleId, ShowId } from '../ids'
import { Source } from '../library/schema'
import { EpisodeOrdinal, Nth, spoilable } from '../veil/schema'

/** The name under which a role is met on other pages. */
export const RoleName = z.strictObject({
  id: RoleId,
  name: z.string(),
  shortName: z.string(),
  tone: PlateTone,
})
export type RoleName = z.infer<typeof RoleName>

/** What is known of a role. What is not is left out whole: a veil here would tell how much waits for whom. */
export const RoleFact = z.strictObject({
  id: ItemId,
  ordinal: EpisodeOrdinal,
  text: z.string(),
  sources: z.array(Source),
})
export type RoleFact = z.infer<typeof RoleFact>

export const Role = spoilable({
  id: RoleId,
  name: z.string(),
  shortName: z.string(),
  actor: z.string().nullable(),
  group: RoleGroup,
  tone: PlateTone,
  work: z.string().nullable(),
  /**
   * Known appearances up to the reach, ascending: where a source names the role, and where something happens
   * to it. Never more than that, and never complete by promise.
   */
  seenIn: z.array(EpisodeOrdinal),
  facts: z.array(RoleFact),
})
export type Role = z.infer<typeof Role>

/** The cast in order of billing; later roles are veils at the end of their group. */
export const Cast = z.strictObject({
  groups: z.array(z.strictObject({ group: RoleGroup, roles: z.array(Role) })),
})
export type Cast = z.infer<typeof Cast>

/**
 * A line between this role and another. `until` is told only once it has been reached, and a line that is not
 * known is left out whole.
 */
export const Relationship = z.strictObject({
  id: ItemId,
  other: RoleName,
  kind: RelationKind,
  /** `out` when this role is the subject (works for, loves), `in` when the other one is. */
  direction: z.enum(['out', 'in']),
  /** What the other one is to this role; null where no word is true from this side. */
  label: z.string().nullable(),
  since: EpisodeOrdinal,
  until: EpisodeOrdinal.nullable(),
})
export type Relationship = z.infer<typeof Relationship>

export const RolePage = spoilable({
  role: Role,
  relationships: z.array(Relationship),
  sources: z.array(Source),
})
export type RolePage = z.infer<typeof RolePage>

export const OfRole = z.strictObject({ roleId: RoleId })

/** One veiled role: the nth veil of its group in the cast. */
export const CastPeek = z.strictObject({ showId: ShowId, group: RoleGroup, nth: Nth })
export type CastPeek = z.infer<typeof CastPeek>
