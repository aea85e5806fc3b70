import { DAY_MS } from './day'
import type { Ms } from './time'

/**
 * Writes a position as people read it on a player.
 *
 * @param ms milliseconds from the start of the episode
 * @returns `mm:ss`, or `h:mm:ss` from the first hour on
 */
export function formatTimecode(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, '0')
  const mm = String(minutes).padStart(2, '0')
  return hours > 0 ? `${hours}:${mm}:${seconds}` : `${mm}:${seconds}`
}

/**
 * Reads a timecode as people type it: `12:41`, `1:02:03`, or plain seconds with `s` (`75s`).
 *
 * @returns milliseconds, or null when the text is no timecode or lies past 24 hours
 */
export function parseTimecode(text: string): Ms | null {
  const trimmed = text.trim()
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(trimmed)
  const seconds = match
    ? Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3])
    : /^\d{1,5}s$/.test(trimmed)
      ? Number.parseInt(trimmed, 10)
      : null
  if (seconds === null || (match?.[1] !== undefined && Number(match[2]) > 59)) return null
  const ms = seconds * 1000
  // the range that `Ms` allows
  return ms <= DAY_MS ? (ms as Ms) : null
}
