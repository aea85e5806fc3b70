import type { Reach } from './schema'

/**
 * Takes a number for a reach, where no schema is at hand.
 *
 * @param ordinal a whole number from 0; anything else is a mistake of ours
 * @throws RangeError
 */
export function toReach(ordinal: number): Reach {
  if (!Number.isInteger(ordinal) || ordinal < 0) throw new RangeError(`${ordinal} is no reach`)
  return ordinal as Reach
}
