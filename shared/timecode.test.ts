import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimecode, parseTimecode } from './timecode'

describe('timecodes', () => {
  it('are written as a player writes them', () => {
    expect(formatTimecode(0)).toBe('00:00')
    expect(formatTimecode(761_999)).toBe('12:41')
    expect(formatTimecode(3_723_000)).toBe('1:02:03')
  })
  it('are read as people type them', () => {
    expect(parseTimecode('12:41')).toBe(761_000)
    expect(parseTimecode(' 1:02:03 ')).toBe(3_723_000)
    expect(parseTimecode('75s')).toBe(75_000)
    expect(parseTimecode('90:00')).toBe(5_400_000)
  })
  it('are refused when they are something else', () => {
    for (const text of ['', '12', '12:60', '1:99:00', 'abc', '-1:00', '25:00:00', '12:4']) {
      expect(parseTimecode(text), text).toBeNull()
    }
  })
  it('come back whole to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (seconds) => {
        expect(parseTimecode(formatTimecode(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })
})
