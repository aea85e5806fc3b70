import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/core/db/migrate'
import type { Migration } from '../../electron/core/db/migration'
import { migrations } from '../../electron/core/db/migrations/all'
import { openDatabase } from '../../electron/core/db/open'
import { testCore } from '../support/core'
import { tempFolders } from '../support/temp-folder'

const STORED = path.join(import.meta.dirname, 'stored')
const FILES = path.join(import.meta.dirname, '../../electron/core/db/migrations')
const folder = tempFolders()
const now = () => '2021-05-04T18:00:00.000Z'

describe('migrations', () => {
  it('are numbered from 1 without holes, and every file of the folder is in the list', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_migration, index) => index + 1))
    const files = readdirSync(FILES).filter((name) => /^\d{4}-/.test(name))
    expect(files.sort()).toEqual(
      migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`),
    )
  })

  it('have a stored database of every version, made when that version was the newest', () => {
    for (const { version } of migrations) {
      expect(existsSync(path.join(STORED, `v${version}.db`)), `tests/migrations/stored/v${version}.db`).toBe(
        true,
      )
    }
  })

  it.each(migrations.map(({ version }) => version))(
    'bring a stored database of version %i to the newest',
    (version) => {
      const file = path.join(folder(), 'entracte.db')
      copyFileSync(path.join(STORED, `v${version}.db`), file)
      const db = openDatabase(file, now)
      expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
      const notes = db.prepare('SELECT title, body FROM note ORDER BY seq').all()
      expect(notes).toContainEqual({
        title: 'Which kind of ending',
        body: 'Élodie said: **a promise**, not a joke.',
      })
      expect(db.prepare("SELECT count(*) FROM note_text WHERE note_text MATCH 'elodie'").pluck().get()).toBe(
        1,
      )
      expect(db.prepare('SELECT count(*) FROM viewing').pluck().get()).toBe(10)
      db.close()
      expect(existsSync(path.join(path.dirname(file), 'backups'))).toBe(version < migrations.length)
    },
  )

  it.each(migrations.map(({ version }) => version))(
    'leave a show of version %i that can be edited and exported, with what it told then',
    async (version) => {
      const file = path.join(folder(), 'entracte.db')
      copyFileSync(path.join(STORED, `v${version}.db`), file)
      const core = testCore({ file })
      const [show] = await core.client.library.shows(undefined)
      if (!show) throw new Error('the stored database has no show')
      const { workshopId } = await core.client.studio.open({ showId: show.id })
      expect(await core.client.studio.findings({ workshopId })).toEqual({ total: 0, rows: [] })
      const fields = { premise: 'Mine.' }
      await core.client.studio.put({ workshopId, kind: 'show', key: 'show', fields })
      expect((await core.client.studio.exportPack({ workshopId })).name).toBe('emily-in-paris-1.0.0.entracte')
      await core.client.studio.undo({ workshopId })
      core.close()
    },
  )

  it.each(migrations.map(({ version }) => version))(
    'leave the board of version %i as it was: every card once, in its lane, with its words',
    async (version) => {
      const file = path.join(folder(), 'entracte.db')
      copyFileSync(path.join(STORED, `v${version}.db`), file)
      const before = new BetterSqlite3(file)
      const old = version < 5 ? 'SELECT id FROM card WHERE question_id IS NULL' : 'SELECT NULL WHERE 0'
      const own = before.prepare(old).pluck().all()
      before.close()
      for (const run of ['first', 'second']) {
        const core = testCore({ file })
        const [show] = await core.client.library.shows(undefined)
        if (!show) throw new Error('the stored database has no show')
        await core.client.library.setReading({ showId: show.id, reach: null })
        const { lanes } = await core.client.boards.board({ showId: show.id, boardId: null, as: null })
        const cards = lanes.flatMap(({ role, cards: lying }) =>
          lying.flatMap((card) => (card.veiled ? [] : [{ ...card, role }])),
        )
        const luc = cards.filter(({ text }) => text === 'Luc is the narrator.')
        expect(luc, run).toMatchObject([
          {
            excerpt: 'He explains the genre before each turn.',
            origin: 'mine',
            ordinal: 7,
            safeAfter: 7,
            role: version < 5 ? 'theories' : 'resolved',
          },
        ])
        if (version < 5) expect(luc.map(({ id }) => id)).toEqual(own)
        const asked = core.db.prepare('SELECT text FROM question ORDER BY text').pluck().all()
        const known = cards.filter(({ origin }) => origin === 'pack').map(({ text }) => text)
        const veiled = lanes.flatMap(({ cards: lying }) => lying.filter((card) => card.veiled)).length
        expect(known.length + veiled).toBe(asked.length)
        expect(core.db.prepare('SELECT count(*) FROM card_before').pluck().get()).toBe(0)
        core.close()
      }
    },
  )

  it('make a backup that reads back before they change anything', () => {
    const file = path.join(folder(), 'entracte.db')
    const first: Migration = { version: 1, name: 'first', sql: 'CREATE TABLE a (x TEXT) STRICT' }
    const second: Migration = { version: 2, name: 'second', sql: 'CREATE TABLE b (x TEXT) STRICT' }
    const db = new BetterSqlite3(file)
    const backups: number[] = []
    migrate(db, [first], (from) => backups.push(from))
    expect(backups).toEqual([])
    db.exec("INSERT INTO a VALUES ('kept')")
    migrate(db, [first, second], (from) => backups.push(from))
    expect(backups).toEqual([1])
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    migrate(db, [first, second], (from) => backups.push(from))
    expect(backups).toEqual([1])
    db.close()
  })

  it('leave no trace when one fails', () => {
    const db = new BetterSqlite3(':memory:')
    const bad: Migration = {
      version: 1,
      name: 'bad',
      sql: 'CREATE TABLE a (x TEXT); CREATE TABLE a (x TEXT)',
    }
    expect(() => migrate(db, [bad], () => {})).toThrow(/already exists/)
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
  })

  it('do nothing when the backup cannot be made', () => {
    const db = new BetterSqlite3(':memory:')
    db.pragma('user_version = 1')
    const second: Migration = { version: 2, name: 'second', sql: 'CREATE TABLE b (x TEXT) STRICT' }
    const noRoom = () => {
      throw new Error('no room')
    }
    expect(() => migrate(db, [{ version: 1, name: 'first', sql: '' }, second], noRoom)).toThrow('no room')
    expect(db.pragma('user_version', { simple: true })).toBe(1)
  })
})

it('the stored databases are what is committed, not what a test left behind', () => {
  for (const name of readdirSync(STORED)) {
    expect(readFileSync(path.join(STORED, name)).subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(name).toMatch(/^v\d+\.db$/)
  }
})
