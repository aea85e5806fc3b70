import { type Anchored, mapLists } from './anchors'
import { type Item, KINDS, type Kind, PARENTS } from './flat-fields'
import type { Lists } from './flat-pack'
import { repair } from './repair'

/** One item before and after a change; null where it was not there. */
export interface ItemChange {
  readonly kind: Kind
  readonly key: string
  readonly before: Item | null
  readonly after: Item | null
}

/** The keys of one kind (under one parent), before and after. */
interface OrderChange {
  readonly kind: Kind
  readonly parent: string | null
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What lies between two states of a pack: enough to go from either to the other. */
export interface Patch {
  readonly items: readonly ItemChange[]
  readonly orders: readonly OrderChange[]
}

/** Whether two values of a field say the same. The order of an object's fields says nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((entry, at) => same(entry, b[at]))
    )
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => same(left[name], right[name]))
}

const parentOf = (kind: Kind, item: Item): string | null =>
  PARENTS[kind] && kind !== 'episode' ? String(item.parent) : null

function ordersOf(kind: Kind, items: readonly Item[]): Map<string | null, string[]> {
  const orders = new Map<string | null, string[]>()
  for (const item of items) {
    const parent = parentOf(kind, item)
    const keys = orders.get(parent)
    if (keys) keys.push(item.key)
    else orders.set(parent, [item.key])
  }
  return orders
}

/** The items of one kind that differ. */
export function itemChanges(kind: Kind, from: readonly Item[], to: readonly Item[]): ItemChange[] {
  const old = new Map(from.map((item) => [item.key, item]))
  const kept = new Set(to.map(({ key }) => key))
  return [
    ...from
      .filter(({ key }) => !kept.has(key))
      .map((item) => ({ kind, key: item.key, before: item, after: null })),
    ...to.flatMap((item) => {
      const before = old.get(item.key) ?? null
      return before && same(before, item) ? [] : [{ kind, key: item.key, before, after: item }]
    }),
  ]
}

/** What changed from one state to the other. */
export function patchBetween(from: Lists, to: Lists): Patch {
  const items = KINDS.flatMap((kind) => itemChanges(kind, from[kind], to[kind]))
  const orders = KINDS.flatMap((kind) => {
    const [before, after] = [ordersOf(kind, from[kind]), ordersOf(kind, to[kind])]
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((parent) => {
      const change = { kind, parent, before: before.get(parent) ?? [], after: after.get(parent) ?? [] }
      return same(change.before, change.after) ? [] : [change]
    })
  })
  return { items, orders }
}

export const isEmpty = ({ items, orders }: Patch): boolean => items.length === 0 && orders.length === 0

/** Goes along a patch, `after` from the state before it or `before` from the one after it. */
export function apply(from: Anchored, patch: Patch, side: 'before' | 'after'): Anchored {
  const stories = patch.orders.flatMap(({ kind, before, after }) =>
    kind === 'episode' ? [before, after] : [],
  )
  const changed = mapLists(from, (kind, items) => {
    const changes = patch.items.filter((change) => change.kind === kind)
    const orders = patch.orders.filter((change) => change.kind === kind)
    if (changes.length === 0 && orders.length === 0) return items
    const byKey = new Map(items.map((item) => [item.key, item]))
    for (const change of changes) {
      const item = change[side]
      if (item) byKey.set(change.key, item)
      else byKey.delete(change.key)
    }
    const places = new Map(orders.flatMap((order) => order[side].map((key, at) => [key, at])))
    const before = new Map(items.map(({ key }, at) => [key, at]))
    const placeOf = (item: Item): number => places.get(item.key) ?? before.get(item.key) ?? items.length
    // a parent's children stand together afterwards, so that only their places among each other count here
    return [...byKey.values()].sort((a, b) => placeOf(a) - placeOf(b))
  })
  return repair(changed, [from.episode.map(({ key }) => key), ...stories])
}
