import { Bulletin } from '@shared/library/press-schema'
import { Season } from '@shared/library/schema'
import type { IsoDate } from '@shared/time'
import { describe, expect, it } from 'vitest'
import { seasonStatuses, productionStatus as statusOn } from './stages'

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
const TODAY = '2021-05-04' as IsoDate
const productionStatus = (bulletins: readonly Bulletin[]) => statusOn(bulletins, TODAY)
const veil = Bulletin.parse({ veiled: true, safeAfter: 11 })

describe('the status of a season', () => {
  it('is absent when no bulletin names a stage', () => {
    expect(productionStatus([bulletin(null, '2021-05-03'), veil])).toBeNull()
  })

  it('stands at the newest known stage, with what is before it done', () => {
    const status = productionStatus([bulletin('production', '2021-05-03'), bulletin('renewed', '2020-11-11')])
    expect(status?.latest?.stage).toBe('production')
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
    expect(status?.season).toBe(2)
    expect(status?.marks.at(-1)).toEqual({ stage: 'premiere', date: null, place: 'later' })
  })

  it('is not reached before its day has come, but the day is told', () => {
    const bulletins = [bulletin('production', '2021-05-03'), bulletin('premiere', '2021-12-22')]
    const places = (today: string) => statusOn(bulletins, today as IsoDate)?.marks.map(({ place }) => place)
    expect(places('2021-12-21')).toEqual(['done', 'now', 'later', 'later'])
    expect(places('2021-12-22')).toEqual(['done', 'done', 'done', 'now'])
    expect(statusOn(bulletins, TODAY)?.marks.at(-1)?.date).toBe('2021-12-22')
  })
})

describe('the seasons', () => {
  const season = (number: number, airDate: string | null) =>
    Season.parse({
      id: '01890a5d-ac96-774b-bcce-b302099a8059',
      number,
      episodes: [
        {
          id: '01890a5d-ac96-774b-bcce-b302099a8058',
          season: number,
          number: 1,
          ordinal: Math.max(1, number),
          special: false,
          details: airDate
            ? { veiled: false, title: 'Pilot', airDate, runtimeMs: null }
            : { veiled: true, safeAfter: Math.max(1, number) },
          viewings: 0,
          lastWatchedAt: null,
          halfStars: null,
        },
      ],
    })

  it('are told newest first, and one that no news speaks of by its first night', () => {
    const statuses = seasonStatuses([bulletin('renewed', '2020-11-11')], [season(1, '2020-10-02')], TODAY)
    expect(statuses.map(({ season: number }) => number)).toEqual([2, 1])
    expect(statuses[1]?.marks.at(-1)).toEqual({ stage: 'premiere', date: '2020-10-02', place: 'now' })
    // a first season has no renewal of which nobody knows the day
    expect(statuses[1]?.marks[0]).toEqual({ stage: 'production', date: null, place: 'done' })
  })

  it('say nothing of a season of which nothing may be known', () => {
    expect(seasonStatuses([veil], [season(2, null), season(0, '2020-10-02')], TODAY)).toEqual([])
  })
})
