import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { tempFolders } from '../../../tests/support/temp-folder'
import { openDatabase } from './open'

const folder = tempFolders()
const STORED = path.resolve(import.meta.dirname, '../../../tests/migrations/stored')
const now = () => '2021-05-04T18:00:00.000Z'

function refusal(act: () => unknown): AppError {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('opening the library', () => {
  it('makes a new one with the settings that keep notes safe', () => {
    const file = path.join(folder(), 'deep', 'entracte.db')
    const db = openDatabase(file, now)
    const setting = (name: string) => db.pragma(name, { simple: true })
    expect(setting('journal_mode')).toBe('wal')
    expect(setting('synchronous')).toBe(2)
    expect(setting('foreign_keys')).toBe(1)
    expect(setting('trusted_schema')).toBe(0)
    expect(setting('cell_size_check')).toBe(1)
    expect(setting('mmap_size')).toBe(0)
    expect(setting('busy_timeout')).toBe(5000)
    expect(setting('application_id')).toBe(0x454e5452)
    db.close()
    expect(readdirSync(path.dirname(file))).toEqual(['entracte.db'])
  })

  it('keeps synchronous at FULL also after the first write of a second start', () => {
    const file = path.join(folder(), 'entracte.db')
    openDatabase(file, now).close()
    const db = openDatabase(file, now)
    db.prepare("INSERT INTO setting VALUES ('theme', '1')").run()
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  it('refuses a file that is no database, names it, and leaves it as it was', () => {
    const file = path.join(folder(), 'entracte.db')
    writeFileSync(file, 'my diary, not a database')
    const error = refusal(() => openDatabase(file, now))
    expect(error.code).toBe('database-unreadable')
    expect(error.details).toEqual({ file })
    expect(readFileSync(file, 'utf8')).toBe('my diary, not a database')
    expect(readdirSync(path.dirname(file))).toEqual(['entracte.db'])
  })

  it('refuses a damaged database and leaves it as it was', () => {
    const file = path.join(folder(), 'entracte.db')
    openDatabase(file, now).close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 100, bytes.length)
    writeFileSync(file, bytes)
    expect(refusal(() => openDatabase(file, now)).code).toBe('database-unreadable')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('refuses the database of another program', () => {
    const file = path.join(folder(), 'entracte.db')
    const other = new BetterSqlite3(file)
    other.exec('CREATE TABLE recipe (name TEXT)')
    other.close()
    const before = readFileSync(file)
    expect(refusal(() => openDatabase(file, now)).code).toBe('database-unreadable')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('names a backup by versions and time alone, whatever the library holds', () => {
    const file = path.join(folder(), 'entracte.db')
    copyFileSync(path.join(STORED, 'v1.db'), file)
    const old = new BetterSqlite3(file)
    old.prepare("UPDATE show SET title = 'CANARY9MX title'").run()
    old.close()
    openDatabase(file, now).close()
    const names = readdirSync(path.join(path.dirname(file), 'backups'))
    expect(names).toHaveLength(1)
    for (const name of names) expect(name).toMatch(/^before-update-v\d+-[\dTZ-]+\.db$/)
  })

  it('refuses a database from a later version, and says which', () => {
    const file = path.join(folder(), 'entracte.db')
    openDatabase(file, now).close()
    const later = new BetterSqlite3(file)
    later.pragma('user_version = 900')
    later.close()
    const before = readFileSync(file)
    const error = refusal(() => openDatabase(file, now))
    expect(error.code).toBe('database-newer')
    expect(error.details).toMatchObject({ file, found: 900 })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(path.join(path.dirname(file), 'backups'))).toBe(false)
  })

  it('does not even fold in the log of a database from a later version', () => {
    const base = folder()
    const live = path.join(base, 'live.db')
    openDatabase(live, now).close()
    const later = new BetterSqlite3(live)
    later.pragma('journal_mode = WAL')
    later.pragma('user_version = 900')
    const file = path.join(base, 'entracte.db')
    // as a crash leaves it: the change is in the log only
    for (const suffix of ['', '-wal']) copyFileSync(live + suffix, file + suffix)
    later.close()
    const before = ['', '-wal'].map((suffix) => readFileSync(file + suffix))
    expect(refusal(() => openDatabase(file, now)).code).toBe('database-newer')
    for (const [index, suffix] of ['', '-wal'].entries()) {
      expect(readFileSync(file + suffix).equals(before[index] ?? Buffer.alloc(0)), suffix).toBe(true)
    }
  })

  it('says so when another program holds the file', () => {
    const file = path.join(folder(), 'entracte.db')
    openDatabase(file, now).close()
    const other = new BetterSqlite3(file)
    other.pragma('journal_mode = DELETE')
    other.exec('BEGIN EXCLUSIVE')
    expect(refusal(() => openDatabase(file, now)).code).toBe('database-locked')
    other.exec('ROLLBACK')
    other.close()
    openDatabase(file, now).close()
  }, 20_000)

  it('says so when the file or its folder may not be written', () => {
    const base = folder()
    const blocked = path.join(base, 'a-file-where-the-folder-should-be')
    writeFileSync(blocked, '')
    expect(refusal(() => openDatabase(path.join(blocked, 'entracte.db'), now)).code).toBe(
      'database-read-only',
    )
    if (process.getuid?.() === 0) return
    const readOnly = path.join(base, 'read-only')
    mkdirSync(readOnly)
    chmodSync(readOnly, 0o500)
    expect(refusal(() => openDatabase(path.join(readOnly, 'entracte.db'), now)).code).toBe(
      'database-read-only',
    )
  })
})
