import { Source } from '@shared/library/schema'
import type { Database } from './database'

/** Reads the sources of items. One query for a whole list, so that no screen asks once per row. */
export function citationReader(db: Database) {
  const find = db.prepare<
    [string],
    { item_id: string; title: string; url: string | null; date: string | null }
  >(`
    SELECT citation.item_id, source.title, source.url, source.date
    FROM json_each(?) AS wanted
    JOIN citation ON citation.item_id = wanted.value
    JOIN source ON source.id = citation.source_id
    ORDER BY citation.item_id, citation.position
  `)

  /** @returns the sources by item id; an item without any is absent */
  return (itemIds: readonly string[]): ReadonlyMap<string, Source[]> => {
    const found = new Map<string, Source[]>()
    for (const { item_id, title, url, date } of find.all(JSON.stringify(itemIds))) {
      const sources = found.get(item_id) ?? []
      sources.push(Source.parse({ title, url, date }))
      found.set(item_id, sources)
    }
    return found
  }
}
