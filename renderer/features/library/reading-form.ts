import type { EpisodeId, ItemId, ShowId } from '@shared/ids'
import { readingFrom } from '@shared/library/press-rules'
import type { ReadingDraft, Tracker } from '@shared/library/press-schema'
import type { Episode, Reading } from '@shared/library/schema'
import type { Ms } from '@shared/time'
import type { Lifted } from '@shared/veil/schema'
import type { OpenReading } from './tracker-line'

/** What the dialog for a reading holds while it is open. */
export interface ReadingForm {
  /** The reading that is edited; null for a new one. */
  readonly before: OpenReading | null
  /** Null for a tracker that begins with this reading. */
  readonly tracker: Lifted<Tracker> | null
  readonly name: string
  readonly unit: string
  readonly episodeId: EpisodeId | null
  readonly atMs: Ms | null
  /** As typed: a number or words. */
  readonly said: string
  readonly point: string
  readonly note: string
}

/**
 * The episodes for which a reading can be written: as far as the person's own words are open (`ownNotesReach`), so
 * that what they write does not vanish behind its own veil.
 */
export function episodesToRead(
  inOrder: readonly Episode[],
  { reach, watchedRun }: Pick<Reading, 'reach' | 'watchedRun'>,
): Episode[] {
  if (reach === null) return []
  const last = reach < watchedRun ? reach : reach + 1
  return inOrder.filter(({ ordinal }) => ordinal <= last)
}

/** A new reading: of the episode that is on and the moment it has come to, else of the last one reached. */
export function newReading(
  tracker: Lifted<Tracker> | null,
  episodes: readonly Episode[],
  { running, reach }: Pick<Reading, 'running' | 'reach'>,
): ReadingForm {
  const on = episodes.find(({ id }) => id === running?.episodeId)
  const reached = episodes.findLast(({ ordinal }) => ordinal <= (reach ?? 0)) ?? episodes[0]
  return {
    before: null,
    tracker,
    name: '',
    unit: '',
    episodeId: (on ?? reached)?.id ?? null,
    atMs: on && running ? running.positionMs : null,
    said: '',
    point: '',
    note: '',
  }
}

/** A reading as it stands, to be changed. @param write writes a number in the person's language, exactly */
export function readingToEdit(
  tracker: Lifted<Tracker>,
  reading: OpenReading,
  episodes: readonly Episode[],
  write: (value: number) => string,
): ReadingForm {
  return {
    before: reading,
    tracker,
    name: '',
    unit: '',
    episodeId: episodes.find(({ ordinal }) => ordinal === reading.ordinal)?.id ?? null,
    atMs: reading.atMs,
    said: reading.value === null ? (reading.words ?? '') : write(reading.value),
    point: reading.point,
    note: reading.note ?? '',
  }
}

interface Ids {
  readonly showId: ShowId
  readonly id: ItemId
  /** Of the tracker that begins with this reading. */
  readonly newTrackerId: ItemId
  readonly decimal: '.' | ','
}

/** @returns null while something is missing that a reading needs */
export function draftOf(form: ReadingForm, { showId, id, newTrackerId, decimal }: Ids): ReadingDraft | null {
  const said = readingFrom(form.said, decimal)
  const name = form.name.trim()
  if (!said || form.episodeId === null || (form.tracker === null && name === '')) return null
  return {
    id: form.before?.id ?? id,
    showId,
    trackerId: form.tracker?.id ?? newTrackerId,
    newTracker: form.tracker === null ? { name, unit: form.unit.trim() } : null,
    episodeId: form.episodeId,
    atMs: form.atMs,
    point: form.point.trim(),
    ...said,
    note: form.note.trim() === '' ? null : form.note.trim(),
  }
}
