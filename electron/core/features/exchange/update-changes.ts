import { anchor, episodeNames } from '@shared/exchange/anchors'
import { type Item, KINDS, type Kind } from '@shared/exchange/flat-fields'
import { asLists, flatten, type Lists } from '@shared/exchange/flat-pack'
import { firstUses, placesToKnow, textOf } from '@shared/exchange/item-words'
import { conflictName, type MergeNote } from '@shared/exchange/merge'
import type { Pack } from '@shared/exchange/pack-schema'
import { itemChanges, same } from '@shared/exchange/patch'
import type { PackChange } from '@shared/exchange/schema'

type Lifted = Extract<PackChange, { veiled: false }>

/**
 * One line about what an update would do. `needs` are the keys of the episodes that must be seen to read it, from
 * every version of the item: the packs count their episodes differently, only the keys mean the same in all of
 * them. Null when nobody can tell.
 */
export interface StampedChange {
  readonly needs: readonly string[] | null
  readonly change: Omit<Lifted, 'veiled' | 'choice'>
  /** The name of a conflict that the person may decide otherwise. */
  readonly conflict?: string
}

/** An item with its ordinals: in the pack that it belongs to. */
function finder(pack: Pack) {
  const lists = asLists(flatten(pack))
  const byKey = new Map(
    KINDS.flatMap((kind) => lists[kind].map((item) => [`${kind}/${item.key}`, item] as const)),
  )
  const [nameOf, first] = [episodeNames(lists), firstUses(lists)]
  return {
    lists,
    find: (kind: Kind, key: string): Item | null => byKey.get(`${kind}/${key}`) ?? null,
    needs: (kind: Kind, item: Item): string[] | null =>
      placesToKnow(kind, item, lists, first)?.map(nameOf) ?? null,
  }
}

/**
 * Lists what a merge would change about a show, and what it decided in the person's favour. Episodes that only
 * get another number are no change.
 *
 * @param mine the show as it is
 * @param theirs the new version
 * @param merged what they come to
 */
export function updateChanges(
  mine: Pack,
  theirs: Pack,
  merged: Pack,
  notes: readonly MergeNote[],
): StampedChange[] {
  const [now, other, then] = [finder(mine), finder(theirs), finder(merged)]
  const needsOf = (kind: Kind, key: string): readonly string[] | null => {
    const all = new Set<string>()
    for (const { needs, find } of [now, other, then]) {
      const item = find(kind, key)
      if (!item) continue
      const names = needs(kind, item)
      if (!names) return null
      for (const name of names) all.add(name)
    }
    return [...all]
  }
  const line = (
    what: Lifted['what'],
    kind: Kind,
    key: string,
    text: string,
    beside: string | null,
  ): StampedChange => ({
    needs: needsOf(kind, key),
    change: { what, kind, text, other: beside === text ? null : beside },
  })
  const words = (kind: Kind, item: Item | null): string => (item ? textOf(kind, item) : '')
  const [from, to]: Lists[] = [anchor(now.lists), anchor(then.lists)]
  const changed = KINDS.flatMap((kind) =>
    itemChanges(kind, from?.[kind] ?? [], to?.[kind] ?? []).flatMap(({ key, before, after }) => {
      // a version is told by itself
      if (before && after && kind === 'pack' && same({ ...before, version: after.version }, after)) return []
      if (!before) return line('added', kind, key, words(kind, after), null)
      if (!after) return line('removed', kind, key, words(kind, before), null)
      return line('changed', kind, key, words(kind, after), words(kind, before))
    }),
  )
  const decided = notes.map((note) => {
    const { kind, key, what } = note
    const ours = words(kind, now.find(kind, key) ?? other.find(kind, key))
    if (what !== 'conflict') return line(what, kind, key, ours, null)
    // a file is called by what it holds, which says nothing to anybody
    const conflict = conflictName(kind, key, note.field)
    if (note.field === 'file')
      return { ...line(what, kind, key, ours, words(kind, other.find(kind, key))), conflict }
    const [said, says] = [note.mine, note.theirs].map((value) => (typeof value === 'string' ? value : null))
    return { ...line(what, kind, key, said ?? ours, says ?? null), conflict }
  })
  return [...decided, ...changed]
}
