import { z } from 'zod'
import { PlateTone, RelationKind, RoleGroup } from '../exchange/pack-schema'
import { ItemId, RoleId } from '../ids'
import { Ms } from '../time'
import { EpisodeOrdinal, Reach } from '../veil/schema'

/** The place of a role in `Relations.roles`. */
const RoleIndex = z.int().min(0).max(1999)

/** A role that a line leads to. */
export const RelatedRole = z.strictObject({
  id: RoleId,
  name: z.string(),
  shortName: z.string(),
  group: RoleGroup,
  tone: PlateTone,
  /** The episode with its first line, from which it stands in the picture. */
  enters: EpisodeOrdinal,
  /** The moment of that episode at which the line is told; null when its end tells it. */
  entersMs: Ms.nullable(),
})
export type RelatedRole = z.infer<typeof RelatedRole>

/**
 * Lines by columns, the nth of each being the nth line: a long show has hundreds, and one object for each
 * would take longer to carry than to read.
 */
export const LineColumns = z.strictObject({
  id: z.array(ItemId),
  from: z.array(RoleIndex),
  to: z.array(RoleIndex),
  kind: z.array(RelationKind),
  label: z.array(z.string()),
  labelBack: z.array(z.string().nullable()),
  text: z.array(z.string().nullable()),
  since: z.array(EpisodeOrdinal),
  /** Null while it lasts, and while its end has not been reached. */
  until: z.array(EpisodeOrdinal.nullable()),
  /** The episode with which one knows of it: when it began, or when it was told, whichever is later. */
  opens: z.array(EpisodeOrdinal),
  /** The moment of that episode from which it is known; null for its end. */
  opensMs: z.array(Ms.nullable()),
})
export type LineColumns = z.infer<typeof LineColumns>

export const Circle = z.strictObject({
  id: ItemId,
  name: z.string(),
  members: z.array(z.strictObject({ role: RoleIndex, opens: EpisodeOrdinal })),
})
export type Circle = z.infer<typeof Circle>

/**
 * Everything between the roles that may be known, so that a page can go back and forth between episodes
 * without asking again. What may not be known is not in it, but for two counts over the whole show.
 */
export const Relations = z.strictObject({
  /** The last episode that the picture can stand at: the reach, or the episode that is on now. */
  through: Reach,
  /** In order of billing. */
  roles: z.array(RelatedRole),
  lines: LineColumns,
  circles: z.array(Circle),
  veiled: z.strictObject({
    roles: z.int(),
    lines: z.int(),
    /** The episodes after which they lift, ascending. */
    after: z.array(EpisodeOrdinal),
  }),
})
export type Relations = z.infer<typeof Relations>
