import { type Anchored, anchor, anchored, mapLists, settle } from './anchors'
import { type Item, KINDS, type Kind, type Reference, referencesOf } from './flat-fields'
import { asFlat, asLists, flatten, type Lists, unflatten } from './flat-pack'
import { mergeOrder } from './merge-order'
import type { Pack } from './pack-schema'
import { same } from './patch'
import { keysOf, repair } from './repair'
import { closeStamps } from './stamps'

/** What a merge decided in the user's favour. */
export type MergeNote = Reference &
  (
    | { readonly what: 'conflict'; readonly field: string; readonly mine: unknown; readonly theirs: unknown }
    /** The new pack has it no longer; it stays, because it was edited, is used, or something kept needs it. */
    | { readonly what: 'kept'; readonly why: 'edited' | 'in-use' | 'needed' }
    /** The user took it out; the new pack has changed it, and it stays out. */
    | { readonly what: 'left-out' }
  )

export interface Merged {
  readonly pack: Pack
  readonly notes: readonly MergeNote[]
}

/** Fields that only mean something together are merged as one. */
const GROUPS: readonly (readonly string[])[] = [
  ['safeAfter', 'safeFromMs'],
  ['since', 'until'],
  ['from', 'to'],
  // a picture with what it shows and what is said of it
  ['kind', 'episode', 'role'],
  ['file', 'alt'],
]
/** What the new pack always decides. */
const THEIRS: Partial<Record<Kind, readonly string[]>> = { pack: ['version'] }

function fieldsOf(...items: readonly (Item | undefined)[]): (readonly string[])[] {
  const names = new Set(items.flatMap((item) => Object.keys(item ?? {})))
  names.delete('key')
  const groups = GROUPS.filter((group) => group.some((name) => names.has(name)))
  const single = [...names].filter((name) => !groups.some((group) => group.includes(name)))
  return [...groups, ...single.map((name) => [name])]
}

const pick = (item: Item | undefined, names: readonly string[]) => names.map((name) => item?.[name])

/** A conflict by its name: the fields of one item that both sides changed, by the first of them. */
export const conflictName = (kind: Kind, key: string, field: string): string => `${kind}/${key}/${field}`

function mergeItem(
  kind: Kind,
  base: Item | undefined,
  mine: Item,
  theirs: Item,
  preferred: ReadonlySet<string>,
): { item: Item; notes: MergeNote[] } {
  const item: Record<string, unknown> & { key: string } = { ...theirs }
  const notes: MergeNote[] = []
  for (const names of fieldsOf(base, mine, theirs)) {
    const [b, m, t] = [pick(base, names), pick(mine, names), pick(theirs, names)]
    if (base && same(m, b)) continue
    if (same(m, t)) continue
    const untouched = base !== undefined && same(t, b)
    if (!untouched && names.some((name) => THEIRS[kind]?.includes(name))) continue
    const [field = ''] = names
    if (!untouched && preferred.has(conflictName(kind, mine.key, field))) continue
    for (const name of names) item[name] = mine[name]
    if (!untouched)
      notes.push({ kind, key: mine.key, what: 'conflict', field, mine: mine[field], theirs: theirs[field] })
  }
  return { item, notes }
}

interface Sides {
  readonly base: Anchored
  readonly mine: Anchored
  readonly theirs: Anchored
  /** Names of conflicts in which the person wants what the new pack says. */
  readonly preferred: ReadonlySet<string>
}

const indexed = (lists: Lists, kind: Kind): ReadonlyMap<string, Item> =>
  new Map(lists[kind].map((item) => [item.key, item]))

/** The items of one kind after the merge, and which of them are the user's own or edited. */
function mergeKind(kind: Kind, { base, mine, theirs, preferred }: Sides, inUse: ReadonlySet<string>) {
  const [old, ours, others] = [indexed(base, kind), indexed(mine, kind), indexed(theirs, kind)]
  const items = new Map<string, Item>()
  const edited = new Set<string>()
  const notes: MergeNote[] = []
  for (const [key, item] of ours) {
    const [b, t] = [old.get(key), others.get(key)]
    const touched = !b || !same(item, b)
    if (touched) edited.add(key)
    if (t) {
      const merged = mergeItem(kind, b, item, t, preferred)
      items.set(key, merged.item)
      notes.push(...merged.notes)
    } else if (!b) items.set(key, item)
    else if (touched || inUse.has(`${kind}/${key}`)) {
      items.set(key, item)
      // what is in use counts as the user's own: what it hangs on stays as well
      edited.add(key)
      notes.push({ kind, key, what: 'kept', why: touched ? 'edited' : 'in-use' })
    }
  }
  for (const [key, item] of others) {
    if (ours.has(key)) continue
    const b = old.get(key)
    if (!b) items.set(key, item)
    else if (!same(b, item)) notes.push({ kind, key, what: 'left-out' })
  }
  return { items, edited, notes }
}

type MergedKinds = ReadonlyMap<Kind, ReturnType<typeof mergeKind>>

/** Brings back what the user's own items need: a beat that was edited keeps its episode and its people. */
function keepNeeded(merged: MergedKinds, mine: Anchored): MergeNote[] {
  const notes: MergeNote[] = []
  const ours = new Map(KINDS.map((kind) => [kind, indexed(mine, kind)]))
  const queue = [...merged].flatMap(([kind, { items, edited }]) =>
    [...items.values()].filter(({ key }) => edited.has(key)).map((item) => ({ kind, item })),
  )
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { kind, key } of referencesOf(next.kind, next.item)) {
      const target = merged.get(kind)
      const kept = ours.get(kind)?.get(key)
      if (!target || target.items.has(key) || !kept) continue
      target.items.set(key, kept)
      notes.push({ kind, key, what: 'kept', why: 'needed' })
      queue.push({ kind, item: kept })
    }
  }
  return notes
}

/** An episode of the user's that has the number of a new one takes the next free number of its season. */
function freeNumbers(lists: Lists, theirs: Lists): Lists {
  const given = keysOf(theirs, 'episode')
  const taken = new Map<string, Set<number>>()
  const takenIn = (season: unknown): Set<number> => {
    const numbers = taken.get(String(season)) ?? new Set<number>()
    taken.set(String(season), numbers)
    return numbers
  }
  const theirsFirst = lists.episode.toSorted((a, b) => Number(given.has(b.key)) - Number(given.has(a.key)))
  const numbers = new Map(
    theirsFirst.map(({ key, parent, number }) => {
      const others = takenIn(parent)
      const free = others.has(Number(number)) ? Math.max(...others) + 1 : Number(number)
      others.add(free)
      return [key, free]
    }),
  )
  return {
    ...lists,
    episode: lists.episode.map((item) => ({ ...item, number: numbers.get(item.key) ?? item.number })),
  }
}

/** What the merge had to leave out, because the user took away what it hangs on. */
function leftOut(merged: MergedKinds, whole: Lists): MergeNote[] {
  return [...merged].flatMap(([kind, { items }]) => {
    const kept = keysOf(whole, kind)
    return [...items.keys()]
      .filter((key) => !kept.has(key))
      .map((key) => ({ kind, key, what: 'left-out' as const }))
  })
}

/**
 * Brings a new version of a pack together with what a person made of the old one, item by item and field by
 * field. Where both changed the same, the person's words stay and the conflict is listed. What the person
 * added stays; what the new version took out goes, unless it was edited, is in use, or something of the
 * person's needs it. Stamps follow their episodes, whatever number these get, and none ends up earlier than
 * what it guards.
 *
 * @param base the pack as it was applied, null when there was none
 * @param mine the show as it is now
 * @param theirs the new version
 * @param inUse `kind/key` of what notes, viewings or readings of the person's hang on
 * @param preferred names of conflicts (`conflictName`) in which the new version wins
 */
export function merge3(
  base: Pack | null,
  mine: Pack,
  theirs: Pack,
  inUse: ReadonlySet<string> = new Set(),
  preferred: ReadonlySet<string> = new Set(),
): Merged {
  const anchoredOf = (pack: Pack): Anchored => anchor(asLists(flatten(pack)))
  const newer = anchoredOf(theirs)
  const sides: Sides = {
    base: base ? anchoredOf(base) : anchored(mapLists(newer, () => [])),
    mine: anchoredOf(mine),
    theirs: newer,
    preferred,
  }
  const merged = new Map(KINDS.map((kind) => [kind, mergeKind(kind, sides, inUse)]))
  const needed = keepNeeded(merged, sides.mine)
  const lists = mapLists(newer, (kind) => {
    const items = merged.get(kind)?.items ?? new Map<string, Item>()
    const [b, m, t] = [sides.base, sides.mine, sides.theirs].map((side) => side[kind].map(({ key }) => key))
    return mergeOrder(b ?? [], m ?? [], t ?? []).flatMap((key) => items.get(key) ?? [])
  })
  const stories = [sides.theirs, sides.mine, sides.base].map((side) => side.episode.map(({ key }) => key))
  const whole = anchored(freeNumbers(repair(lists, stories), newer))
  return {
    pack: closeStamps(unflatten(asFlat(settle(whole)))),
    notes: [...[...merged.values()].flatMap(({ notes }) => notes), ...needed, ...leftOut(merged, whole)],
  }
}
