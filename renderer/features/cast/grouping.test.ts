import type { Role, RoleFact } from '@shared/cast/schema'
import { ItemId, RoleId } from '@shared/ids'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { castGroups, type Group, headlines, type MetRole, neighbour, walkOrder } from './grouping'

const uuid = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const fact = (n: number): RoleFact => ({
  id: ItemId.parse(uuid(n)),
  ordinal: EpisodeOrdinal.parse(n),
  text: `fact ${n}`,
  sources: [],
})
const veil = (n: number) => ({ veiled: true as const, safeAfter: EpisodeOrdinal.parse(n) })
const role = (n: number, group: Group, facts: RoleFact[] = []): MetRole => ({
  veiled: false,
  id: RoleId.parse(uuid(n)),
  name: `Role ${n}`,
  shortName: `R${n}`,
  actor: null,
  group,
  tone: 'rouge',
  work: null,
  seenIn: [],
  facts,
})

describe('the groups of a cast', () => {
  it('come in the order of a programme and leave out what is empty', () => {
    const roles: Role[] = [role(3, 'lead'), veil(8)]
    const groups = castGroups({
      groups: [
        { group: 'crew', roles: [] },
        { group: 'recurring', roles: [role(1, 'recurring')] },
        { group: 'lead', roles },
      ],
    })
    expect(groups.map(({ group, met, veils }) => [group, met.length, veils.length])).toEqual([
      ['lead', 1, 1],
      ['recurring', 1, 0],
    ])
    expect(walkOrder(groups).map(({ name }) => name)).toEqual(['Role 3', 'Role 1'])
  })
})

describe('the facts on a plate', () => {
  it('are the newest that are known', () => {
    expect(headlines(role(1, 'lead', [fact(1), fact(3), fact(7)]), 2)).toEqual([fact(3), fact(7)])
    expect(headlines(role(1, 'lead', [fact(1)]), 2)).toEqual([fact(1)])
  })
})

describe('arrow keys', () => {
  const roles = [role(1, 'lead'), role(2, 'lead')]

  it('lead to the next role and stop at the end', () => {
    expect(neighbour(roles, RoleId.parse(uuid(1)), 1)?.name).toBe('Role 2')
    expect(neighbour(roles, RoleId.parse(uuid(2)), 1)).toBeNull()
  })

  it('begin at the first role when the chosen one is not on the page', () => {
    expect(neighbour(roles, RoleId.parse(uuid(9)), 1)?.name).toBe('Role 1')
  })
})
