import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cut } from './paper'

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
