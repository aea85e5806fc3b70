import { AppError } from '@shared/app-error'
import type { Database } from './database'
import type { Migration } from './migration'

/** The version that a database is at: `PRAGMA user_version`, 0 when it is new. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** @throws AppError `database-newer` when the file was written by a later version of the app */
export function refuseNewer(db: Database, migrations: readonly Migration[]): void {
  const found = schemaVersion(db)
  const known = migrations.at(-1)?.version ?? 0
  if (found > known) {
    throw new AppError('database-newer', `the database is at version ${found}, this app knows ${known}`, {
      found,
      known,
    })
  }
}

/**
 * Brings a database up to the newest version, each migration in a transaction of its own.
 *
 * @param backUp runs once before the first change of a database that already holds something
 * @throws AppError `database-newer` when the file was written by a later version of the app; it is not touched
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  backUp: (from: number) => void,
): void {
  refuseNewer(db, migrations)
  const from = schemaVersion(db)
  const pending = migrations.filter(({ version }) => version > from)
  if (pending.length === 0) return
  if (from > 0) backUp(from)
  for (const { version, sql } of pending) {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }).immediate()
  }
}
