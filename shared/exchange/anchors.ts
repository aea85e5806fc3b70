import { type Item, KINDS, type Kind, mapPlaces } from './flat-fields'
import type { Lists } from './flat-pack'

/**
 * A pack whose stamps name episodes by their keys instead of counting them. In this form an episode can be put
 * in, moved or taken out and every stamp stays with its episode. A place past the last episode is `#1`, `#2` …:
 * nothing ever reaches it. Episodes have no ordinal here: their order is the order of the story.
 */
export type Anchored = Lists & { readonly anchored: true }

/** A place past the last episode. */
export const BEYOND = '#'

const lists = (of: (kind: Kind) => readonly Item[]): Lists =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as unknown as Lists

/** The same lists with each one changed. */
export const mapLists = (
  from: Lists,
  change: (kind: Kind, items: readonly Item[]) => readonly Item[],
): Lists => lists((kind) => change(kind, from[kind]))

/** Marks lists as anchored, by whoever has seen to it. */
export const anchored = (from: Lists): Anchored => ({ ...from, anchored: true })

/** Names the episode at an ordinal. One without an episode becomes the next later one. */
export function episodeNames(from: Lists): (place: unknown) => string {
  const episodes = from.episode.map(({ key, ordinal }) => ({ key, ordinal: Number(ordinal) }))
  const byOrdinal = new Map(episodes.map(({ key, ordinal }) => [ordinal, key]))
  const last = episodes.at(-1)?.ordinal ?? 0
  return (place) => {
    const ordinal = Number(place)
    if (ordinal > last) return `${BEYOND}${ordinal - last}`
    return (
      byOrdinal.get(ordinal) ?? episodes.find((episode) => episode.ordinal > ordinal)?.key ?? `${BEYOND}1`
    )
  }
}

/** One item with the ordinals of these lists replaced by keys. */
export const anchorItem = (from: Lists, kind: Kind, item: Item): Item =>
  mapPlaces(kind, item, episodeNames(from))

/** Replaces every ordinal by the key of its episode. */
export function anchor(from: Lists): Anchored {
  const nameOf = episodeNames(from)
  return anchored(
    mapLists(from, (kind, items) =>
      items.map((item) => {
        if (kind !== 'episode') return mapPlaces(kind, item, nameOf)
        const { ordinal: _ordinal, ...episode } = item
        return episode
      }),
    ),
  )
}

/** Counts the episodes again, from 1 in their order, and replaces every key in a stamp by its number. */
export function settle(from: Anchored): Lists {
  const ordinals = new Map(from.episode.map(({ key }, index) => [key, index + 1]))
  const last = from.episode.length
  const ordinalOf = (place: unknown): number => {
    const name = String(place)
    if (name.startsWith(BEYOND)) return last + Number(name.slice(BEYOND.length))
    // a place that is nowhere is one that nobody reaches
    return ordinals.get(name) ?? last + 1
  }
  return mapLists(from, (kind, items) =>
    items.map((item, index) => {
      if (kind === 'episode') return { ...item, ordinal: index + 1 }
      const settled = mapPlaces(kind, item, ordinalOf)
      return Array.isArray(settled.seenIn)
        ? { ...settled, seenIn: settled.seenIn.toSorted((a: number, b: number) => a - b) }
        : settled
    }),
  )
}
