import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stacked } from './season-strip-geometry'

it('leaves discs on the line that do not touch', () => {
  const placed = stacked(
    [
      { of: 'Nora', at: 20 },
      { of: 'Maud', at: 50 },
    ],
    4,
  )
  expect(placed.map(({ level }) => level)).toEqual([0, 0])
})

it('puts a disc over one that it would hide', () => {
  const placed = stacked(
    [
      { of: 'Nora', at: 20 },
      { of: 'Maud', at: 22 },
      { of: 'Idris', at: 20 },
      { of: 'Priya', at: 25 },
    ],
    4,
  )
  expect(placed.map(({ level }) => level)).toEqual([0, 1, 2, 0])
})

it('hides nobody, wherever they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (places) => {
      const placed = stacked(
        places.map((at, of) => ({ of, at })),
        4,
      )
      expect(placed.map(({ at }) => at)).toEqual(places)
      for (const [turn, a] of placed.entries())
        for (const b of placed.slice(turn + 1))
          expect(a.level === b.level && Math.abs(a.at - b.at) < 4).toBe(false)
    }),
  )
})
