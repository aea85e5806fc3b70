import type { SafeAfter } from '../veil/schema'
import { type Item, type Kind, mapPlaces } from './flat-fields'
import type { Lists } from './flat-pack'

const TEXT: Partial<Record<Kind, string>> = {
  beat: 'text',
  fact: 'text',
  relationship: 'label',
  bulletin: 'headline',
  audience: 'text',
  reading: 'point',
  question: 'text',
  source: 'title',
  pack: 'title',
  show: 'title',
  episode: 'title',
}

/** The line by which an item is known in a list. */
export function textOf(kind: Kind, item: Item): string {
  if (kind === 'season') return String(item.number)
  return String(item[TEXT[kind] ?? 'name'] ?? '')
}

/** Every ordinal that an item names, stamps and episodes alike. */
function placesIn(kind: Kind, item: Item): number[] {
  const places: number[] = []
  mapPlaces(kind, item, (place) => {
    places.push(Number(place))
    return place
  })
  return places
}

const later = (stamps: readonly SafeAfter[]): SafeAfter =>
  stamps.reduce<SafeAfter>((last, stamp) => (stamp !== null && stamp > (last ?? 0) ? stamp : last), null)

/** The stamps of what an item names, so that a line about two people waits for both of them. */
function stampsAround(kind: Kind, item: Item, lists: Lists): SafeAfter[] {
  const stampIn = (of: Kind, key: unknown): SafeAfter => {
    const found = lists[of].find((each) => each.key === key)
    return ((of === 'episode' ? found?.ordinal : found?.safeAfter) ?? null) as SafeAfter
  }
  if (kind === 'fact') return [stampIn('role', item.parent)]
  if (kind === 'reading') return [stampIn('tracker', item.parent)]
  if (kind === 'beat') return [stampIn('episode', item.parent)]
  if (kind === 'relationship') return [stampIn('role', item.from), stampIn('role', item.to)]
  if (kind !== 'person') return []
  // an actor is known with the first of their roles
  const roles = lists.role.filter(({ person }) => person === item.key)
  const first = Math.min(...roles.map(({ safeAfter }) => Number(safeAfter ?? 0)))
  return [(first > 0 && Number.isFinite(first) ? first : null) as SafeAfter]
}

/**
 * The episode after which an item may be named: its own stamp, and those of what it cannot be read without.
 *
 * @param lists the pack that it belongs to, with ordinals
 */
export function stampOfItem(kind: Kind, item: Item, lists: Lists): SafeAfter {
  const own = (kind === 'episode' ? item.ordinal : item.safeAfter) as SafeAfter | undefined
  return later([own ?? null, ...stampsAround(kind, item, lists)])
}

/** The latest episode that anything of an item's names: after it, nothing about the item is a secret. */
export function lastPlaceOf(kind: Kind, item: Item, lists: Lists): SafeAfter {
  return later([stampOfItem(kind, item, lists), ...(placesIn(kind, item) as SafeAfter[])])
}
