import { type Anchored, anchored, BEYOND, mapLists } from './anchors'
import { type Item, KINDS, type Kind, mapPlaces, PARENTS, withoutMissing } from './flat-fields'
import type { Lists } from './flat-pack'

/** The keys of a kind, for quick looks. */
export const keysOf = (lists: Lists, kind: Kind): ReadonlySet<string> =>
  new Set(lists[kind].map(({ key }) => key))

/** What hangs on something, brought into the order of what it hangs on. Episodes keep the order of the story. */
function inOrder(from: Lists): Lists {
  return mapLists(from, (kind, items) => {
    const parent = PARENTS[kind]
    if (kind === 'season') return items.toSorted((a, b) => Number(a.number) - Number(b.number))
    if (!parent || kind === 'episode') return items
    const places = new Map(from[parent].map(({ key }, index) => [key, index]))
    const placeOf = (item: Item): number => places.get(String(item.parent)) ?? places.size
    return items.toSorted((a, b) => placeOf(a) - placeOf(b))
  })
}

/** Takes out what hangs on nothing or cannot be without what is missing, and the references that lead nowhere. */
function withoutDangling(from: Lists): Lists {
  let lists = from
  for (;;) {
    const present = new Map(KINDS.map((kind) => [kind, keysOf(lists, kind)]))
    const has = (kind: Kind, key: string): boolean => present.get(kind)?.has(key) ?? false
    let gone = false
    lists = mapLists(lists, (kind, items) =>
      items.flatMap((item) => {
        const kept = withoutMissing(kind, item, has)
        if (kept === null) gone = true
        return kept ?? []
      }),
    )
    if (!gone) return lists
  }
}

/**
 * Makes lists whole again after items were taken out: what hung on them goes, references to them go, and a
 * stamp whose episode is gone waits for the next one that there is. With none left it lies beyond the end,
 * where nothing ever reaches it: closed, and told by the check.
 *
 * @param sequences orders of the story that knew the episodes that are gone, best first
 */
export function repair(from: Lists, sequences: readonly (readonly string[])[]): Anchored {
  const lists = inOrder(withoutDangling(from))
  const episodes = keysOf(lists, 'episode')
  const nextOf = (gone: string): string => {
    const sequence = sequences.find((keys) => keys.includes(gone)) ?? []
    return sequence.slice(sequence.indexOf(gone) + 1).find((key) => episodes.has(key)) ?? `${BEYOND}1`
  }
  return anchored(
    mapLists(lists, (kind, items) =>
      items.map((item) =>
        mapPlaces(kind, item, (place, listed) => {
          const name = String(place)
          if (episodes.has(name) || name.startsWith(BEYOND)) return name
          return listed ? undefined : nextOf(name)
        }),
      ),
    ),
  )
}
