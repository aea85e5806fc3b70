import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../time'
import { type Dated, daysUntil, disagreement, nextDate, readingFrom } from './press-rules'

const day = (text: string) => text as IsoDate
const days = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((count) => day(new Date(count * 86_400_000).toISOString().slice(0, 10)))
const after = (from: IsoDate, count: number) =>
  day(new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10))

describe('the days until a date', () => {
  it('are calendar days, over leap years and clock changes', () => {
    expect(daysUntil(day('2021-12-22'), day('2021-12-22'))).toBe(0)
    expect(daysUntil(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysUntil(day('2021-03-27'), day('2021-03-29'))).toBe(2)
    expect(daysUntil(day('2021-12-23'), day('2021-12-22'))).toBe(-1)
  })
  it('add up', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        expect(daysUntil(from, after(from, count))).toBe(count)
      }),
    )
  })
})

describe('the next date', () => {
  const one = (date: string | null, season: number | null = 2, number: number | null = 1): Dated => ({
    date: date === null ? null : day(date),
    season,
    number,
  })
  const today = day('2021-12-01')
  it('is the soonest to come, today included', () => {
    const dates = [one('2020-10-02'), one('2022-01-05'), one('2021-12-22'), one('2021-12-01', 1, 9)]
    expect(nextDate(dates, today)).toEqual({ date: '2021-12-01', days: 0, season: 1, number: 9 })
    expect(nextDate(dates.slice(0, 3), today)).toMatchObject({ date: '2021-12-22', days: 21 })
  })
  it('is not known when no date is, and not guessed', () => {
    expect(nextDate([one(null), one('2021-11-30')], today)).toBeNull()
    expect(nextDate([], today)).toBeNull()
  })
  it('names the episode rather than its season', () => {
    const dates = [one('2021-12-22', 2, null), one('2021-12-22', 2, 1)]
    expect(nextDate(dates, today)).toMatchObject({ number: 1 })
  })
  it('is never in the past, and never later than another one', () => {
    fc.assert(
      fc.property(fc.array(fc.option(days)), days, (drawn, now) => {
        const next = nextDate(
          drawn.map((date) => ({ date, season: 1, number: 1 })),
          now,
        )
        const coming = drawn.filter((date) => date !== null && date >= now).sort()
        expect(next?.date ?? null).toBe(coming[0] ?? null)
      }),
    )
  })
})

describe('figures', () => {
  const figure = (value: number, unit: string, windowDays: number | null = 28) => ({
    value,
    unit,
    windowDays,
  })
  it('agree when they say the same', () => {
    expect(disagreement([])).toBeNull()
    expect(disagreement([figure(58, 'households')])).toBeNull()
    expect(disagreement([figure(58, 'households'), figure(58, 'households')])).toBeNull()
  })
  it('contradict each other in who was counted, or in how many', () => {
    expect(disagreement([figure(58, 'households'), figure(58, 'people')])).toBe('unit')
    expect(disagreement([figure(58, 'households'), figure(61, 'people')])).toBe('value')
  })
  it('of other stretches of time do not contradict each other', () => {
    expect(disagreement([figure(58, 'households', 28), figure(70, 'households', 90)])).toBeNull()
    expect(disagreement([figure(58, 'households', 28), figure(70, 'fans', null)])).toBe('value')
  })
})

describe('what the screen said', () => {
  const number = (text: string, decimal: '.' | ',') => readingFrom(text, decimal)?.value
  it('is a number as people write it in their language', () => {
    expect(['48', '1,435', '10.4K', '10 400', '2.5m', '-3', '0.5'].map((text) => number(text, '.'))).toEqual([
      48, 1435, 10_400, 10_400, 2_500_000, -3, 0.5,
    ])
    expect(['1\u202f435', '10,4 k', '1.435', '2,5', '3 Md'].map((text) => number(text, ','))).toEqual([
      1435, 10_400, 1435, 2.5, 3_000_000_000,
    ])
  })
  it('is kept as words where it is no number', () => {
    for (const text of ['tens of thousands', '1,43', '12:41', '1.2.3', '48 or 58', '?'])
      expect(readingFrom(text, '.')).toEqual({ value: null, words: text })
    expect(readingFrom('   ', '.')).toBeNull()
  })
  it('comes back as it was written, for every whole number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en-GB', 'fr-FR'),
        (value, locale) => {
          const text = new Intl.NumberFormat(locale).format(value)
          expect(number(text, locale === 'en-GB' ? '.' : ',')).toBe(value)
        },
      ),
    )
  })
})
