import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boxesMeet } from './geometry'
import { labelSpots } from './label-spots'

const point = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -300, max: 300 }) })
const label = fc.record({
  curve: fc.record({ start: point, bend: point, end: point }),
  width: fc.integer({ min: 20, max: 160 }),
  weight: fc.nat(5),
})
const disc = point.map((at) => ({ ...at, width: 60, height: 80 }))

it('labels never lie on one another, nor on what must stay free', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 30 }), fc.array(disc, { maxLength: 10 }), (wanted, taken) => {
      const spots = labelSpots(wanted, taken).filter((spot) => spot !== null)
      spots.forEach((spot, at) => {
        for (const other of [...spots.slice(at + 1), ...taken]) expect(boxesMeet(spot, other)).toBe(false)
      })
    }),
  )
})

it('a label that matters more has its spot before one that matters less', () => {
  const curve = { start: { x: 0, y: 0 }, bend: { x: 20, y: 0 }, end: { x: 40, y: 0 } }
  const [less, more] = labelSpots(
    [
      { curve, width: 100, weight: 1 },
      { curve, width: 100, weight: 2 },
    ],
    [],
  )
  expect(less).toBeNull()
  expect(more).toMatchObject({ x: 20, y: 0 })
})
