import {
  type EpisodeOrdinal,
  type Horizon,
  LAST_ORDINAL,
  type Reach,
  type SafeAfter,
  type Stamp,
  type Veil,
  type VeilChoices,
} from './schema'

const isStamp = (stamp: SafeAfter | undefined | Stamp): stamp is Stamp =>
  typeof stamp === 'object' && stamp !== null

const afterOf = (stamp: SafeAfter | undefined | Stamp): SafeAfter | undefined =>
  isStamp(stamp) ? stamp.after : stamp

/** What the schema would say, without asking it: this is asked thousands of times for one page. */
const isOrdinal = (value: unknown): value is EpisodeOrdinal =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LAST_ORDINAL

/** Whether the moment of a timed stamp has passed in the episode that is on now. */
function hasCome({ after, fromMs }: Stamp, { running }: Horizon): boolean {
  if (running === null || fromMs === null || fromMs === undefined || after !== running.ordinal) return false
  return Number.isFinite(fromMs) && fromMs >= 0 && running.positionMs >= fromMs
}

/** The episode that a text tells of, while that is passed over; null otherwise. */
const passedOver = (stamp: SafeAfter | undefined | Stamp, { skipped }: Horizon): SafeAfter =>
  isStamp(stamp) && stamp.of && stamp.of !== stamp.after && skipped.has(stamp.of) ? stamp.of : null

/**
 * Whether a text with this stamp may be shown within this horizon. Fails closed: a stamp that is not an
 * ordinal, and a horizon that is not known, both mean no. Only an explicit null is always safe.
 *
 * @param stamp the ordinal after which the text is safe, null for always; or one with a moment of its episode
 * @param horizon what the person has seen; null when nobody can tell
 */
export function isSafe(stamp: SafeAfter | undefined | Stamp, horizon: Horizon | null): boolean {
  const after = afterOf(stamp)
  if (after === null) return true
  if (horizon === null || !Number.isInteger(horizon.reach)) return false
  if (!isOrdinal(after)) return false
  const { reach, skipped } = horizon
  if (after <= reach && !skipped.has(after)) return passedOver(stamp, horizon) === null
  return isStamp(stamp) && hasCome(stamp, horizon)
}

/**
 * The veil for a stamp: says after which episode it lifts, and nothing else. Of an episode in a season that is
 * still hidden, or that nobody knows, not even that.
 */
export function veilFor(stamp: SafeAfter | undefined | Stamp, horizon: Horizon | null): Veil {
  const after = afterOf(stamp)
  if (!isOrdinal(after) || horizon === null) return { veiled: true, safeAfter: null }
  const lifts = (after <= horizon.reach && passedOver(stamp, horizon)) || after
  return { veiled: true, safeAfter: lifts <= horizon.told ? lifts : null }
}

/**
 * The one way by which a spoilable thing leaves the core. `reveal` runs only when the thing is safe,
 * so that nothing of a veiled text is even read.
 *
 * @param stamp the stamp as it stands in the database
 * @param horizon what the person has seen, null when unknown
 * @param reveal makes the lifted form
 */
export function redact<T extends object>(
  stamp: SafeAfter | undefined | Stamp,
  horizon: Horizon | null,
  reveal: () => T,
): Veil | (T & { veiled: false }) {
  return isSafe(stamp, horizon) ? { ...reveal(), veiled: false } : veilFor(stamp, horizon)
}

/**
 * Up to which moment an episode is open: for texts that each carry a moment of it, such as subtitle lines.
 *
 * @returns a position in ms that includes itself; -1 when nothing of the episode is open
 */
export function openUntilMs(ordinal: EpisodeOrdinal, horizon: Horizon | null): number {
  if (isSafe(ordinal, horizon)) return Number.POSITIVE_INFINITY
  return horizon?.running?.ordinal === ordinal ? horizon.running.positionMs : -1
}

/** A horizon that is nothing but a reach: every episode up to it seen, nothing on now, everything veiled that can be. */
export function upTo(reach: Reach): Horizon {
  return { reach, skipped: NONE, running: null, choices: STRICT, told: Number.POSITIVE_INFINITY }
}
const NONE: ReadonlySet<number> = new Set()

/** Everything that could spoil is veiled, the next title too. */
export const STRICT: VeilChoices = { titles: true, names: true, nextTitle: false, images: true }

/** The stamp of an episode's title under a person's choices; the next episode is the first past the reach. */
export function titleStamp(ordinal: EpisodeOrdinal, horizon: Horizon | null): SafeAfter {
  if (horizon === null) return ordinal
  const { choices, reach } = horizon
  const open = !choices.titles || (choices.nextTitle && ordinal === reach + 1)
  return open ? null : ordinal
}

/** The stamp of a character's and an actor's name under a person's choices. */
export function nameStamp(stamp: SafeAfter | Stamp, horizon: Horizon | null): SafeAfter | Stamp {
  return horizon === null || horizon.choices.names ? stamp : null
}

/**
 * The stamp of a picture under a person's choices. It says nothing of whom or what the picture is of: that must be
 * allowed by itself. A picture that opens with an episode of a hidden season keeps its stamp.
 */
export function pictureStamp(
  stamp: SafeAfter | undefined | Stamp,
  horizon: Horizon | null,
): SafeAfter | undefined | Stamp {
  if (horizon === null || horizon.choices.images) return stamp
  const after = afterOf(stamp)
  return isOrdinal(after) && after <= horizon.told ? null : stamp
}

/**
 * Finds what one veil of a list hides, for a single look.
 *
 * @param rows the rows of the list, in the order in which they are answered
 * @param stampOf the stamp of a row
 * @param nth which veil, from 0, counting veils only
 * @returns the row behind it; undefined when there is no such veil any more
 */
export function behindVeil<T>(
  rows: readonly T[],
  stampOf: (row: T) => SafeAfter | undefined | Stamp,
  horizon: Horizon | null,
  nth: number,
): T | undefined {
  return rows.filter((row) => !isSafe(stampOf(row), horizon))[nth]
}
