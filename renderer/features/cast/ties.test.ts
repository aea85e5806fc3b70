import { ItemId, RoleId } from '@shared/ids'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { type Bond, sortTies, type Tie } from './ties'

let last = 0
const uuid = () => `0190a000-0000-7000-8000-${String(++last).padStart(12, '0')}`
const roleId = (name: string) =>
  RoleId.parse(`0190b000-0000-7000-8000-${String(name.charCodeAt(0)).padStart(12, '0')}`)
const tie = (
  kind: Tie['kind'],
  direction: Tie['direction'],
  label: string,
  { until = null, since = 1, name = label }: { until?: number | null; since?: number; name?: string } = {},
): Tie => ({
  id: ItemId.parse(uuid()),
  other: { id: roleId(name), name, shortName: name, tone: 'rouge' },
  kind,
  direction,
  label,
  since: EpisodeOrdinal.parse(since),
  until: until === null ? null : EpisodeOrdinal.parse(until),
})
const said = (bonds: readonly Bond[]) => bonds.map(({ ties }) => ties.map(({ label }) => label))

describe('the ties of a role', () => {
  it('are told apart by what they mean to a reader', () => {
    const ties = sortTies([
      tie('works-for', 'out', 'her boss'),
      tie('works-for', 'in', 'assistant'),
      tie('client', 'in', 'perfume'),
      tie('friends', 'out', 'friends'),
      tie('at-odds', 'in', 'unimpressed'),
    ])
    expect(said(ties.worksFor)).toEqual([['her boss']])
    expect(said(ties.worksWith)).toEqual([['assistant'], ['perfume']])
    expect(said(ties.closeTo)).toEqual([['friends']])
    expect(said(ties.atOdds)).toEqual([['unimpressed']])
  })

  it('with one person stand together, in the order in which they began', () => {
    const { closeTo } = sortTies([
      tie('loves', 'out', 'kissed', { since: 4, until: 10, name: 'Gabriel' }),
      tie('friends', 'out', 'friends', { name: 'Mindy' }),
      tie('friends', 'in', 'neighbours', { since: 2, until: 4, name: 'Gabriel' }),
      tie('loves', 'out', 'one night', { since: 10, name: 'Gabriel' }),
    ])
    expect(said(closeTo)).toEqual([['neighbours', 'kissed', 'one night'], ['friends']])
  })

  it('put whom it is over with after whoever is still there', () => {
    const { closeTo } = sortTies([
      tie('loves', 'out', 'together', { until: 2, name: 'Doug' }),
      tie('loves', 'out', 'kissed', { name: 'Gabriel' }),
    ])
    expect(said(closeTo)).toEqual([['kissed'], ['together']])
  })
})
