import { z } from 'zod'
import { RoleGroup } from '../exchange/pack-schema'
import { RoleId } from '../ids'
import { EpisodeOrdinal, Reach } from '../veil/schema'

/** Who is known to be in which episode, up to the reach. Roles that are still a secret are not in it. */
export const Presence = z.strictObject({
  through: Reach,
  roles: z.array(
    z.strictObject({
      id: RoleId,
      name: z.string(),
      group: RoleGroup,
      /** The first episode with the role, once it has been reached; before it, the role is known to be absent. */
      first: EpisodeOrdinal.nullable(),
      /** Episodes that are known to have it, ascending. About any other nothing is known. */
      seenIn: z.array(EpisodeOrdinal),
    }),
  ),
})
export type Presence = z.infer<typeof Presence>
