import { type Anchored, mapLists } from './anchors'
import { type Item, type Kind, PARENTS } from './flat-fields'
import { type Lists, seasonKey } from './flat-pack'
import { repair } from './repair'

const storyOf = (lists: Lists): string[] => lists.episode.map(({ key }) => key)

const withList = (from: Lists, kind: Kind, change: (items: readonly Item[]) => readonly Item[]): Lists =>
  mapLists(from, (each, items) => (each === kind ? change(items) : items))

/** Where a new episode takes its place: after the last one of its season, or of the seasons before it. */
function placeInStory(lists: Lists, episode: Item): number {
  const numberOf = new Map(lists.season.map(({ key, number }) => [key, Number(number)]))
  const season = numberOf.get(String(episode.parent)) ?? 0
  const before = lists.episode.findLastIndex(({ parent }) => (numberOf.get(String(parent)) ?? 0) <= season)
  return before + 1
}

/** A season that changes its number changes its key, and its episodes go with it. */
function renumberSeason(from: Lists, key: string, season: Item): Lists {
  const renamed = seasonKey(Number(season.number))
  return mapLists(from, (kind, items) => {
    if (kind === 'season') return items.map((item) => (item.key === key ? { ...season, key: renamed } : item))
    if (kind !== 'episode') return items
    return items.map((item) => (item.parent === key ? { ...item, parent: renamed } : item))
  })
}

/** Puts an item in, in place of the one with its key or as the last of its kind (of its parent). */
export function put(from: Anchored, kind: Kind, item: Item): Anchored {
  const known = from[kind].some(({ key }) => key === item.key)
  const changed =
    kind === 'season' && known && item.key !== seasonKey(Number(item.number))
      ? renumberSeason(from, item.key, item)
      : withList(from, kind, (items) => {
          if (known) return items.map((old) => (old.key === item.key ? item : old))
          return kind === 'episode' ? items.toSpliced(placeInStory(from, item), 0, item) : [...items, item]
        })
  return repair(changed, [storyOf(from)])
}

/** Takes an item out, with what hangs on it and every reference to it. */
export function remove(from: Anchored, kind: Kind, key: string): Anchored {
  return repair(
    withList(from, kind, (items) => items.filter((item) => item.key !== key)),
    [storyOf(from)],
  )
}

/**
 * Moves an item among those that hang on the same parent; an episode in the whole story, a season not at all.
 *
 * @param before the key of the item that it shall stand before, null for the end
 */
export function move(from: Anchored, kind: Kind, key: string, before: string | null): Anchored {
  const moving = from[kind].find((item) => item.key === key)
  if (!moving || key === before) return from
  const moved = withList(from, kind, (items) => {
    const others = items.filter((item) => item !== moving)
    const at = others.findIndex((item) => item.key === before)
    if (at >= 0) return others.toSpliced(at, 0, moving)
    const last =
      PARENTS[kind] && kind !== 'episode'
        ? others.findLastIndex(({ parent }) => parent === moving.parent)
        : others.length - 1
    return others.toSpliced(last + 1, 0, moving)
  })
  return repair(moved, [storyOf(from)])
}
