import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PAGE, windowAround } from './dialogue-window'

it('begins with the file before the first line and near the start', () => {
  expect([null, 0, 39, 79].map((n) => windowAround(n))).toEqual([0, 0, 0, 0])
})

it('holds the line, with forty before it where there are so many and twenty after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), (n) => {
      const from = windowAround(n)
      expect(n - from).toBeGreaterThanOrEqual(Math.min(n, 40))
      expect(from + PAGE - 1 - n).toBeGreaterThanOrEqual(20)
    }),
  )
})
