import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from './database'
import { openDatabase } from './open'
import { remembered } from './remembered'

let db: Database
let reads: number
let value: (key: string) => string
beforeEach(() => {
  db = openDatabase(':memory:', () => '2021-05-04T18:00:00.000Z')
  reads = 0
  const row = db.prepare('SELECT value FROM setting WHERE key = ?').pluck()
  value = remembered(db, ['setting'], (key: string) => {
    reads += 1
    return String(row.get(key) ?? 'none')
  })
})
afterEach(() => db.close())

const write = (key: string, text: string) =>
  db
    .prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(text))
const remove = (key: string) => db.prepare('DELETE FROM setting WHERE key = ?').run(key)
const undone = (work: () => void) => {
  expect(() =>
    db.transaction(() => {
      work()
      throw new Error('taken back')
    })(),
  ).toThrow('taken back')
}

describe('what is remembered', () => {
  it('is read once while nothing changes', () => {
    write('theme', 'salle')
    expect([value('theme'), value('theme'), reads]).toEqual(['"salle"', '"salle"', 1])
  })

  it('is forgotten by an insert, an update and a deletion', () => {
    expect(value('theme')).toBe('none')
    write('theme', 'salle')
    expect(value('theme')).toBe('"salle"')
    write('theme', 'papier')
    expect(value('theme')).toBe('"papier"')
    remove('theme')
    expect(value('theme')).toBe('none')
  })

  it('is kept again by a transaction that comes after the one that changed it', async () => {
    write('theme', 'salle')
    await Promise.resolve()
    const look = db.transaction(() => value('theme'))
    expect([look(), look(), reads]).toEqual(['"salle"', '"salle"', 1])
  })

  it('does not outlive a transaction that was rolled back', () => {
    undone(() => {
      write('theme', 'salle')
      expect(value('theme')).toBe('"salle"')
    })
    expect(value('theme')).toBe('none')
  })

  it('is forgotten when a row goes because another one did', () => {
    db.exec(`
      INSERT INTO show (id, title, ready, created_at) VALUES ('s', 'A show', 1, '2021-05-04T18:00:00.000Z');
      INSERT INTO reading_line (show_id, reach, set_at) VALUES ('s', 3, '2021-05-04T18:00:00.000Z');
    `)
    const line = db.prepare('SELECT reach FROM reading_line WHERE show_id = ?').pluck()
    const kept = remembered(db, ['reading_line'], (id: string) => Number(line.get(id) ?? 0))
    expect(kept('s')).toBe(3)
    db.exec("DELETE FROM show WHERE id = 's'")
    expect(kept('s')).toBe(0)
  })

  it('never differs from what is stored, whatever happens in whatever order', () => {
    const key = fc.constantFrom('a', 'b')
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), key, text: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'read' as const), key, text: fc.constant('') }),
    )
    const round = fc.record({
      steps: fc.array(step, { maxLength: 6 }),
      ends: fc.constantFrom('commit', 'rollback', 'none'),
    })
    const stored = db.prepare('SELECT value FROM setting WHERE key = ?').pluck()
    fc.assert(
      fc.property(fc.array(round, { maxLength: 8 }), (rounds) => {
        for (const { steps, ends } of rounds) {
          const work = () => {
            for (const { kind, key, text } of steps) {
              if (kind === 'write') write(key, text)
              else if (kind === 'remove') remove(key)
              expect(value(key)).toBe(String(stored.get(key) ?? 'none'))
            }
          }
          if (ends === 'rollback') undone(work)
          else if (ends === 'commit') db.transaction(work)()
          else work()
          for (const key of ['a', 'b']) expect(value(key)).toBe(String(stored.get(key) ?? 'none'))
        }
      }),
      { numRuns: 200 },
    )
  })
})
