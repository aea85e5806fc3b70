import { describe, expect, it } from 'vitest'
import { gridTarget } from './walk-grid'

const size = { rows: 60, columns: 201 }
const go = (key: string, row: number, column: number, mod = false) =>
  gridTarget(key, mod, { row, column }, size)

describe('keys in the grid of appearances', () => {
  it('lead to the next cell and stop at the edges', () => {
    expect(go('ArrowRight', 3, 4)).toEqual({ row: 3, column: 5 })
    expect(go('ArrowUp', 0, 4)).toEqual({ row: 0, column: 4 })
    expect(go('ArrowRight', 3, 200)).toEqual({ row: 3, column: 200 })
  })
  it('lead to the ends of a row, and with Ctrl to the corners', () => {
    expect(go('Home', 3, 4)).toEqual({ row: 3, column: 0 })
    expect(go('End', 3, 4)).toEqual({ row: 3, column: 200 })
    expect(go('End', 3, 4, true)).toEqual({ row: 59, column: 200 })
    expect(go('Home', 3, 4, true)).toEqual({ row: 0, column: 0 })
  })
  it('turn pages of ten rows', () => {
    expect(go('PageDown', 55, 1)).toEqual({ row: 59, column: 1 })
    expect(go('PageUp', 55, 1)).toEqual({ row: 45, column: 1 })
  })
  it('are left alone when they mean something else', () => {
    expect(go('a', 0, 0)).toBeNull()
    expect(go('constructor', 0, 0)).toBeNull()
  })
})
