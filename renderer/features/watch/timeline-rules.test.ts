import type { NoteRow } from '@shared/notes/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { density, marksOf, neighbour, ticksOf } from './timeline-rules'

const row = (atMs: number | null, over: Partial<NoteRow> = {}) =>
  ({ id: String(atMs), atMs, kind: 'note', pinned: false, ...over }) as NoteRow

describe('the strip of an episode', () => {
  it('counts every note up to the clock once, and none after it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(1_800_000)), { maxLength: 60 }),
        fc.nat(1_800_000),
        fc.integer({ min: 1, max: 80 }),
        (times, until, parts) => {
          const counts = density(
            times.map((at) => row(at)),
            1_800_000,
            parts,
            until,
          )
          expect(counts).toHaveLength(parts)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
            times.filter((at) => at !== null && at <= until).length,
          )
        },
      ),
    )
  })

  it('marks what is pinned before what kind it is, and nothing that lies ahead', () => {
    const rows = [
      row(1000, { kind: 'quote' }),
      row(2000, { kind: 'quote', pinned: true }),
      row(3000),
      row(9000, { kind: 'question' }),
    ]
    expect(marksOf(rows, 5000).map(({ atMs, kind }) => [atMs, kind])).toEqual([
      [1000, 'quote'],
      [2000, 'pinned'],
    ])
  })

  it('goes from note to note', () => {
    const rows = [row(10_000), row(20_000), row(null), row(30_000)]
    expect(neighbour(rows, 20_000, 1)).toBe(30_000)
    expect(neighbour(rows, 20_400, -1)).toBe(10_000)
    expect(neighbour(rows, 30_000, 1)).toBeNull()
  })

  it('has few round moments under it', () => {
    expect(ticksOf(1_653_000)).toEqual([0, 300_000, 600_000, 900_000, 1_200_000, 1_500_000])
    for (const length of [60_000, 600_000, 5_400_000, 20_000_000])
      expect(ticksOf(length).length).toBeLessThan(10)
  })
})
