import { toReach } from '../veil/reach'
import type { Reach } from '../veil/schema'
import type { Reading } from './schema'

/**
 * The longest run of watched episodes from the start of a show.
 *
 * @param ordinals every ordinal of the show
 * @param watched the ordinals that have been watched at least once
 * @returns the last ordinal of the run; 0 when the first episode has not been watched
 */
export function watchedRun(ordinals: readonly number[], watched: ReadonlySet<number>): Reach {
  let run = 0
  for (const ordinal of [...ordinals].sort((a, b) => a - b)) {
    if (!watched.has(ordinal)) break
    run = ordinal
  }
  return toReach(run)
}

/**
 * Where a reading line that was set by hand stands after an episode was marked. It follows a person
 * who goes on from where it is, steps back before an episode that they take back, and otherwise stays.
 *
 * @param byHand the line as set by hand, null when watched episodes move it
 * @param ordinal the marked episode (with `through`, the last or first of the marked ones)
 * @param watched whether it was marked as watched or taken back
 * @param run the run of watched episodes after the change
 * @returns the new line by hand, or null when it says the same as the run and can let go
 */
export function readingAfterMark(
  byHand: number | null,
  ordinal: number,
  watched: boolean,
  run: number,
): Reach | null {
  if (byHand === null) return null
  const moved = watched ? (ordinal === byHand + 1 ? ordinal : byHand) : Math.min(byHand, ordinal - 1)
  return moved === run ? null : toReach(moved)
}

/** The reach that governs every screen: the line by hand, or the run of watched episodes. */
export function effectiveReach(byHand: number | null, run: number): Reach {
  return toReach(byHand ?? run)
}

/**
 * How far the person's own notes are open. Somebody who has seen six episodes writes during the seventh,
 * before it counts as watched, and must not lose sight of what they just wrote: so the episode after the
 * reach is open too. When the line was moved back, for a rewatch or for company, it is not.
 *
 * @param reading how far the person reads
 * @returns the ordinal of the last episode whose notes are open, null when nothing is known
 */
export function ownNotesReach(reading: Pick<Reading, 'reach' | 'watchedRun'>): Reach | null {
  if (reading.reach === null) return null
  return reading.reach < reading.watchedRun ? reading.reach : toReach(reading.reach + 1)
}
