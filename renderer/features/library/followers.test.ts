import { TrackerReading } from '@shared/library/press-schema'
import { describe, expect, it } from 'vitest'
import { trackerChart } from './followers'

let made = 0
const reading = (ordinal: number, point: string, value: number | null, more: object = {}) =>
  TrackerReading.parse({
    veiled: false,
    id: `01890a5d-ac96-774b-bcce-${String(++made).padStart(12, '0')}`,
    ordinal,
    point,
    value,
    words: null,
    disputed: false,
    note: null,
    mine: false,
    atMs: null,
    sources: [],
    ...more,
  })

describe('the chart of a tracker', () => {
  it('leaves veiled readings out', () => {
    const chart = trackerChart([
      TrackerReading.parse({ veiled: true, safeAfter: 3 }),
      reading(1, 'start', 48),
    ])
    expect(chart.points).toHaveLength(1)
  })

  it('spreads the moments of one episode over it, in their order', () => {
    const { points } = trackerChart([
      reading(1, 'first', 48),
      reading(1, 'second', 53),
      reading(2, 'start', 230),
    ])
    expect(points.map(({ at }) => at)).toEqual([1, 1.35, 2])
  })

  it('puts a contradiction at the moment that it contradicts, beside the line', () => {
    const chart = trackerChart([reading(1, 'arrival', 48), reading(1, 'arrival', 58, { disputed: true })])
    expect(chart.points.map(({ value }) => value)).toEqual([48])
    expect(chart.disputed.map(({ at }) => at)).toEqual([1])
  })

  it('marks a stretch over an episode without a number as unknown', () => {
    const { stretches } = trackerChart([reading(1, 'a', 1), reading(2, 'a', 2), reading(4, 'a', 4)])
    expect(stretches.map(({ unknown }) => unknown)).toEqual([false, true])
  })

  it('keeps words apart from numbers, and draws no line to them', () => {
    const chart = trackerChart([reading(1, 'a', 1), reading(10, 'end', null, { words: 'tens of thousands' })])
    expect(chart.words.map(({ reading: one }) => one.words)).toEqual(['tens of thousands'])
    expect(chart.stretches).toEqual([])
  })
})
