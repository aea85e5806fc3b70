import { m } from '@shared/messages'
import type { IsoDate, IsoTime } from '@shared/time'
import { dates, lists, locale, numbers } from './formats'

interface Place {
  readonly season: number
  readonly number: number
}

/** A space that does not break, so that `S1` and `E7` stay on one line. */
const NBSP = '\u00a0'

/** Season 0 holds the specials, as in every database of series. */
const SPECIALS = 0

/** `S1 E7`, `SP 2` for a special: for sentences. */
export const episodeLabel = ({ season, number }: Place) =>
  season === SPECIALS ? `SP${NBSP}${number}` : `S${season}${NBSP}E${number}`

/** `S1E7`, `SP2`: for mono and system lines. */
export const episodeCode = ({ season, number }: Place) =>
  season === SPECIALS ? `SP${number}` : `S${season}E${number}`

/** `Season 1`, or `Specials`. */
export const seasonName = (season: number) =>
  season === SPECIALS ? m.app_specials() : m.app_season({ season })

/** `Season 1, episode 7`, or `Season 1, episode 7, French Ending`: what is spoken. */
export const episodeName = ({ season, number }: Place, title?: string | null) => {
  if (season === SPECIALS) return title ? m.app_special_titled({ number, title }) : m.app_special({ number })
  return title ? m.app_episode_titled({ season, number, title }) : m.app_episode({ season, number })
}

/** Calendar days are days everywhere, so they are written in UTC, in which they were read. */
const DAY = { timeZone: 'UTC' } as const

/** `Tuesday 4 May 2021` */
export const fullDate = (day: IsoDate) =>
  dates({ ...DAY, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(day))
    .replace(',', '')

/** `2 October 2020` */
export const longDate = (day: IsoDate) =>
  dates({ ...DAY, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(day))

/** `11 Nov 2020` */
export const shortDate = (day: IsoDate) =>
  dates({ ...DAY, day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(day))

/** A moment, in the person's own time zone: `4 May 2021, 21:04`. */
export const moment = (time: IsoTime) =>
  dates({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(time),
  )

/** The hour of a moment, in the person's own time zone: `21:04`. */
export const clockTime = (time: IsoTime) =>
  dates({ hour: '2-digit', minute: '2-digit' }).format(new Date(time))

/** The day of a moment, in the person's own time zone: `4 May 2021`. */
export const dayOf = (time: IsoTime) =>
  dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(time))

/** `58,000,000`, `58 000 000` */
export const wholeNumber = (value: number) => numbers({}).format(value)

/** A number with all its digits, as people type it: `20,400.125`. */
export const exactNumber = (value: number) => numbers({ maximumFractionDigits: 20 }).format(value)

/** `10.4K`, `10,4 k`: for a chart. */
export const compactNumber = (value: number) =>
  numbers({ notation: 'compact', maximumFractionDigits: 1 }).format(value)

/** `58` and `million`: a large number in two parts, for print. */
export function bigNumber(value: number): { readonly digits: string; readonly scale: string } {
  const format = numbers({
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 1,
  })
  const parts = format.formatToParts(value)
  const scale = parts.find(({ type }) => type === 'compact')?.value ?? ''
  const digits = parts.filter(({ type }) => type !== 'compact').map((part) => part.value)
  return { digits: digits.join('').trim(), scale }
}

/** `412 kB`, `2.3 MB` */
export function byteSize(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const maximumFractionDigits = value < 10 ? 1 : 0
  return numbers({ style: 'unit', unit, maximumFractionDigits }).format(value)
}

/** A percentage in a sentence or beside a strip: `70%`, `70 %`. @param value in percent */
export const percent = (value: number): string => m.app_percent({ n: String(Math.round(value)) })

/** Small numbers in words, as a programme prints them: `ten`, `dix`; from 21 on in digits. */
export const spelled = (value: number) => m.app_number({ n: String(value), digits: wholeNumber(value) })

/** The same at the start of a sentence: `Ten`. */
export function spelledFirst(value: number): string {
  const words = spelled(value)
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1)
}

/** A list in a sentence: `Anna, Ben and Chloé`. */
export const listed = (items: readonly string[]) => lists({ type: 'conjunction' }).format(items)
