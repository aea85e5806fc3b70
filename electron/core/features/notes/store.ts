import { EpisodeId, type MemberId, NoteId, ShowId } from '@shared/ids'
import { type Draft, DraftPlace, type DropDraft, type NoteKind, type Reaction } from '@shared/notes/schema'
import { IsoTime, Ms } from '@shared/time'
import type { Reach } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { COLUMNS, NoteRow } from './note-row'

const DraftRow = z
  .object({
    place: DraftPlace,
    note_id: NoteId,
    show_id: ShowId,
    episode_id: EpisodeId.nullable(),
    at_ms: Ms.nullable(),
    body: z.string(),
  })
  .transform(
    ({ place, note_id, show_id, episode_id, at_ms, body }): Draft => ({
      place,
      noteId: note_id,
      showId: show_id,
      episodeId: episode_id,
      atMs: at_ms,
      body,
    }),
  )

/** A note as it stands before it is written over. */
const Standing = z.object({
  seq: z.int(),
  show_id: ShowId,
  episode_id: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  tags: z.string(),
  at_ms: z.int().nullable(),
  end_ms: z.int().nullable(),
  created_at: IsoTime,
  updated_at: IsoTime,
})
export type Standing = z.infer<typeof Standing>

/** What a note is on disk, apart from its times. */
export interface NoteRecord {
  readonly id: NoteId
  readonly showId: ShowId
  readonly episodeId: EpisodeId | null
  readonly kind: NoteKind
  readonly reaction: Reaction | null
  readonly title: string
  readonly body: string
  readonly tags: string
  readonly atMs: number | null
  readonly endMs: number | null
  readonly pinned: 0 | 1
  readonly authorId: MemberId | null
  readonly now: string
}

const READABLE = `
  FROM note
  LEFT JOIN episode ON episode.id = note.episode_id
  WHERE note.show_id = @showId
    AND note.deleted_at IS NULL
    AND (note.episode_id IS NULL OR episode.ordinal <= @reach)
`
interface Numbered {
  readonly seq: number
}

/** Enough for an excerpt that begins at the start. */
const FIRST_CHARACTERS = 2000

/** Notes and their full-text index. */
export function noteStore(db: Database) {
  const some = db.prepare(`
    SELECT ${COLUMNS}, CASE WHEN @whole THEN note.body ELSE substr(note.body, 1, ${FIRST_CHARACTERS}) END AS body, note.seq
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.seq IN (SELECT value FROM json_each(@seqs))
  `)
  const ids = db
    .prepare<[string], readonly [number, string]>(`
    SELECT seq, id FROM note WHERE seq IN (SELECT value FROM json_each(?))
  `)
    .raw()
  const matching = db.prepare(`
    SELECT ${COLUMNS}, note.body
    ${READABLE}
      AND note.seq IN (SELECT rowid FROM note_text WHERE note_text MATCH @match)
    ORDER BY note.created_at DESC, note.seq DESC
    LIMIT 50
  `)
  const pinned = db.prepare(`
    SELECT ${COLUMNS}, note.body ${READABLE} AND note.pinned = 1
    ORDER BY episode.ordinal IS NULL, episode.ordinal, note.at_ms IS NULL, note.at_ms, note.created_at, note.seq
    LIMIT 100 OFFSET @offset
  `)
  const pinnedTotal = db.prepare(`SELECT count(*) ${READABLE} AND note.pinned = 1`).pluck()
  const read = db.prepare(`
    SELECT ${COLUMNS}, note.body
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.id = ? AND note.deleted_at IS NULL
  `)
  const standing = db.prepare(`
    SELECT seq, show_id, episode_id, kind, title, body, tags, at_ms, end_ms, created_at, updated_at FROM note WHERE id = ?
  `)
  const insert = db.prepare(`
    INSERT INTO note (
      id, show_id, episode_id, kind, reaction, title, body, tags, at_ms, end_ms, pinned, author_id,
      created_at, updated_at
    )
    VALUES (
      @id, @showId, @episodeId, @kind, @reaction, @title, @body, @tags, @atMs, @endMs, @pinned, @authorId,
      @now, @now
    )
  `)
  const update = db.prepare(`
    UPDATE note
    SET
      episode_id = @episodeId, kind = @kind, reaction = @reaction, title = @title, body = @body, tags = @tags,
      at_ms = @atMs, end_ms = @endMs, pinned = @pinned, author_id = @authorId, updated_at = @now, deleted_at = NULL
    WHERE id = @id
  `)
  const remove = db.prepare('UPDATE note SET deleted_at = @now WHERE id = @id AND deleted_at IS NULL')
  const restore = db.prepare('UPDATE note SET deleted_at = NULL WHERE id = @id AND deleted_at IS NOT NULL')

  const draft = db.prepare(`
    SELECT place, note_id, show_id, episode_id, at_ms, body FROM draft WHERE place = ?
  `)
  const keepDraft = db.prepare(`
    INSERT INTO draft (place, note_id, show_id, episode_id, at_ms, body, updated_at)
    VALUES (@place, @noteId, @showId, @episodeId, @atMs, @body, @now)
    ON CONFLICT (place) DO UPDATE SET
      note_id = excluded.note_id, show_id = excluded.show_id, episode_id = excluded.episode_id,
      at_ms = excluded.at_ms, body = excluded.body, updated_at = excluded.updated_at
  `)
  const dropDraft = db.prepare('DELETE FROM draft WHERE place = @place AND note_id = @noteId')

  return {
    /** Notes by their numbers, in the order given. `whole`: with all of their bodies instead of the first part. */
    rows(seqs: readonly number[], whole: boolean): NoteRow[] {
      const found = new Map<number, NoteRow>()
      for (const row of some.all({ seqs: JSON.stringify(seqs), whole: whole ? 1 : 0 }))
        found.set((row as Numbered).seq, NoteRow.parse(row))
      return seqs.flatMap((seq) => found.get(seq) ?? [])
    },
    ids(seqs: readonly number[]): NoteId[] {
      const found = new Map(ids.all(JSON.stringify(seqs)))
      return seqs.flatMap((seq) => {
        const id = found.get(seq)
        return id === undefined ? [] : NoteId.parse(id)
      })
    },
    /** The newest readable notes that match an FTS5 expression, 50 at most. */
    matching: (showId: ShowId, reach: Reach | null, match: string): NoteRow[] =>
      matching.all({ showId, reach, match }).map((row) => NoteRow.parse(row)),
    pinned: (showId: ShowId, reach: Reach | null, offset: number) => ({
      rows: pinned.all({ showId, reach, offset }).map((row) => NoteRow.parse(row)),
      total: Number(pinnedTotal.get({ showId, reach })),
    }),
    read: (id: NoteId): NoteRow | null => {
      const row = read.get(id)
      return row ? NoteRow.parse(row) : null
    },
    /** How a note stands, in the trash or not; null when there is none. */
    standing: (id: NoteId): Standing | null => {
      const row = standing.get(id)
      return row ? Standing.parse(row) : null
    },
    // two statements, because one that inserts or updates takes twice as long as asking first
    add: (record: NoteRecord): void => void insert.run(record),
    change: (record: NoteRecord): void => void update.run(record),
    draft: (place: DraftPlace): Draft | null => {
      const row = draft.get(place)
      return row ? DraftRow.parse(row) : null
    },
    keepDraft: (wanted: Draft, now: string): void => void keepDraft.run({ ...wanted, now }),
    dropDraft: (wanted: DropDraft): void => void dropDraft.run(wanted),
    remove: (id: NoteId, now: string): boolean => remove.run({ id, now }).changes === 1,
    restore: (id: NoteId): boolean => restore.run({ id }).changes === 1,
  }
}
export type NoteStore = ReturnType<typeof noteStore>
