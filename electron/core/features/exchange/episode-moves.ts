import type { Item } from '@shared/exchange/flat-fields'

/** Where the places of a show go when its episodes are counted anew: old ordinal to new one. */
export interface EpisodeMoves {
  /** For stamps: what stood at an episode that is gone waits for the next one. */
  readonly stamps: Readonly<Record<number, number>>
  /** For reading lines: they step back before an episode that is gone. */
  readonly reaches: Readonly<Record<number, number>>
}

/**
 * Follows the episodes of a show by their keys.
 *
 * @param from the episodes in story order, before
 * @param to and after
 * @returns null when every one stays where it is
 */
export function episodeMoves(from: readonly Item[], to: readonly Item[]): EpisodeMoves | null {
  const now = new Map(to.map(({ key, ordinal }) => [key, Number(ordinal)]))
  const places = from.map(({ key, ordinal }) => ({ old: Number(ordinal), place: now.get(key) }))
  if (places.every(({ old, place }) => place === old)) return null
  const stamps: Record<number, number> = {}
  let next = to.length + 1
  for (const { old, place } of places.toReversed()) {
    if (place !== undefined) next = place
    stamps[old] = next
  }
  const reaches: Record<number, number> = {}
  let last = 0
  for (const { old, place } of places) {
    if (place !== undefined) last = place
    reaches[old] = last
  }
  return { stamps, reaches }
}
