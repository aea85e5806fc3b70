import type { SafeAfter } from '../veil/schema'
import { type Item, KINDS, type Kind, mapPlaces, referencesOf } from './flat-fields'
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
  artwork: 'alt',
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

const indexes = new WeakMap<readonly Item[], ReadonlyMap<string, Item>>()
function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  const index = indexes.get(items) ?? new Map(items.map((item) => [item.key, item]))
  indexes.set(items, index)
  return index
}

/** The stamps of what an item names, so that a line about two people waits for both of them. */
function stampsAround(kind: Kind, item: Item, lists: Lists): SafeAfter[] {
  const stampIn = (of: Kind, key: unknown): SafeAfter => {
    const found = byKey(lists[of]).get(String(key))
    return ((of === 'episode' ? found?.ordinal : found?.safeAfter) ?? null) as SafeAfter
  }
  if (kind === 'fact') return [stampIn('role', item.parent)]
  if (kind === 'reading') return [stampIn('tracker', item.parent)]
  if (kind === 'beat') return [stampIn('episode', item.parent)]
  if (kind === 'episode') return [stampIn('season', item.parent)]
  if (kind === 'relationship') return [stampIn('role', item.from), stampIn('role', item.to)]
  if (kind === 'artwork') return [stampIn('episode', item.episode), stampIn('role', item.role)]
  return []
}

const stampsOf = (kind: Kind, item: Item, lists: Lists): SafeAfter[] => {
  const own = (kind === 'episode' ? item.ordinal : item.safeAfter) as SafeAfter | undefined
  return [own ?? null, ...stampsAround(kind, item, lists)]
}

/**
 * The episode after which an item stands on the screens: its own stamp, and those of what it cannot be read
 * without. Sources, people and orders have none of their own; `placesToKnow` knows when they may be read.
 *
 * @param lists the pack that it belongs to, with ordinals
 */
export const stampOfItem = (kind: Kind, item: Item, lists: Lists): SafeAfter =>
  later(stampsOf(kind, item, lists))

/** `kind/key` of what other items name, with the earliest episode at which one of them may be read; 0 for always. */
export type FirstUses = ReadonlyMap<string, number>

/** Finds where everything is used first: a source by what cites it, a storyline by its beats, a person by roles. */
export function firstUses(lists: Lists): FirstUses {
  const first = new Map<string, number>()
  const use = (kind: Kind, key: string, stamp: SafeAfter): void => {
    const [id, place] = [`${kind}/${key}`, stamp ?? 0]
    first.set(id, Math.min(first.get(id) ?? place, place))
  }
  for (const kind of KINDS) {
    for (const item of lists[kind]) {
      const stamp = stampOfItem(kind, item, lists)
      const { answer, ...rest } = item as Item & { readonly answer?: Answer | null }
      for (const named of referencesOf(kind, rest)) use(named.kind, named.key, stamp)
      // an answer waits longer than its question
      for (const key of answer?.sources ?? [])
        use('source', key, later([stamp, answer?.safeAfter ?? null, answer?.episode ?? null]))
    }
  }
  return first
}
interface Answer {
  readonly sources: readonly string[]
  readonly safeAfter: SafeAfter
  readonly episode: SafeAfter
}

/** What nothing guards but its use. */
const USED: readonly Kind[] = ['source', 'thread', 'person']

/**
 * The ordinals of all episodes that somebody must have seen so that nothing about an item is a secret: every
 * one that it or what it hangs on names. A source, a storyline and a person wait for their first use, an order
 * for all of its episodes.
 *
 * @param first of the same lists
 * @returns null when nobody can tell, which veils: what nothing uses, what names an episode that is not there
 */
export function placesToKnow(
  kind: Kind,
  item: Item,
  lists: Lists,
  first: FirstUses,
): readonly number[] | null {
  const places: unknown[] = [...stampsOf(kind, item, lists), ...placesIn(kind, item)]
  if (kind === 'order') {
    const keys = Array.isArray(item.episodes) ? item.episodes : []
    const ordinals = keys.map((key) => byKey(lists.episode).get(String(key))?.ordinal)
    if (ordinals.length === 0 || ordinals.includes(undefined)) return null
    places.push(...ordinals)
  }
  if (USED.includes(kind)) {
    const use = first.get(`${kind}/${item.key}`)
    if (use === undefined) return null
    places.push(use === 0 ? null : use)
  }
  return [...new Set(places.filter((place) => place !== null).map(Number))]
}
