import type { Database } from './database'

let readers = 0

/**
 * Keeps what a read answered until one of the tables that it reads from changes. SQLite says so itself, through
 * triggers that live as long as the connection (the TEMP schema) and are never part of the file; so nobody who
 * writes has to remember to say it. There is one connection that writes, and this must be it.
 *
 * What is read after a change of the same transaction is not kept, because the transaction may be rolled back.
 * Transactions here begin and end within one turn of the event loop.
 *
 * @param tables every table that `read` looks at
 * @param read must depend on its key and those tables alone; its answers are shared, so nobody may change them
 */
export function remembered<K, V>(
  db: Database,
  tables: readonly string[],
  read: (key: K) => V,
): (key: K) => V {
  const kept = new Map<K, V>()
  let changed = false
  readers += 1
  const name = `remembered_${readers}`
  const settle = () => {
    changed = db.open && db.inTransaction
  }
  db.function(name, () => {
    if (!changed) queueMicrotask(settle)
    changed = true
    kept.clear()
    return null
  })
  for (const table of tables) {
    for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
      db.exec(`
        CREATE TEMP TRIGGER ${name}_${table}_${change.toLowerCase()} AFTER ${change} ON main.${table}
        BEGIN
          SELECT ${name}();
        END
      `)
    }
  }
  return (key) => {
    // what is kept was read since the last change: nothing else has to be asked
    const found = kept.get(key)
    if (found !== undefined) return found
    if (!db.inTransaction) changed = false
    const value = read(key)
    if (!changed) kept.set(key, value)
    return value
  }
}
