import { describe, expect, it } from 'vitest'
import { median, summarise, table } from '../../scripts/bench/statistics.mjs'

const what = { name: 'a thing', unit: 'ms', goal: 1.2 }

describe('the arithmetic of the bench', () => {
  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })
  it('drops the first round and takes the median of the ratios of each other one', () => {
    const row = summarise(what, [
      { ours: 900, baseline: 1, again: 1 },
      { ours: 110, baseline: 100, again: 100 },
      { ours: 240, baseline: 200, again: 200 },
      { ours: 65, baseline: 50, again: 50 },
    ])
    expect(row.ratio).toBeCloseTo(1.2)
    expect(row.noisy).toBe(false)
  })
  it('says NOISY when one thing measured twice differs by more than a tenth, and OVER past the goal', () => {
    const round = { ours: 150, baseline: 100, again: 120 }
    const row = summarise(what, [round, round, round])
    expect(row.noisy).toBe(true)
    expect(table([row])).toMatch(/NOISY OVER$/m)
  })
})
