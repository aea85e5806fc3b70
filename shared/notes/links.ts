import { NoteId } from '../ids'
import { Ms } from '../time'

/** A stretch of an episode; without an end, a moment of it. */
export interface TimeRange {
  readonly atMs: Ms | null
  readonly endMs: Ms | null
}

const NO_TIME: TimeRange = { atMs: null, endMs: null }

/** A clock value in seconds, `mm:ss` or `h:mm:ss`, each with a fraction; as NPT of RFC 7826 writes it. */
const CLOCK = /^(?:(?:(\d{1,4}):)?([0-5]?\d):)?(\d{1,6})(?:\.(\d{0,9}))?$/

function msOf(text: string): Ms | null {
  const [, hours, minutes, seconds, fraction = ''] = CLOCK.exec(text) ?? []
  if (seconds === undefined || (minutes !== undefined && Number(seconds) > 59)) return null
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  const ms = Ms.safeParse(whole * 1000 + Math.round(Number(`0.${fraction || 0}`) * 1000))
  return ms.success ? ms.data : null
}

/**
 * Reads the time of a media fragment (https://www.w3.org/TR/media-frags/, 4.2.1): `t=12.4,15`, `t=npt:1:02:03`,
 * `t=,15` from the start. Of several the last one holds, and one that is none is passed over, as the standard says.
 *
 * @param fragment what stands after `#`, or with it
 */
export function parseFragment(fragment: string): TimeRange {
  let found = NO_TIME
  for (const pair of fragment.replace(/^#/, '').split('&')) {
    const [, value] = /^t=(?:npt:)?(.*)$/.exec(decoded(pair)) ?? []
    if (value === undefined) continue
    const [from = '', to, ...more] = value.split(',')
    if (more.length > 0 || (from === '' && !to)) continue
    const atMs = from === '' ? Ms.parse(0) : msOf(from)
    const endMs = to === undefined || to === '' ? null : msOf(to)
    if (atMs === null || (to && endMs === null) || (endMs !== null && endMs <= atMs)) continue
    found = { atMs, endMs }
  }
  return found
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const seconds = (ms: number): string => String(ms / 1000)

/** `#t=12.4,15`; empty where there is no time. */
export const fragmentOf = ({ atMs, endMs }: TimeRange): string =>
  atMs === null ? '' : `#t=${seconds(atMs)}${endMs === null ? '' : `,${seconds(endMs)}`}`

/** The address of a note: `entracte://note/<id>#t=12.4,15`. */
export const noteLink = (id: NoteId, time: TimeRange): string => `entracte://note/${id}${fragmentOf(time)}`

/** The note that an address names, and the time in it; null for any other address. */
export function parseNoteLink(address: string): (TimeRange & { readonly id: NoteId }) | null {
  const [, named, fragment] = /^entracte:\/\/note\/([0-9a-f-]{36})\/?(#.*)?$/i.exec(address) ?? []
  const id = NoteId.safeParse(named?.toLowerCase())
  return id.success ? { id: id.data, ...parseFragment(fragment ?? '') } : null
}

/** `12:41` and `1:02:03` in a running text, and no part of a longer row of digits. */
const TIMECODE = /(?<![\d:.,])(?:(\d{1,2}):([0-5]\d)|(\d{1,3})):([0-5]\d)(?![\d:])(?![.,]\d)/g

export interface FoundTime {
  readonly from: number
  readonly to: number
  readonly ms: Ms
}

/** The timecodes of a text, with their places in it. */
export function timecodesIn(text: string): FoundTime[] {
  return [...text.matchAll(TIMECODE)].flatMap((match) => {
    const [whole, hours, minutes, alone, secs] = match
    const total = Number(hours ?? 0) * 3600 + Number(minutes ?? alone) * 60 + Number(secs)
    const ms = Ms.safeParse(total * 1000)
    return ms.success ? [{ from: match.index, to: match.index + whole.length, ms: ms.data }] : []
  })
}
