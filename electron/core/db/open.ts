import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { AppError } from '@shared/app-error'
import type { ErrorCode } from '@shared/errors'
import BetterSqlite3 from 'better-sqlite3'
import type { Database } from './database'
import { migrate, refuseNewer } from './migrate'
import { migrations } from './migrations/all'

/** The first 16 bytes of every SQLite database (https://www.sqlite.org/fileformat.html, section 1.3). */
const HEADER = 'SQLite format 3\u0000'

/** 'ENTR' in ASCII: says in the file's header whose it is (PRAGMA application_id). */
const APPLICATION_ID = 0x454e5452

const CODES: Readonly<Record<string, ErrorCode>> = {
  SQLITE_BUSY: 'database-locked',
  SQLITE_LOCKED: 'database-locked',
  SQLITE_READONLY: 'database-read-only',
  SQLITE_PERM: 'database-read-only',
  SQLITE_CANTOPEN: 'database-read-only',
  SQLITE_AUTH: 'database-read-only',
  SQLITE_NOTADB: 'database-unreadable',
  SQLITE_CORRUPT: 'database-unreadable',
  SQLITE_FULL: 'disk-full',
  EACCES: 'database-read-only',
  EPERM: 'database-read-only',
  EROFS: 'database-read-only',
  EEXIST: 'database-read-only',
  ENOTDIR: 'database-read-only',
  EISDIR: 'database-read-only',
  ENOSPC: 'disk-full',
}

/** Turns what SQLite or the file system threw into an `AppError` that names the file; null when it is neither. */
export function databaseError(error: unknown, file: string): AppError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? error.code
  const code = CODES[primary]
  return code ? new AppError(code, error.message, { file }, { cause: error }) : null
}

/** What went wrong otherwise while opening: an I/O error, a migration that failed. The file is named all the same. */
const cannotOpen = (error: unknown, file: string): AppError =>
  new AppError(
    'database-unreadable',
    error instanceof Error ? error.message : String(error),
    { file },
    { cause: error },
  )

/** Refuses a file that is not a database before SQLite gets to write its log beside it. */
function checkHeader(file: string): void {
  if (!existsSync(file)) return
  const start = Buffer.alloc(HEADER.length)
  const handle = openSync(file, 'r')
  const length = readSync(handle, start, 0, start.length, 0)
  closeSync(handle)
  if (length > 0 && start.toString('latin1') !== HEADER) {
    throw new AppError('database-unreadable', `${file} does not begin like an SQLite database`, { file })
  }
}

/** Refuses a sound database that belongs to another program: it has tables, but not our mark. */
function checkOwner(db: Database, file: string): void {
  const id = Number(db.pragma('application_id', { simple: true }))
  if (id === APPLICATION_ID) return
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (id !== 0 || tables > 0) {
    throw new AppError('database-unreadable', `${file} is a database of another program`, { file })
  }
}

/** Looks before anything is written, and without being able to: whose file it is, and of which version. */
function inspect(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return
  const look = new BetterSqlite3(file, { readonly: true })
  try {
    look.pragma('busy_timeout = 5000')
    checkOwner(look, file)
    refuseNewer(look, migrations)
  } finally {
    look.close()
  }
}

/** The settings that every connection of ours has; each is read back where SQLite may refuse it silently. */
function configure(db: Database): void {
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  if (process.platform === 'darwin') db.pragma('fullfsync = ON')
  if (db.memory) return
  db.pragma('journal_mode = WAL')
}

/**
 * `synchronous` must be FULL, or an acknowledged note can be lost in a power cut. This build of SQLite falls
 * back to NORMAL at the first write in WAL mode unless FULL was set explicitly: so set it, write, read it back.
 */
function insistOnFullSync(db: Database): void {
  db.pragma('synchronous = FULL')
  db.transaction(() => db.pragma(`application_id = ${APPLICATION_ID}`)).immediate()
  const level = Number(db.pragma('synchronous', { simple: true }))
  if (level !== 2) throw new AppError('internal', `synchronous is ${level}, not FULL`)
}

/** Copies the file as it is into `backups/` beside it; the log is folded in first. */
function backUpBeforeMigration(db: Database, file: string, from: number, stamp: string): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const folder = path.join(path.dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  const target = path.join(folder, `before-update-v${from}-${stamp.replace(/[:.]/g, '-')}.db`)
  copyFileSync(file, target)
  const verdict = checkCopy(target)
  if (verdict === 'ok') return
  rmSync(target, { force: true })
  throw new AppError('database-unreadable', `the backup does not read back: ${verdict}`, { file })
}

/** Whether a copy reads back: 'ok', or what is wrong with it. It is left closed, on disk, and without a log beside it. */
function checkCopy(target: string): string {
  const copy = new BetterSqlite3(target)
  try {
    copy.pragma('journal_mode = DELETE')
    return String(copy.pragma('quick_check', { simple: true }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    copy.close()
    const handle = openSync(target, 'r+')
    fsyncSync(handle)
    closeSync(handle)
  }
}

/**
 * Opens the library, migrates it, and answers the only connection that writes.
 *
 * @param file an absolute path, or ':memory:' in tests
 * @param now the present moment in ISO-8601, for the name of a backup
 * @throws AppError `database-locked`, `database-read-only`, `database-newer`, `database-unreadable` or `disk-full`;
 *   the file is left as it was
 */
export function openDatabase(file: string, now: () => string): Database {
  let db: Database | undefined
  try {
    if (file !== ':memory:') {
      mkdirSync(path.dirname(file), { recursive: true })
      checkHeader(file)
    }
    inspect(file)
    db = new BetterSqlite3(file)
    const opened = db
    configure(opened)
    insistOnFullSync(opened)
    migrate(opened, migrations, (from) => backUpBeforeMigration(opened, file, from, now()))
    return opened
  } catch (error) {
    db?.close()
    if (error instanceof AppError) {
      throw 'file' in error.details
        ? error
        : new AppError(error.code, error.message, { ...error.details, file })
    }
    throw databaseError(error, file) ?? cannotOpen(error, file)
  }
}
