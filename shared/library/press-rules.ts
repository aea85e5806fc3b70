import { DAY_MS } from '../day'
import type { IsoDate } from '../time'
import type { NextDate } from './press-schema'

/**
 * Calendar days from one day to another, whatever the time zone and the clock change in between.
 *
 * @returns 0 for the same day, negative for a day that has passed
 */
export function daysUntil(today: IsoDate, day: IsoDate): number {
  // both are midnights in UTC, which has no days of 23 or 25 hours
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)
}

export interface Dated {
  readonly date: IsoDate | null
  readonly season: number | null
  readonly number: number | null
}

/**
 * The soonest day to come. What has no date stays unknown and is not guessed at; of two on the same day the one
 * that says more, an episode rather than its season, is taken.
 *
 * @param today the calendar day where the person is
 */
export function nextDate(dates: readonly Dated[], today: IsoDate): NextDate | null {
  const coming = dates
    .flatMap(({ date, season, number }) =>
      date === null ? [] : [{ date, season, number, days: daysUntil(today, date) }],
    )
    .filter(({ days }) => days >= 0)
    .sort((a, b) => a.days - b.days || (a.number ?? Number.MAX_VALUE) - (b.number ?? Number.MAX_VALUE))
  return coming[0] ?? null
}

export interface Counted {
  readonly value: number
  readonly unit: string
  readonly windowDays: number | null
}

/**
 * In what figures contradict each other: in how many, or in who or what was counted. They are never put together
 * into one. Figures that count other stretches of time do not contradict each other.
 *
 * @returns `value` before `unit`, null when they agree
 */
export function disagreement(figures: readonly Counted[]): 'value' | 'unit' | null {
  const against = (a: Counted, b: Counted) =>
    a.windowDays === null || b.windowDays === null || a.windowDays === b.windowDays
  const pairs = figures.flatMap((a, index) =>
    figures
      .slice(index + 1)
      .filter((b) => against(a, b))
      .map((b) => [a, b] as const),
  )
  if (pairs.some(([a, b]) => a.value !== b.value)) return 'value'
  return pairs.some(([a, b]) => a.unit !== b.unit) ? 'unit' : null
}

/** What is written after a number for thousands, millions and billions, in English and French. */
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, md: 1e9 }

/**
 * Reads what a person saw on screen: a number as people write it (`1,435`, `10.4K`, `10 400`), or words where
 * there is no number (`about a thousand`).
 *
 * @param text what was typed
 * @param decimal the decimal mark of the person's language
 * @returns null when nothing was typed
 */
export function readingFrom(
  text: string,
  decimal: '.' | ',',
): { readonly value: number | null; readonly words: string | null } | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const match = /^([+-]?)(\d[\d.,'’\s]*?)\s*(k|m|b|md)?$/iu.exec(trimmed)
  const digits = match?.[2] && plainNumber(match[2], decimal)
  if (!match || !digits) return { value: null, words: trimmed }
  // in decimal, so that 10.4K is 10,400 and not a hair less
  const exact = Number(`${digits}e${Math.log10(SCALES[match[3]?.toLowerCase() ?? ''] ?? 1)}`)
  if (!Number.isFinite(exact)) return { value: null, words: trimmed }
  return { value: match[1] === '-' ? -exact : exact, words: null }
}

/** `1,435.5` as `1435.5`; null when the marks stand where no number has them. */
function plainNumber(text: string, decimal: '.' | ','): string | null {
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = text.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const groups = whole.split(new RegExp(`[${group === '.' ? '\\.' : ','}'’\\s]`, 'u'))
  const [first = '', ...rest] = groups
  if (!/^\d+$/.test(first) || (rest.length > 0 && first.length > 3)) return null
  if (!rest.every((part) => /^\d{3}$/.test(part))) return null
  return groups.join('') + (fraction === undefined ? '' : `.${fraction}`)
}
