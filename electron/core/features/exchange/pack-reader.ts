import { AppError } from '@shared/app-error'
import { type Item, type Kind, PARENTS } from '@shared/exchange/flat-fields'
import { asLists, type Lists, seasonKey } from '@shared/exchange/flat-pack'
import type { ShowId } from '@shared/ids'
import type { Database } from '../../db/database'
import { answerKey, type PackIds, packIds } from './pack-ids'
import { fieldsOf, type LinkTable, PACK_TABLES, type PackTable, type Value } from './pack-tables'

type Row = Readonly<Record<string, Value>>

/** What a show's rows say, as the items of a pack, and the ids of the rows. */
export interface ShowRows {
  readonly lists: Lists
  readonly ids: PackIds
}

/** The header of a pack, as far as it has been kept: shows from before the workshop have none. */
export interface KeptHeader {
  readonly title: string
  readonly about: string
  readonly licence: string
  readonly language: string
}

/** The rows of one table that belong to a show: its own, or those of its rows' parents. */
function rowsOf({ kind, table, parent, columns, order, own }: PackTable): string {
  const names = [
    'id',
    ...(kind === 'season' ? [] : ['pack_key']),
    ...(columns.some(({ column }) => column === parent) ? [] : [parent]),
    ...columns.map(({ column }) => column),
    ...(kind === 'question' ? ['answer_id'] : []),
  ]
  const above = PACK_TABLES.find((other) => other.kind === PARENTS[kind])
  const mine =
    parent === 'show_id' || !above
      ? 'show_id = ?'
      : `${parent} IN (SELECT id FROM ${above.table} WHERE show_id = ?)`
  return `SELECT ${names.join(', ')} FROM ${table} WHERE ${mine}${own ? ` AND NOT (${own})` : ''} ORDER BY ${order}`
}

/** The entries of one list of all of a show's items, in their order. */
function linksOf(link: LinkTable, { kind, table, parent }: PackTable): string {
  const names = [link.owner, link.column, ...(link.columns ?? []).map(({ column }) => column)]
  const above = PACK_TABLES.find((other) => other.kind === PARENTS[kind])
  const owners =
    parent === 'show_id' || !above
      ? `SELECT id FROM ${table} WHERE show_id = ?`
      : `SELECT id FROM ${table} WHERE ${parent} IN (SELECT id FROM ${above.table} WHERE show_id = ?)`
  const order = link.ordered ? 'position' : link.column
  return `SELECT ${names.join(', ')} FROM ${link.table} WHERE ${link.owner} IN (${owners}) ORDER BY ${link.owner}, ${order}`
}

/** The key of an item that no pack named: made of its id, so that it stays the same. */
const derivedKey = (id: string): string => `own-${id}`

/** Reads shows back into the form of packs. */
export function packReader(db: Database, newId: () => string) {
  const rows = new Map(PACK_TABLES.map((table) => [table.kind, db.prepare(rowsOf(table))]))
  const entries = new Map(
    PACK_TABLES.flatMap((table) =>
      table.links.map((link) => [link.table, db.prepare(linksOf(link, table))] as const),
    ),
  )
  const cited = db.prepare(`
    SELECT citation.item_id, citation.source_id
    FROM citation
    JOIN source ON source.id = citation.source_id
    WHERE source.show_id = ?
    ORDER BY citation.item_id, citation.position
  `)
  const show = db.prepare('SELECT * FROM show WHERE id = ? AND ready = 1')
  const header = db.prepare('SELECT title, about, licence, language FROM pack_header WHERE show_id = ?')

  const grouped = (found: readonly Row[], by: string): Map<string, Row[]> => {
    const groups = new Map<string, Row[]>()
    for (const row of found) {
      const group = groups.get(String(row[by]))
      if (group) group.push(row)
      else groups.set(String(row[by]), [row])
    }
    return groups
  }

  return {
    header: (showId: ShowId): KeptHeader | null => (header.get(showId) as KeptHeader | undefined) ?? null,

    /**
     * Every item of a show's pack, without what is the person's own.
     *
     * @param kept the pack's header
     * @throws AppError `not-found`
     */
    read(showId: ShowId, kept: KeptHeader): ShowRows {
      const row = show.get(showId) as Row | undefined
      if (!row) throw new AppError('not-found', 'no such show', { what: 'show' })
      const ids = packIds(newId)
      const keyOf = (kind: Kind, id: string) => ids.keyOf(kind, id)
      const found = new Map(PACK_TABLES.map(({ kind }) => [kind, rows.get(kind)?.all(showId) as Row[]]))
      for (const [kind, all] of found) {
        for (const each of all) {
          const id = String(each.id)
          const key = kind === 'season' ? seasonKey(Number(each.number)) : (each.pack_key ?? derivedKey(id))
          ids.put(kind, String(key), id)
        }
      }
      const citations = grouped(cited.all(showId) as Row[], 'item_id')
      const sourcesOf = (id: string): string[] =>
        (citations.get(id) ?? []).map((citation) => keyOf('source', String(citation.source_id)))

      const itemsOf = (table: PackTable): Item[] => {
        const linked = table.links.map((link) => ({
          link,
          of: grouped(entries.get(link.table)?.all(showId) as Row[], link.owner),
        }))
        const above = PARENTS[table.kind]
        const items = (found.get(table.kind) ?? []).map((each): Item => {
          const id = String(each.id)
          const item: Record<string, unknown> & { key: string } = {
            key: keyOf(table.kind, id),
            ...(above && table.kind !== 'episode'
              ? { parent: keyOf(above, String(each[table.parent])) }
              : {}),
            ...fieldsOf(table.columns, each, keyOf),
            ...(table.cited ? { sources: sourcesOf(id) } : {}),
          }
          for (const { link, of } of linked) {
            item[link.field] = (of.get(id) ?? []).map((entry) => {
              const stored = entry[link.column] ?? null
              const value = link.to ? keyOf(link.to, String(stored)) : stored
              return link.entry
                ? { [link.entry]: value, ...fieldsOf(link.columns ?? [], entry, keyOf) }
                : value
            })
          }
          if (each.answer_id) ids.put('question', answerKey(item), String(each.answer_id))
          if (item.answer && typeof item.answer === 'object') {
            // answers that were brought in before they had sources of their own name those of the question
            const own = !each.answer_id ? item.sources : sourcesOf(String(each.answer_id))
            item.answer = { ...item.answer, sources: own }
          }
          return item
        })
        if (!above || table.kind === 'episode') return items
        const places = new Map(
          (found.get(above) ?? []).map((each, at) => [keyOf(above, String(each.id)), at]),
        )
        const placeOf = (item: Item): number => places.get(String(item.parent)) ?? 0
        return items.sort((a, b) => placeOf(a) - placeOf(b))
      }
      const lists = Object.fromEntries(PACK_TABLES.map((table) => [table.kind, itemsOf(table)]))
      const packItem: Item = {
        key: 'pack',
        id: row.pack_id ?? derivedKey(showId),
        version: row.pack_version ?? '0.1.0',
        ...kept,
        asOf: row.as_of ?? String(row.created_at).slice(0, 10),
      }
      const showItem: Item = {
        key: 'show',
        title: row.title,
        emphasis: row.emphasis,
        creator: row.creator,
        network: row.network,
        genre: row.genre,
        premise: row.premise ?? '',
        firstAired: row.first_aired,
        sources: sourcesOf(showId),
      }
      return { lists: { ...asLists(lists as never), pack: [packItem], show: [showItem] }, ids }
    },
  }
}
export type PackReader = ReturnType<typeof packReader>
