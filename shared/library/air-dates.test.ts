import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { IsoDate, IsoTime } from '../time'
import { type AirDate, airDateCalendar, calendarText } from './air-dates'

const NOW = '2021-05-04T18:00:01.000Z' as IsoTime
const UID = '01890a5d-ac96-774b-bcce-b302099a8057'
const one = (change: Partial<AirDate> = {}): AirDate => ({
  uid: UID,
  date: '2021-12-22' as IsoDate,
  season: 2,
  number: 3,
  title: 'Bon Anniversaire!',
  ...change,
})
const file = (dates: readonly AirDate[], show = 'Emily in Paris') =>
  airDateCalendar({ show, dates, now: NOW })
const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}
const summaryOf = (text: string) => eventsOf(text)[0]?.summary

// every character that text can hold, and more often those that mean something in the format
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ',',
        ';',
        '\\',
        '\n',
        '\\n',
        ':',
        '"',
        '\r\n',
        'é',
        '巴',
        '🎭',
        ' ',
        '\t',
        'END:VEVENT',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('the calendar of air dates', () => {
  it('is a calendar of RFC 5545 with an all-day event for each date', () => {
    const text = file([one(), one({ uid: '01890a5d-ac96-774b-bcce-b302099a8058', season: 0, number: 1 })])
    const calendar = new ICAL.Component(ICAL.parse(text))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('calscale')).toBe('GREGORIAN')
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy()
    const [first, second] = eventsOf(text)
    expect(first?.uid).toBe(UID)
    expect(first?.startDate.isDate).toBe(true)
    expect(first?.startDate.toString()).toBe('2021-12-22')
    expect(first?.endDate.toString()).toBe('2021-12-23')
    expect(String(first?.component.getFirstPropertyValue('dtstamp'))).toBe('2021-05-04T18:00:01Z')
    expect(first?.summary).toBe('Emily in Paris, S2 E3: Bon Anniversaire!')
    expect(second?.summary).toBe('Emily in Paris, SP 1: Bon Anniversaire!')
  })

  it('leaves a title out that may not be known, and names a season without an episode', () => {
    expect(summaryOf(file([one({ title: null })]))).toBe('Emily in Paris, S2 E3')
    expect(summaryOf(file([one({ title: null, number: null, season: 6 })]))).toBe('Emily in Paris, S6')
  })

  it('is the same for the same dates, whatever a title becomes', () => {
    const [before, later] = [eventsOf(file([one()]))[0], eventsOf(file([one({ title: 'Renamed' })]))[0]]
    expect(later?.uid).toBe(before?.uid)
  })

  it('ends a year, and a leap day, on the day after', () => {
    const ends = ['2021-12-31', '2024-02-29', '2023-02-28'].map((date) =>
      eventsOf(file([one({ date: date as IsoDate })]))[0]?.endDate.toString(),
    )
    expect(ends).toEqual(['2022-01-01', '2024-03-01', '2023-03-01'])
  })

  it('gives every title back through the parser', () => {
    fc.assert(
      fc.property(texts, texts, (title, show) => {
        const text = file([one({ title })], show)
        expect(summaryOf(text)).toBe(calendarText(`${show}, S2 E3: ${title}`))
        expect(eventsOf(text)).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })

  it('has lines of at most 75 octets that end in CRLF, and no character is cut', () => {
    fc.assert(
      fc.property(texts, (title) => {
        const bytes = new TextEncoder().encode(file([one({ title })]))
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        expect(text.endsWith('\r\n')).toBe(true)
        const lines = text.slice(0, -2).split('\r\n')
        for (const line of lines) {
          const size = new TextEncoder().encode(line).length
          expect(size).toBeLessThanOrEqual(75)
          expect(size).toBeGreaterThan(0)
          expect(line).not.toMatch(/[\r\n]/)
          expect(line).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
