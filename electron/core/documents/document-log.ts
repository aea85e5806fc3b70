import { crc32 } from 'node:zlib'
import type { Database } from '../db/database'

/** A document as its row in `crdt_doc` says it is. */
export interface DocumentRow {
  readonly format: number
  readonly snapshot: Uint8Array | null
  readonly snapshotSum: number | null
  readonly snapshotSeq: number
}

/** One change of a document, as Yjs wrote it. */
export interface LogEntry {
  readonly seq: number
  readonly u: Uint8Array
  readonly sum: number
}

export interface NewEntry {
  /** What the change was: a step's name, `pack`, `clock`, `merge`, `mend`. */
  readonly origin: string
  /** The member who made it, null for the person. */
  readonly author: string | null
  /** Which run of which machine wrote it: the client id of the document. */
  readonly device: string | null
  readonly at: string
  readonly u: Uint8Array
}

/** The checksum that goes with bytes: CRC-32 as in ISO 3309. It finds accidents; it is no seal. */
export const sumOf = (bytes: Uint8Array): number => crc32(bytes)

/** The log of every document: a snapshot, and the updates after it. */
export function documentLog(db: Database) {
  const insert = db.prepare(`
    INSERT INTO crdt_doc (doc_id, kind, show_id, format, snapshot_seq) VALUES (@id, 'board', @showId, @format, 0)
  `)
  const row = db.prepare<[string], DocumentRow>(`
    SELECT format, snapshot, snapshot_sum AS snapshotSum, snapshot_seq AS snapshotSeq
    FROM crdt_doc
    WHERE doc_id = ?
  `)
  const format = db.prepare<[string], number>('SELECT format FROM crdt_doc WHERE doc_id = ?').pluck()
  const setFormat = db.prepare('UPDATE crdt_doc SET format = @format WHERE doc_id = @id AND format < @format')
  const last = db
    .prepare<[string], number>(`
    SELECT max(snapshot_seq, coalesce((SELECT max(seq) FROM crdt_update WHERE doc_id = crdt_doc.doc_id), 0))
    FROM crdt_doc
    WHERE doc_id = ?
  `)
    .pluck()
  const after = db.prepare<[string, number], LogEntry>(`
    SELECT seq, u, sum FROM crdt_update WHERE doc_id = ? AND seq > ? AND aside = 0 ORDER BY seq
  `)
  const append = db.prepare(`
    INSERT INTO crdt_update (doc_id, origin, author, device, at, u, sum)
    VALUES (@id, @origin, @author, @device, @at, @u, @sum)
  `)
  const aside = db
    .prepare<[string], number>('SELECT count(*) FROM crdt_update WHERE doc_id = ? AND aside = 1')
    .pluck()
  const setAside = db.prepare('UPDATE crdt_update SET aside = 1 WHERE seq = ?')
  const keepBroken = db.prepare(`
    INSERT INTO crdt_update (doc_id, origin, at, u, sum, aside)
    SELECT doc_id, 'snapshot', @at, snapshot, snapshot_sum, 1 FROM crdt_doc WHERE doc_id = @id
  `)
  const dropSnapshot = db.prepare(
    'UPDATE crdt_doc SET snapshot = NULL, snapshot_sum = NULL, state_vector = NULL WHERE doc_id = ?',
  )
  const putSnapshot = db.prepare(`
    UPDATE crdt_doc
    SET snapshot = @u, snapshot_sum = @sum, snapshot_seq = @seq, state_vector = @vector
    WHERE doc_id = @id
  `)
  const drop = db.prepare('DELETE FROM crdt_update WHERE doc_id = @id AND seq <= @seq AND aside = 0')

  return {
    create: (id: string, showId: string, version: number): void =>
      void insert.run({ id, showId, format: version }),
    read: (id: string): DocumentRow | null => row.get(id) ?? null,
    format: (id: string): number | null => format.get(id) ?? null,
    raiseFormat: (id: string, version: number): void => void setFormat.run({ id, format: version }),
    /** The number of the newest change, 0 for none; null when there is no such document. */
    last: (id: string): number | null => last.get(id) ?? null,
    /** The changes after a snapshot, the oldest first, one at a time. */
    after: (id: string, seq: number): IterableIterator<LogEntry> => after.iterate(id, seq),
    append: (id: string, entry: NewEntry): number =>
      Number(append.run({ ...entry, id, sum: sumOf(entry.u) }).lastInsertRowid),
    /** How many changes were set aside because they could not be read. */
    aside: (id: string): number => aside.get(id) ?? 0,
    setAside: (seq: number): void => void setAside.run(seq),
    /** Puts a snapshot that cannot be read among what was set aside. */
    setSnapshotAside(id: string, at: string): void {
      keepBroken.run({ id, at })
      dropSnapshot.run(id)
    },
    /** Puts a snapshot in the place of all changes up to `seq`. */
    compact(id: string, seq: number, u: Uint8Array, vector: Uint8Array): void {
      putSnapshot.run({ id, seq, u, sum: sumOf(u), vector })
      drop.run({ id, seq })
    },
  }
}
export type DocumentLog = ReturnType<typeof documentLog>
