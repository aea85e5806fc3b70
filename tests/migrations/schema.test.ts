import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/core/db/open'

const SNAPSHOT = path.join(import.meta.dirname, 'schema.sql')

/** The whole schema as SQLite keeps it, without the shadow tables of full-text search. */
function schemaOf(): string {
  const db = openDatabase(':memory:', () => '')
  const rows = db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'note\\_text\\_%' ESCAPE '\\' ORDER BY type, name",
    )
    .pluck()
    .all()
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return `-- version ${version}\n\n${rows.map((sql) => `${String(sql)};`).join('\n\n')}\n`
}

it('the schema is the one that is committed (UPDATE_SCHEMA=1 writes it anew)', () => {
  const schema = schemaOf()
  if (process.env.UPDATE_SCHEMA) writeFileSync(SNAPSHOT, schema)
  expect(schema).toBe(readFileSync(SNAPSHOT, 'utf8'))
})
