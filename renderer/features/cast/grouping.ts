import type { Cast, Role } from '@shared/cast/schema'
import type { RoleId } from '@shared/ids'
import type { Lifted, Veil } from '@shared/veil/schema'

export type MetRole = Lifted<Role>
export type Group = MetRole['group']

/** A group of the cast, its roles in order of billing, its veils counted apart. */
export interface CastGroup {
  readonly group: Group
  readonly met: readonly MetRole[]
  readonly veils: readonly Veil[]
}

const ORDER: readonly Group[] = ['lead', 'recurring', 'guest', 'crew']
const isMet = (role: Role): role is MetRole => !role.veiled

/** The groups in the order of a programme, without those that are empty. */
export function castGroups(cast: Cast): CastGroup[] {
  return ORDER.map((group) => {
    const roles = cast.groups.filter((entry) => entry.group === group).flatMap((entry) => entry.roles)
    return { group, met: roles.filter(isMet), veils: roles.filter((role) => role.veiled) }
  }).filter(({ met, veils }) => met.length + veils.length > 0)
}

/** All roles that may be read, in the order in which the arrow keys walk. */
export const walkOrder = (groups: readonly CastGroup[]): MetRole[] => groups.flatMap(({ met }) => [...met])

/** The facts that a plate has room for: the newest, in the order in which they were learnt. */
export const headlines = (role: MetRole, room: number) => role.facts.slice(-room)

/**
 * The role that an arrow key leads to from another.
 *
 * @param step 1 for the next, -1 for the one before
 * @returns null at the ends
 */
export function neighbour(roles: readonly MetRole[], id: RoleId, step: number): MetRole | null {
  const index = roles.findIndex((role) => role.id === id)
  return index < 0 ? (roles[0] ?? null) : (roles[index + step] ?? null)
}
