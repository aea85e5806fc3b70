import type { CalibrationDot } from '@shared/boards/scores-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  labelSpots,
  lineThrough,
  PLOT,
  plotted,
  READOUT,
  radiusOf,
  readoutSpot,
  xOf,
  yOf,
} from './skill-plot-geometry'

const dot = (said: number, share: number, n = 5): CalibrationDot => ({
  said,
  share,
  n,
  low: Math.max(0, share - 0.1),
  high: Math.min(1, share + 0.1),
})

describe('the plot of a calibration', () => {
  it('puts what was said and came as often on the diagonal', () => {
    for (const said of [0, 25, 50, 100])
      expect(xOf(said) - PLOT.left).toBeCloseTo(PLOT.top + PLOT.span - yOf(said / 100), 9)
    expect([xOf(0), xOf(100), yOf(1), yOf(0)]).toEqual([28, 256, 8, 236])
  })

  it('draws dots from left to right, the larger the more they hold', () => {
    const dots = plotted([dot(70, 0.6, 20), dot(10, 0.05, 4)])
    expect(dots.map(({ dot: { said } }) => said)).toEqual([10, 70])
    expect(dots.map(({ r }) => r)).toEqual([radiusOf(4), radiusOf(20)])
    expect(radiusOf(20)).toBeGreaterThan(radiusOf(4))
    expect(radiusOf(100_000)).toBe(8)
  })

  it('draws the interval around its dot', () => {
    const [only] = plotted([dot(50, 0.4)])
    expect(only?.high).toBeCloseTo(yOf(0.5), 9)
    expect(only?.low).toBeCloseTo(yOf(0.3), 9)
  })

  it('draws no line through one dot', () => {
    expect(lineThrough(plotted([dot(50, 0.4)]))).toBe('')
    expect(lineThrough([])).toBe('')
    expect(
      lineThrough([
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ]),
    ).toBe('M1 2L3 4')
  })
})

describe('the words about a dot', () => {
  it('leave it and its interval in sight, and stay on the plot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (said, share) => {
          const at = { x: xOf(said), y: yOf(share) }
          const { left, top } = readoutSpot(at)
          expect(left > at.x + 8 || left + READOUT.width < at.x - 8).toBe(true)
          expect(top).toBeGreaterThanOrEqual(0)
          expect(top + READOUT.height).toBeLessThanOrEqual(PLOT.size)
          expect(left).toBeGreaterThanOrEqual(-28)
          expect(left + READOUT.width).toBeLessThanOrEqual(PLOT.size + 28)
        },
      ),
    )
  })
})

describe('the names of its lines', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const line = fc
    .array(share, { minLength: 1, maxLength: 5 })
    .map((shares) => plotted(shares.map((each, bin) => dot(bin * 20 + 10, each))))

  it('stand within the field and never over each other', () => {
    fc.assert(
      fc.property(line, line, fc.integer({ min: 20, max: 100 }), (own, crowd, width) => {
        const spots = labelSpots([
          { line: own, width },
          { line: crowd, width: 60 },
        ])
        const boxes = spots.flatMap((spot, at) => {
          if (!spot) return []
          const wide = at === 0 ? width : 60
          const left = spot.anchor === 'start' ? spot.x : spot.x - wide
          return [{ left, right: left + wide, top: spot.y - 11, bottom: spot.y + 4 }]
        })
        for (const { left, right, top, bottom } of boxes) {
          expect(left).toBeGreaterThanOrEqual(PLOT.left)
          expect(right).toBeLessThanOrEqual(PLOT.left + PLOT.span)
          expect(top).toBeGreaterThanOrEqual(PLOT.top)
          expect(bottom).toBeLessThanOrEqual(PLOT.top + PLOT.span)
        }
        const [a, b] = boxes
        if (a && b)
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      }),
    )
  })

  it('are left out where there is no line', () => {
    expect(labelSpots([{ line: [], width: 40 }])).toEqual([null])
  })
})
