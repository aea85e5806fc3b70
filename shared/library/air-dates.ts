import { DAY_MS } from '../day'
import type { IsoDate, IsoTime } from '../time'

/** One day of a calendar: an episode's air date, or a season's first night (`number` null). */
export interface AirDate {
  /** A UUID that stays the same from one export to the next, so that a calendar knows the event again. */
  readonly uid: string
  readonly date: IsoDate
  readonly season: number
  readonly number: number | null
  /** Null where it may not be known: then the episode's place is all that is said. */
  readonly title: string | null
}

interface Calendar {
  /** The show's title. */
  readonly show: string
  readonly dates: readonly AirDate[]
  /** The moment of writing. */
  readonly now: IsoTime
}

/** Octets of a line without its line break (RFC 5545, section 3.1). */
const LINE_OCTETS = 75

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Breaks a long line into several, each further one behind a space; never inside a character. */
function folded(line: string): string {
  let used = 0
  let out = ''
  for (const character of line) {
    const size = octets(character)
    if (used + size > LINE_OCTETS) {
      out += '\r\n '
      used = 1
    }
    out += character
    used += size
  }
  return out
}

/**
 * A text as a calendar can hold it: line breaks of every kind are one, other control characters, which RFC 5545
 * does not allow, are left out, and half a surrogate pair, which has no UTF-8, gives way to a mark.
 */
export function calendarText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, (found) => (found === '\t' ? ' ' : ''))
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
  )
}

/** TEXT of RFC 5545, section 3.3.11. */
const escaped = (text: string): string =>
  calendarText(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')

/** The form of a day: `20211222`. */
const dayOf = (date: string): string => date.slice(0, 10).replaceAll('-', '')

/** The end of an all-day event is the day after, because it is exclusive. */
function dayAfter(date: IsoDate): string {
  const next = new Date(Date.parse(date) + DAY_MS)
  return dayOf(next.toISOString())
}

const place = ({ season, number }: AirDate): string => {
  if (number === null) return `S${season}`
  return season === 0 ? `SP ${number}` : `S${season} E${number}`
}

/** `Emily in Paris, S1 E3: Sexy or Sexist`, in any language. */
const summary = (show: string, date: AirDate): string =>
  `${show}, ${place(date)}${date.title === null ? '' : `: ${date.title}`}`

/**
 * Air dates as an iCalendar file (RFC 5545): an all-day event for each, which keeps nobody busy. A day is a day in
 * every time zone, so no zone is named.
 */
export function airDateCalendar({ show, dates, now }: Calendar): string {
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entracte//Air dates//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(show)}`,
    `X-WR-CALNAME:${escaped(show)}`,
    ...dates.flatMap((date) => [
      'BEGIN:VEVENT',
      `UID:${date.uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${dayOf(date.date)}`,
      `DTEND;VALUE=DATE:${dayAfter(date.date)}`,
      `SUMMARY:${escaped(summary(show, date))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
