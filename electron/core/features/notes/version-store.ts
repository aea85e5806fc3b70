import { EpisodeId, type NoteId } from '@shared/ids'
import { NoteKind } from '@shared/notes/schema'
import { IsoTime, Ms } from '@shared/time'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { TagColumn } from './note-row'
import type { Standing } from './store'

const VersionRow = z.object({
  seq: z.int(),
  kind: NoteKind,
  title: z.string(),
  body: z.string(),
  tags: TagColumn,
  episode_id: EpisodeId.nullable(),
  at_ms: Ms.nullable(),
  end_ms: Ms.nullable(),
  written_at: IsoTime,
  kept_at: IsoTime,
})
export type VersionRow = z.infer<typeof VersionRow>

const Head = VersionRow.pick({ seq: true, episode_id: true, written_at: true, kept_at: true })
export type VersionHead = z.infer<typeof Head>

/** What notes said before. */
export function versionStore(db: Database) {
  const keep = db.prepare(`
    INSERT INTO note_version (note_id, kind, title, body, tags, episode_id, at_ms, end_ms, written_at, kept_at)
    VALUES (@noteId, @kind, @title, @body, @tags, @episode_id, @at_ms, @end_ms, @updated_at, @now)
  `)
  const newest = db
    .prepare<[string], string>('SELECT kept_at FROM note_version WHERE note_id = ? ORDER BY seq DESC LIMIT 1')
    .pluck()
  const heads = db.prepare(`
    SELECT seq, episode_id, written_at, kept_at
    FROM note_version
    WHERE note_id = ?
    ORDER BY seq DESC
    LIMIT 500
  `)
  const one = db.prepare(`
    SELECT seq, kind, title, body, tags, episode_id, at_ms, end_ms, written_at, kept_at
    FROM note_version
    WHERE note_id = @id AND seq = @version
  `)
  return {
    /** @returns the number of the version */
    keep: (noteId: NoteId, { seq: _seq, show_id: _show, created_at: _at, ...words }: Standing, now: string) =>
      Number(keep.run({ noteId, ...words, now }).lastInsertRowid),
    /** When the newest version was kept; null when there is none. */
    newest: (noteId: NoteId): string | null => newest.get(noteId) ?? null,
    heads: (noteId: NoteId): VersionHead[] => heads.all(noteId).map((row) => Head.parse(row)),
    one: (id: NoteId, version: number): VersionRow | null => {
      const row = one.get({ id, version })
      return row ? VersionRow.parse(row) : null
    },
  }
}
export type VersionStore = ReturnType<typeof versionStore>
