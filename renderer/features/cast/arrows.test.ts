import { describe, expect, it } from 'vitest'
import { type Arrow, arrowTarget, type Box } from './arrows'

const plate = (column: number, row: number): Box => ({
  left: column * 200,
  top: row * 250,
  width: 180,
  height: 240,
})
const line = (column: number, row: number): Box => ({
  left: column * 400,
  top: 600 + row * 28,
  width: 380,
  height: 24,
})
/** Four plates and three below them, then two columns of lines. */
const boxes = [
  ...[0, 1, 2, 3].map((column) => plate(column, 0)),
  ...[0, 1, 2].map((column) => plate(column, 1)),
  line(0, 0),
  line(0, 1),
  line(1, 0),
  line(1, 1),
]
const go = (from: number, arrow: Arrow) => arrowTarget(boxes, from, arrow)

describe('arrow keys on the cast', () => {
  it('walk along a row and on to the next', () => {
    expect(go(0, 'ArrowRight')).toBe(1)
    expect(go(3, 'ArrowRight')).toBe(4)
    expect(go(4, 'ArrowLeft')).toBe(3)
  })

  it('go down to the plate below', () => {
    expect(go(1, 'ArrowDown')).toBe(5)
    expect(go(5, 'ArrowUp')).toBe(1)
  })

  it('go to the closest one when the row below is shorter', () => {
    expect(go(3, 'ArrowDown')).toBe(6)
  })

  it('go from the plates to the list and through it by its columns', () => {
    expect(go(4, 'ArrowDown')).toBe(7)
    expect(go(7, 'ArrowDown')).toBe(8)
    expect(go(9, 'ArrowDown')).toBe(10)
    expect(go(7, 'ArrowUp')).toBe(4)
  })

  it('stop at the edges', () => {
    expect(go(0, 'ArrowLeft')).toBeNull()
    expect(go(10, 'ArrowRight')).toBeNull()
    expect(go(0, 'ArrowUp')).toBeNull()
    expect(go(10, 'ArrowDown')).toBeNull()
  })
})
