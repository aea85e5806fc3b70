import { Bulletin } from '@shared/library/press-schema'
import { describe, expect, it } from 'vitest'
import { productionStatus } from './stages'

const bulletin = (stage: string | null, date: string, season = 2) =>
  Bulletin.parse({
    veiled: false,
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    kind: 'milestone',
    date,
    season,
    stage,
    headline: `${stage} of season ${season}`,
    text: 'A text.',
    by: null,
    sources: [],
  })
const veil = Bulletin.parse({ veiled: true, safeAfter: 11 })

describe('the status of a season', () => {
  it('is absent when no bulletin names a stage', () => {
    expect(productionStatus([bulletin(null, '2021-05-03'), veil])).toBeNull()
  })

  it('stands at the newest known stage, with what is before it done', () => {
    const status = productionStatus([bulletin('production', '2021-05-03'), bulletin('renewed', '2020-11-11')])
    expect(status?.latest.stage).toBe('production')
    expect(status?.marks.map(({ place }) => place)).toEqual(['done', 'now', 'later', 'later'])
  })

  it('does not tell a veiled premiere from one that has not come', () => {
    const open = [bulletin('renewed', '2020-11-11'), bulletin('production', '2021-05-03')]
    expect(productionStatus([...open, veil])).toEqual(productionStatus(open))
  })

  it('speaks of the newest season only', () => {
    const status = productionStatus([
      bulletin('premiere', '2020-10-02', 1),
      bulletin('renewed', '2020-11-11', 2),
    ])
    expect(status?.latest.season).toBe(2)
    expect(status?.marks.at(-1)).toEqual({ stage: 'premiere', date: null, place: 'later' })
  })
})
