import type { Reach, SafeAfter, Veil } from './schema'
import { EpisodeOrdinal } from './schema'

/**
 * Whether a text with this stamp may be shown at this reach. Fails closed: a stamp that is not an
 * ordinal, and a reach that is not known, both mean no. Only an explicit null is always safe.
 *
 * @param safeAfter the ordinal after which the text is safe; null for always
 * @param reach the ordinal of the last episode known; null when nobody can tell
 */
export function isSafe(safeAfter: SafeAfter | undefined, reach: Reach | null): boolean {
  if (safeAfter === null) return true
  if (reach === null || !Number.isInteger(reach)) return false
  const stamp = EpisodeOrdinal.safeParse(safeAfter)
  return stamp.success && stamp.data <= reach
}

/** The veil for a stamp: says when it lifts, and nothing else. */
export function veilFor(safeAfter: SafeAfter | undefined): Veil {
  const stamp = EpisodeOrdinal.safeParse(safeAfter)
  return { veiled: true, safeAfter: stamp.success ? stamp.data : null }
}

/**
 * The one way by which a spoilable thing leaves the core. `reveal` runs only when the thing is safe,
 * so that nothing of a veiled text is even read.
 *
 * @param safeAfter the stamp as it stands in the database
 * @param reach how far the person has come, null when unknown
 * @param reveal makes the lifted form
 */
export function redact<T extends object>(
  safeAfter: SafeAfter | undefined,
  reach: Reach | null,
  reveal: () => T,
): Veil | (T & { veiled: false }) {
  return isSafe(safeAfter, reach) ? { ...reveal(), veiled: false } : veilFor(safeAfter)
}
