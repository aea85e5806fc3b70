import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SeasonId, ShowId } from '../ids'
import { cut, printAddress } from './paper'

it('leaves a short page whole', () => {
  expect(cut(500, [100, 200], 1000)).toEqual([{ top: 0, height: 500 }])
})

it('cuts between blocks', () => {
  expect(cut(2500, [900, 1400, 1800], 1000)).toEqual([
    { top: 0, height: 900 },
    { top: 900, height: 900 },
    { top: 1800, height: 700 },
  ])
})

it('leaves no gap, overlaps nowhere and makes no piece too high', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9000 }),
      fc.array(fc.nat(9000)).map((places) => places.sort((a, b) => a - b)),
      fc.integer({ min: 1, max: 3000 }).map((most) => Math.max(50, most)),
      (height, breaks, most) => {
        const parts = cut(height, breaks, most)
        let top = 0
        for (const part of parts) {
          expect(part.top).toBe(top)
          expect(part.height).toBeGreaterThan(0)
          expect(part.height).toBeLessThanOrEqual(most)
          top += part.height
        }
        expect(top).toBe(height)
      },
    ),
  )
})

it('gives a page an address from which every choice is read back, whatever the router puts behind it', () => {
  const showId = ShowId.parse('0190a000-0000-7000-8000-000000000001')
  const seasonId = SeasonId.parse('0190a000-0000-7000-8000-000000000002')
  const [path, search] = printAddress(
    { page: 'season', showId, boardId: null, seasonId, kind: 'pdf' },
    'job',
  ).split('?')
  expect(path).toBe('/print/season')
  const asked = new URLSearchParams(`${search}?theme=papier`)
  expect(['job', 'showId', 'kind', 'boardId', 'seasonId'].map((name) => asked.get(name))).toEqual([
    'job',
    showId,
    'pdf',
    '',
    seasonId,
  ])
})
