import { type Item, type Kind, PARENTS } from '@shared/exchange/flat-fields'
import type { Lists } from '@shared/exchange/flat-pack'
import { same } from '@shared/exchange/patch'
import { answerKey, type PackIds } from './pack-ids'
import { type LinkTable, PACK_TABLES, type PackTable, type Value, valueAt } from './pack-tables'

type Row = Readonly<Record<string, Value>>

/** One step of writing. Tables and columns are our own words, never a pack's. */
export type RowChange =
  | { readonly do: 'insert'; readonly table: string; readonly row: Row }
  | { readonly do: 'update'; readonly table: string; readonly id: string; readonly row: Row }
  | { readonly do: 'delete'; readonly table: string; readonly id: string }
  /** Empties a list of an item's. */
  | { readonly do: 'clear'; readonly table: string; readonly owner: string; readonly id: string }
  /** Moves every number of an episode out of the way, so that none meets another while they change. */
  | { readonly do: 'park'; readonly showId: string }

export interface Writing {
  readonly showId: string
  readonly ids: PackIds
  readonly newId: () => string
  /** The moment of writing, ISO-8601. */
  readonly now: string
}

const NONE: readonly Item[] = []

/** The place of every item among those that hang on the same parent. */
function placesOf(kind: Kind, items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>()
  return new Map(
    items.map(({ key, parent }) => {
      const group = PARENTS[kind] ? String(parent) : ''
      const place = counts.get(group) ?? 0
      counts.set(group, place + 1)
      return [key, place]
    }),
  )
}

function rowOf(table: PackTable, item: Item, { showId, ids }: Writing): Record<string, Value> {
  const above = PARENTS[table.kind]
  const row: Record<string, Value> = {
    [table.parent]:
      table.parent === 'show_id' || !above ? showId : ids.findOrMake(above, String(item.parent)),
  }
  for (const { column, field, write, to } of table.columns) {
    const value = valueAt(item, field)
    row[column] = to && value != null ? ids.findOrMake(to, String(value)) : write(value)
  }
  return row
}

function* linkRows(link: LinkTable, id: string, item: Item, { ids }: Writing): Generator<RowChange> {
  const listed = valueAt(item, link.field)
  for (const [position, entry] of (Array.isArray(listed) ? listed : []).entries()) {
    const value = link.entry ? valueAt(entry, link.entry) : entry
    const row: Record<string, Value> = {
      [link.owner]: id,
      [link.column]: link.to ? ids.find(link.to, String(value)) : (value as Value),
      ...(link.ordered ? { position } : {}),
    }
    for (const { column, field, write } of link.columns ?? []) row[column] = write(valueAt(entry, field))
    yield { do: 'insert', table: link.table, row }
  }
}

export function* citationRows(id: string, sources: unknown, { ids }: Writing): Generator<RowChange> {
  for (const [position, key] of (Array.isArray(sources) ? sources : []).entries()) {
    const row = { item_id: id, source_id: ids.find('source', String(key)), position }
    yield { do: 'insert', table: 'citation', row }
  }
}

const clearCitations = (id: string): RowChange => ({
  do: 'clear',
  table: 'citation',
  owner: 'item_id',
  id,
})

function* answerSources(question: Item, writing: Writing): Generator<RowChange> {
  if (!writing.ids.has('question', answerKey(question))) return
  const id = writing.ids.find('question', answerKey(question))
  yield clearCitations(id)
  yield* citationRows(id, valueAt(question, 'answer.sources'), writing)
}

/** The rows of items that are new or have changed. */
function* itemRows(
  table: PackTable,
  from: readonly Item[],
  to: readonly Item[],
  parked: boolean,
  writing: Writing,
): Generator<RowChange> {
  const { kind } = table
  const old = new Map(from.map((item) => [item.key, item]))
  const [before, after] = [placesOf(kind, from), placesOf(kind, to)]
  const placed = table.order.startsWith('position')
  for (const item of to) {
    const known = old.get(item.key)
    const place = after.get(item.key) ?? 0
    const id = writing.ids.findOrMake(kind, item.key)
    if (!known) {
      const row = {
        id,
        ...rowOf(table, item, writing),
        ...(placed ? { position: place } : {}),
        ...(kind === 'season' ? {} : { pack_key: item.key }),
        ...(kind === 'question' && item.answer
          ? { answer_id: writing.ids.findOrMake(kind, answerKey(item)) }
          : {}),
      }
      yield { do: 'insert', table: table.table, row }
      if (kind !== 'question') continue
      yield* answerSources(item, writing)
      continue
    }
    const [last, next] = [rowOf(table, known, writing), rowOf(table, item, writing)]
    const changed = Object.entries(next).filter(
      ([column, value]) =>
        value !== last[column] || (parked && kind === 'episode' && ['ordinal', 'number'].includes(column)),
    )
    if (placed && before.get(item.key) !== place) changed.push(['position', place])
    const row: Record<string, Value> = Object.fromEntries(changed)
    if (kind === 'question' && !same(known.answer, item.answer)) {
      row.answer_id = item.answer ? writing.ids.findOrMake(kind, answerKey(item)) : null
      yield* answerSources(item, writing)
    }
    if (Object.keys(row).length > 0) yield { do: 'update', table: table.table, id, row }
  }
}

/** The lists and sources of items that are new or have changed. */
function* listRows(
  table: PackTable,
  from: readonly Item[],
  to: readonly Item[],
  writing: Writing,
): Generator<RowChange> {
  const old = new Map(from.map((item) => [item.key, item]))
  for (const item of to) {
    const known = old.get(item.key)
    const id = writing.ids.find(table.kind, item.key)
    for (const link of table.links) {
      if (known && same(known[link.field], item[link.field])) continue
      if (known) yield { do: 'clear', table: link.table, owner: link.owner, id }
      yield* linkRows(link, id, item, writing)
    }
    if (!table.cited || (known && same(known.sources, item.sources))) continue
    if (known) yield clearCitations(id)
    yield* citationRows(id, item.sources, writing)
  }
}

/**
 * The steps from one state of a show's items to another, what is hung on before what hangs on it, so that any
 * number of them from the start breaks no reference. Rows keep their ids: what a person has hung on them stays.
 */
export function* rowChanges(from: Lists, to: Lists, writing: Writing): Generator<RowChange> {
  const storyOf = (lists: Lists) =>
    lists.episode.map(({ key, ordinal, number, parent }) => [key, ordinal, number, parent])
  const parked = from.episode.length > 0 && !same(storyOf(from), storyOf(to))
  if (parked) yield { do: 'park', showId: writing.showId }
  for (const table of PACK_TABLES) {
    yield* itemRows(table, from[table.kind], to[table.kind], parked, writing)
    yield* listRows(table, from[table.kind], to[table.kind], writing)
  }
  for (const table of PACK_TABLES.toReversed()) {
    const kept = new Set((to[table.kind] ?? NONE).map(({ key }) => key))
    for (const { key } of from[table.kind].filter((item) => !kept.has(item.key))) {
      const id = writing.ids.find(table.kind, key)
      if (table.cited) yield clearCitations(id)
      if (table.kind === 'question') {
        yield* answerSources({ key }, writing)
      }
      yield { do: 'delete', table: table.table, id }
    }
  }
}
