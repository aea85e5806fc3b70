import type { Relationship } from '@shared/cast/schema'
import { ItemId, RoleId } from '@shared/ids'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { labelOf, sortTies, type Tie } from './ties'

let last = 0
const uuid = () => `0190a000-0000-7000-8000-${String(++last).padStart(12, '0')}`
const tie = (
  kind: Tie['kind'],
  direction: Tie['direction'],
  label: string,
  until: number | null = null,
): Tie => ({
  veiled: false,
  id: ItemId.parse(uuid()),
  other: { id: RoleId.parse(uuid()), name: label, shortName: label, tone: 'rouge' },
  kind,
  direction,
  label,
  since: EpisodeOrdinal.parse(1),
  until: until === null ? null : EpisodeOrdinal.parse(until),
})
const veil: Relationship = { veiled: true, safeAfter: EpisodeOrdinal.parse(9) }

describe('the ties of a role', () => {
  it('are told apart by what they mean to a reader', () => {
    const ties = sortTies([
      tie('works-for', 'out', 'her boss'),
      tie('works-for', 'in', 'at the office'),
      tie('client', 'in', 'perfume'),
      tie('friends', 'out', 'friends'),
      tie('at-odds', 'in', 'unimpressed'),
      veil,
    ])
    expect(ties.worksFor.map(({ label }) => label)).toEqual(['her boss'])
    expect(ties.worksWith.map(({ label }) => label)).toEqual(['at the office', 'perfume'])
    expect(ties.closeTo.map(({ label }) => label)).toEqual(['friends'])
    expect(ties.atOdds.map(({ label }) => label)).toEqual(['unimpressed'])
    expect(ties.veils).toEqual([veil])
  })

  it('put what has ended after what lasts', () => {
    const { closeTo } = sortTies([tie('loves', 'out', 'together', 2), tie('loves', 'out', 'kissed')])
    expect(closeTo.map(({ label }) => label)).toEqual(['kissed', 'together'])
  })

  it('say a word only where it is true from this side', () => {
    expect(labelOf(tie('works-for', 'out', 'her boss'))).toBe('her boss')
    expect(labelOf(tie('works-for', 'in', 'her boss'))).toBeNull()
    expect(labelOf(tie('family', 'in', 'father'))).toBe('father')
    expect(labelOf(tie('family', 'out', 'father'))).toBeNull()
    expect(labelOf(tie('loves', 'out', 'affair'))).toBe('affair')
  })
})
