import { TrackerReading } from '@shared/library/press-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartEpisodes } from './chart-episodes'
import { scaleFor } from './chart-scale'
import { type Box, dotBox } from './label-places'
import { layOut } from './tracker-layout'
import { type ChartEpisode, type OpenReading, openReadings, unknownRuns } from './tracker-line'
import { trackerRows } from './tracker-rows'

let made = 0
const reading = (ordinal: number, point: string, value: number | null, more: object = {}): OpenReading => {
  const [open] = openReadings([
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
    }),
  ])
  if (!open) throw new Error('a reading that is not veiled is open')
  return open
}
const mine = (ordinal: number, value: number) => reading(ordinal, '', value, { mine: true })
const season = (count: number, reach = count): ChartEpisode[] =>
  Array.from({ length: count }, (_value, index) => ({ ordinal: index + 1, reached: index < reach }))
const FRAME: Box = { left: 34, right: 348, top: 2, bottom: 114 }
const chart = (readings: readonly OpenReading[], episodes = season(10)) =>
  layOut({ episodes, readings, frame: FRAME, write: String })

describe('the chart of a tracker', () => {
  it('gives an episode with several moments the room to tell them apart', () => {
    const { points } = chart([
      reading(1, 'arrival', 48),
      reading(1, 'next day', 53),
      reading(1, 'after posts', 200),
      reading(2, 'start', 230),
    ])
    const steps = points.slice(1).map(({ x }, index) => x - (points[index]?.x ?? 0))
    // wider than a point and its edge
    for (const step of steps) expect(step).toBeGreaterThan(12)
  })

  it('puts a contradiction at the moment that it contradicts, and off the line', () => {
    const { points, stretches } = chart([
      reading(1, 'arrival', 48),
      reading(1, 'arrival', 58, { disputed: true }),
      reading(2, 'start', 230),
    ])
    expect(points.map(({ kind }) => kind)).toEqual(['line', 'disputed', 'line'])
    expect(points[0]?.x).toBe(points[1]?.x)
    expect(stretches.map(({ from, to }) => [from.value, to.value])).toEqual([[48, 230]])
  })

  it('lets the line go through a reading of one’s own where there is no other number', () => {
    const kinds = (all: readonly OpenReading[]) => chart(all).points.map(({ kind }) => kind)
    expect(kinds([reading(2, 'later', 1435), mine(3, 5000)])).toEqual(['line', 'line'])
    expect(kinds([reading(2, 'later', 1435), mine(2, 1400)])).toEqual(['line', 'beside'])
  })

  it('marks a stretch over an episode without a number as unknown, and says so at the episode', () => {
    const { stretches, unknown } = chart(
      [reading(1, 'a', 1), reading(2, 'a', 2), reading(4, 'a', 4)],
      season(4),
    )
    expect(stretches.map((stretch) => stretch.unknown)).toEqual([false, true])
    expect(unknown).toHaveLength(1)
  })

  it('draws words as words, and no line to them', () => {
    const { words, stretches, unknown } = chart(
      [reading(1, 'a', 1), reading(2, 'end', null, { words: 'tens of thousands' })],
      season(2),
    )
    expect(words.map(({ text }) => text)).toEqual(['tens of thousands'])
    expect([stretches, unknown]).toEqual([[], []])
  })

  it('veils what lies beyond the reach, and says of it neither that it is known nor that it is not', () => {
    const { veils, columns, unknown } = chart([reading(1, 'a', 1)], season(10, 4))
    expect(veils).toEqual([{ left: columns[4]?.left, right: expect.closeTo(FRAME.right, 5) }])
    expect(unknown).toHaveLength(3)
  })

  it('writes no number over another one, nor over a point', () => {
    const values = fc.oneof(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 0, max: 9 }))
    const drawn = fc.array(
      fc.record({
        ordinal: fc.integer({ min: 1, max: 12 }),
        point: fc.constantFrom('a', 'b', 'c'),
        value: values,
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(drawn, (all) => {
        const { labels, points } = chart(
          all.map(({ ordinal, point, value }) => reading(ordinal, point, value)),
          season(12),
        )
        const meets = (a: Box, b: Box) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
        for (const [index, { box }] of labels.entries()) {
          expect(labels.slice(index + 1).some((other) => meets(box, other.box))).toBe(false)
          expect(points.some((point) => meets(box, dotBox(point)))).toBe(false)
        }
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(FRAME.left)
          expect(x).toBeLessThanOrEqual(FRAME.right)
          expect(y).toBeGreaterThanOrEqual(FRAME.top)
          expect(y).toBeLessThanOrEqual(FRAME.bottom)
        }
      }),
    )
  })

  it('writes every number of the followers of the first season', () => {
    const { labels } = chart([
      reading(1, 'arrival', 48),
      reading(1, 'arrival', 58, { disputed: true }),
      reading(1, 'next day', 53),
      reading(1, 'after posts', 200),
      reading(2, 'start', 230),
      reading(2, 'later', 1435),
      reading(4, 'early', 10_400),
      reading(10, 'end', null, { words: 'tens of thousands' }),
    ])
    expect(labels.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual([
      48, 53, 58, 200, 230, 1435, 10_400,
    ])
  })
})

describe('the scale', () => {
  it('goes in tenfolds where the values do, and in equal steps from zero where they do not', () => {
    expect(scaleFor([48, 10_400]).ticks).toEqual([100, 1000, 10_000])
    expect(scaleFor([0, 3, 7]).ticks[0]).toBe(0)
    expect(scaleFor([5]).ticks[0]).toBe(0)
    expect(scaleFor([-4, 2]).ticks).toContain(0)
  })
  it('has few lines, and every value between foot and head, in its order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (values) => {
          const { place, ticks } = scaleFor(values)
          expect(ticks.length).toBeLessThanOrEqual(8)
          const places = [...values].sort((a, b) => a - b).map(place)
          for (const [index, at] of places.entries()) {
            expect(at).toBeGreaterThanOrEqual(-1e-9)
            expect(at).toBeLessThanOrEqual(1 + 1e-9)
            expect(at).toBeGreaterThanOrEqual((places[index - 1] ?? 0) - 1e-9)
          }
        },
      ),
    )
  })
})

describe('what is not known', () => {
  it('is told as runs of episodes, of those that were reached only', () => {
    const readings = [reading(1, 'a', 1), reading(4, 'a', 4)]
    expect(unknownRuns(season(10, 8), readings)).toEqual([
      { from: 2, to: 3 },
      { from: 5, to: 8 },
    ])
  })

  it('has its rows in the table, in between', () => {
    const rows = trackerRows(season(4), [reading(1, 'a', 1), reading(1, 'b', 2), reading(3, 'a', 4)])
    expect(rows.map(({ of, ordinal }) => `${of} ${ordinal}`)).toEqual([
      'moment 1',
      'moment 1',
      'unknown 2',
      'moment 3',
      'unknown 4',
    ])
  })
})

it('a chart reaches to the season of the reading line, and no further', () => {
  const of = (number: number, first: number, special = false) => ({
    number,
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    episodes: [first, first + 1].map((ordinal) => ({ ordinal, special, viewings: 0 })),
  })
  const seasons = [of(1, 1), of(2, 3), of(3, 5)] as unknown as Parameters<typeof chartEpisodes>[0]
  const ordinals = (reach: number | null) => chartEpisodes(seasons, [], reach).map(({ ordinal }) => ordinal)
  expect(ordinals(0)).toEqual([1, 2])
  expect(ordinals(3)).toEqual([1, 2, 3, 4])
  expect(ordinals(null)).toEqual([1, 2])
})
