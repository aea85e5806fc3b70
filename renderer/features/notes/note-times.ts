import { m } from '@shared/messages'
import type { Note } from '@shared/notes/schema'
import type { IsoTime } from '@shared/time'
import type { Lifted } from '@shared/veil/schema'
import { clockTime, dayOf } from '../../ui/words'

const sameDay = (a: IsoTime | Date, b: IsoTime | Date) =>
  new Date(a).toDateString() === new Date(b).toDateString()

/** `Saved 21:14`; with the day when it was not today. */
export function savedWords(at: IsoTime): string {
  if (!sameDay(at, new Date())) return m.notes_saved_on({ date: dayOf(at) })
  return m.notes_saved({ time: clockTime(at) })
}

/** `Written 29 Apr 2021, edited today` */
export function writtenWords({ createdAt, updatedAt }: Lifted<Note>): string {
  const written = m.notes_written({ date: dayOf(createdAt) })
  if (sameDay(createdAt, updatedAt)) return written
  return sameDay(updatedAt, new Date())
    ? m.notes_edited_today({ written })
    : m.notes_edited({ written, date: dayOf(updatedAt) })
}
