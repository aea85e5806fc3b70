import type { Ms } from '../time'
import { toReach } from '../veil/reach'
import type { EpisodeOrdinal, Horizon, Reach, VeilChoices } from '../veil/schema'
import type { Reading } from './schema'

/** An episode as far as the reach is concerned. */
export interface Place {
  readonly ordinal: number
  /** Outside the numbered run: it may be passed over. */
  readonly special: boolean
  readonly watched: boolean
  /** The episode after which its season may be known; null for always. */
  readonly seasonSafeAfter: number | null
}

const byOrdinal = (a: Place, b: Place): number => a.ordinal - b.ordinal

/**
 * The longest run of watched episodes from the start of a show. A special that was not watched does not stop
 * the run, but the run never ends on one.
 *
 * @param places every episode of the show, in any order
 * @returns the last ordinal of the run; 0 when the first episode has not been watched
 */
export function watchedRun(places: readonly Place[]): Reach {
  let run = 0
  for (const { ordinal, special, watched } of [...places].sort(byOrdinal)) {
    if (watched) run = ordinal
    else if (!special) break
  }
  return toReach(run)
}

/**
 * The specials within a reach that were passed over. Their texts stay veiled. The episode that the reach names
 * itself is never one of them: somebody who says that they are at a special has seen it.
 */
export function skippedSpecials(
  places: readonly Omit<Place, 'seasonSafeAfter'>[],
  reach: Reach,
): ReadonlySet<number> {
  return new Set(
    places
      .filter(({ ordinal, special, watched }) => special && !watched && ordinal < reach)
      .map(({ ordinal }) => ordinal),
  )
}

/**
 * Whether an episode that is on opens its timed facts: only when everything before it is known, so that nobody
 * who jumps ahead is told by the clock. Specials in between may be missing; one that was passed over is watched late.
 *
 * @param ordinal the episode that is on
 */
export function isNext(places: readonly Place[], reach: Reach, ordinal: number): boolean {
  if (ordinal <= reach) return skippedSpecials(places, reach).has(ordinal)
  return places.every((place) => place.special || place.ordinal <= reach || place.ordinal >= ordinal)
}

/**
 * Where a reading line that was set by hand stands after episodes were marked. It follows a person who goes on
 * from where it is, over specials that they pass over as well; it steps back before what they take back, and
 * otherwise stays.
 *
 * @param byHand the line as set by hand, null when watched episodes move it
 * @param marked the ordinals that were marked as watched or taken back
 * @param watched whether they were marked as watched
 * @param places every episode of the show, as it is after the change
 * @returns the new line by hand, or null when it says the same as the run and can let go
 */
export function readingAfterMark(
  byHand: number | null,
  marked: ReadonlySet<number>,
  watched: boolean,
  places: readonly Place[],
): Reach | null {
  if (byHand === null) return null
  let line = byHand
  if (!watched) line = Math.min(byHand, ...[...marked].map((ordinal) => ordinal - 1))
  else {
    for (const { ordinal, special } of [...places].sort(byOrdinal)) {
      if (ordinal <= line) continue
      if (marked.has(ordinal)) line = ordinal
      else if (!special) break
    }
  }
  return line === watchedRun(places) ? null : toReach(line)
}

/**
 * The reach that governs every screen: the line by hand, or the run of watched episodes. A line that lies past
 * the end, because episodes have gone, stands at the end: it must not open what is added there later.
 *
 * @param byHand the line as set by hand, null when watched episodes move it
 * @param last the last ordinal of the show, 0 when it has no episode
 */
export function effectiveReach(byHand: number | null, run: number, last: number): Reach {
  return toReach(byHand === null ? run : Math.min(byHand, last))
}

/**
 * How far the person's own notes are open. Somebody who has seen six episodes writes during the seventh,
 * before it counts as watched, and must not lose sight of what they just wrote: so the episode after the
 * reach is open too. When the line was moved back, for a rewatch or for company, it is not. A special that
 * was passed over keeps what they wrote about it open.
 *
 * @param reading how far the person reads
 * @returns the ordinal of the last episode whose notes are open, null when nothing is known
 */
export function ownNotesReach(reading: Pick<Reading, 'reach' | 'watchedRun'>): Reach | null {
  if (reading.reach === null) return null
  return reading.reach < reading.watchedRun ? reading.reach : toReach(reading.reach + 1)
}

/** What a person has seen of a show, put together from its episodes, the reading line, what is on, and their choices. */
export function horizonOf(
  places: readonly Place[],
  reach: Reach,
  running: { readonly ordinal: EpisodeOrdinal; readonly positionMs: Ms } | null,
  choices: VeilChoices,
): Horizon {
  const on = running !== null && isNext(places, reach, running.ordinal) ? running : null
  const known = places.filter(({ seasonSafeAfter }) => seasonSafeAfter === null || seasonSafeAfter <= reach)
  const told = known.reduce((last, { ordinal }) => Math.max(last, ordinal), 0)
  return { reach, skipped: skippedSpecials(places, reach), running: on, choices, told }
}

/**
 * All episodes in the order in which a person watches: first those that the order names, then the rest as the
 * story has them.
 *
 * @param story every episode that may be known, in story order
 * @param named the ids that an order names; one that is not in the story is left out
 */
export function inOrder<T extends { readonly id: string }>(
  story: readonly T[],
  named: readonly string[],
): T[] {
  const byId = new Map(story.map((episode) => [episode.id, episode]))
  const first = [...new Set(named)].flatMap((id) => byId.get(id) ?? [])
  const taken = new Set(first.map(({ id }) => id))
  return [...first, ...story.filter(({ id }) => !taken.has(id))]
}
