import { ShowId } from '@shared/ids'
import type { Database } from '../../db/database'
import type { PackRow } from './pack-rows'

const MaybeShow = ShowId.nullable()

/** Writes the rows of a pack, and lets the show be seen when all of them are there. */
export function exchangeStore(db: Database) {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const showOf = db.prepare('SELECT id FROM show WHERE pack_id = ? AND ready = 1').pluck()
  const ready = db.prepare('UPDATE show SET ready = 1 WHERE id = ?')
  const discard = db.prepare('DELETE FROM show WHERE id = ? AND ready = 0')
  const discardAll = db.prepare('DELETE FROM show WHERE ready = 0')

  /** Table and column names come from our own code, never from a pack. */
  const insertInto = (table: string, columns: readonly string[]) => {
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`
    const known = statements.get(sql)
    if (known) return known
    const prepared = db.prepare(sql)
    statements.set(sql, prepared)
    return prepared
  }

  return {
    /** The show that a pack has become, if it has. */
    showOf: (packId: string): ShowId | null => MaybeShow.parse(showOf.get(packId) ?? null),
    insert: ({ table, row }: PackRow): void => void insertInto(table, Object.keys(row)).run(row),
    ready: (showId: string): void => void ready.run(showId),
    /** Takes back a show whose rows are not all there. */
    discard: (showId: string): void => void discard.run(showId),
    /** Takes back every show that an interrupted import left behind. Answers how many. */
    discardUnfinished: (): number => discardAll.run().changes,
  }
}
