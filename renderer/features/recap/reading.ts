import type { ThreadId } from '@shared/ids'
import type { Beat, Recap, RecapEpisode, Thread } from '@shared/recap/schema'
import type { Lifted } from '@shared/veil/schema'

export type OpenBeat = Lifted<Beat>
export type OpenThread = Lifted<Thread>

/** An episode that has been reached, with the beats that are to be read. */
export interface OpenEpisode {
  readonly episode: RecapEpisode
  readonly title: string
  readonly beats: readonly OpenBeat[]
}

/** An episode beyond the reading line: its place, and how many beats wait. */
export interface VeiledEpisode {
  readonly episode: RecapEpisode
  readonly beats: number
}

/** How many of the latest episodes are laid open from the start. */
const OPEN_AT_FIRST = 2

const isOpen = (beat: Beat): beat is OpenBeat => !beat.veiled

/** The storylines that may be named. */
export const openThreads = (recap: Recap): OpenThread[] =>
  recap.threads.filter((thread): thread is OpenThread => !thread.veiled)

/**
 * What there is to read up to the reading line.
 *
 * @param hidden storylines that the reader left out; a beat is left out when all of its storylines are
 */
export function openEpisodes(recap: Recap, hidden: ReadonlySet<ThreadId>): OpenEpisode[] {
  return recap.episodes.flatMap((episode) => {
    if (recap.reach === null || episode.ordinal > recap.reach || episode.details.veiled) return []
    const beats = episode.beats
      .filter(isOpen)
      .filter(({ threads }) => threads.length === 0 || threads.some((thread) => !hidden.has(thread)))
    return [{ episode, title: episode.details.title, beats }]
  })
}

/** What waits beyond the reading line. */
export function veiledEpisodes(recap: Recap): VeiledEpisode[] {
  return recap.episodes
    .filter(({ ordinal }) => recap.reach === null || ordinal > recap.reach)
    .map((episode) => ({ episode, beats: episode.beats.length }))
}

/** Earlier episodes, which are folded away, and the latest ones, which are not. A lone early one stays open. */
export function foldEarlier(episodes: readonly OpenEpisode[]): {
  readonly folded: readonly OpenEpisode[]
  readonly open: readonly OpenEpisode[]
} {
  const at = episodes.length - OPEN_AT_FIRST
  return at > 1 ? { folded: episodes.slice(0, at), open: episodes.slice(at) } : { folded: [], open: episodes }
}

export const countBeats = (episodes: readonly OpenEpisode[]): number =>
  episodes.reduce((sum, { beats }) => sum + beats.length, 0)

/** Whole minutes at 200 words a minute, at least one. */
export function readingMinutes(standing: string, episodes: readonly OpenEpisode[]): number {
  const text = [standing, ...episodes.flatMap(({ beats }) => beats.map((beat) => beat.text))].join(' ')
  return Math.max(1, Math.round(text.split(/\s+/).filter(Boolean).length / 200))
}
