import type BetterSqlite3 from 'better-sqlite3'

/** A connection. There is one that writes, and the core owns it. */
export type Database = BetterSqlite3.Database
