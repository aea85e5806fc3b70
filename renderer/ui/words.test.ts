import { speak } from '@shared/messages'
import { IsoDate } from '@shared/time'
import { afterEach, describe, expect, it } from 'vitest'
import {
  bigNumber,
  byteSize,
  compactNumber,
  episodeCode,
  episodeLabel,
  fullDate,
  spelled,
  spelledFirst,
} from './words'

afterEach(() => speak('en'))

describe('words', () => {
  it('name an episode in sentences and in system lines', () => {
    expect(episodeLabel({ season: 1, number: 7 })).toBe('S1\u00a0E7')
    expect(episodeCode({ season: 1, number: 7 })).toBe('S1E7')
  })

  it('write a calendar day as the same day in every time zone', () => {
    expect(fullDate(IsoDate.parse('2021-05-03'))).toBe('Monday 3 May 2021')
    speak('fr')
    expect(fullDate(IsoDate.parse('2021-05-03'))).toBe('lundi 3 mai 2021')
  })

  it('spell small numbers and leave large ones in digits', () => {
    expect([spelled(10), spelledFirst(7), spelled(21), spelled(1200)]).toEqual([
      'ten',
      'Seven',
      '21',
      '1,200',
    ])
  })

  it('split a large number for print', () => {
    expect(bigNumber(58_000_000)).toEqual({ digits: '58', scale: 'million' })
    speak('fr')
    expect(bigNumber(58_000_000)).toEqual({ digits: '58', scale: 'millions' })
  })

  it('shorten numbers and sizes', () => {
    // k or K, as the system's own data has it
    expect(compactNumber(10_400)).toMatch(/^10\.4k$/i)
    expect(byteSize(412_300)).toBe('412 kB')
    expect(byteSize(2_340_000)).toBe('2.3 MB')
  })
})
