import { NoteId, type ShowId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import type { Reach } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { COLUMNS, NoteRow } from './note-row'

const Trashed = NoteRow.extend({ deleted_at: IsoTime })
const Counted = z.object({ readable: z.int(), all: z.int() })

/** What happens to many notes at once, and the trash. Only notes that may be read are touched. */
export function manyStore(db: Database) {
  const NAMED = `
    id IN (SELECT value FROM json_each(@noteIds))
    AND (
      episode_id IS NULL
      OR (SELECT ordinal FROM episode WHERE episode.id = note.episode_id) <= @reach
    )
    AND show_id = @showId
  `
  const tag = db
    .prepare<[object], string>(`
      UPDATE note
      SET tags = json_insert(tags, '$[#]', @tag), updated_at = @now
      WHERE ${NAMED}
        AND deleted_at IS NULL
        AND json_array_length(tags) < 50
        AND NOT EXISTS (SELECT 1 FROM json_each(note.tags) WHERE value = @tag)
      RETURNING id
    `)
    .pluck()
  const untag = db
    .prepare<[object], string>(`
      UPDATE note
      SET
        tags = (SELECT json_group_array(value) FROM json_each(note.tags) WHERE value <> @tag),
        updated_at = @now
      WHERE ${NAMED}
        AND deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM json_each(note.tags) WHERE value = @tag)
      RETURNING id
    `)
    .pluck()
  const pin = db
    .prepare<[object], string>(`
      UPDATE note
      SET pinned = @pinned, updated_at = @now
      WHERE ${NAMED} AND deleted_at IS NULL AND pinned <> @pinned
      RETURNING id
    `)
    .pluck()
  const remove = db
    .prepare<[object], string>(
      `UPDATE note SET deleted_at = @now WHERE ${NAMED} AND deleted_at IS NULL RETURNING id`,
    )
    .pluck()
  const restore = db
    .prepare<[object], string>(
      `UPDATE note SET deleted_at = NULL WHERE ${NAMED} AND deleted_at IS NOT NULL RETURNING id`,
    )
    .pluck()
  const shows = db
    .prepare<[string], string>(
      'SELECT DISTINCT show_id FROM note WHERE id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
  const trash = db.prepare(`
    SELECT ${COLUMNS}, substr(note.body, 1, 2000) AS body, note.deleted_at
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.show_id = @showId
      AND note.deleted_at IS NOT NULL
      AND (note.episode_id IS NULL OR episode.ordinal <= @reach)
    ORDER BY note.deleted_at DESC, note.seq DESC
    LIMIT 200
  `)
  const counted = db.prepare(`
    SELECT count(*) AS "all", coalesce(sum(note.episode_id IS NULL OR episode.ordinal <= @reach), 0) AS readable
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.show_id = @showId AND note.deleted_at IS NOT NULL
  `)
  const empty = db.prepare('DELETE FROM note WHERE show_id = ? AND deleted_at IS NOT NULL')

  interface Named {
    readonly noteIds: readonly NoteId[]
    readonly showId: ShowId
    readonly reach: Reach | null
    readonly now: string
  }
  const ids = (found: readonly string[]): NoteId[] => found.map((id) => NoteId.parse(id))
  const bound = ({ noteIds, ...rest }: Named) => ({ ...rest, noteIds: JSON.stringify(noteIds) })

  return {
    /** The shows that notes belong to. */
    shows: (noteIds: readonly NoteId[]): ShowId[] => shows.all(JSON.stringify(noteIds)) as ShowId[],
    /** A note takes fifty tags at most; a full one stays as it is. */
    tag: (named: Named, word: string): NoteId[] => ids(tag.all({ ...bound(named), tag: word })),
    untag: (named: Named, word: string): NoteId[] => ids(untag.all({ ...bound(named), tag: word })),
    pin: (named: Named, pinned: boolean): NoteId[] =>
      ids(pin.all({ ...bound(named), pinned: pinned ? 1 : 0 })),
    remove: (named: Named): NoteId[] => ids(remove.all(bound(named))),
    restore: (named: Named): NoteId[] => ids(restore.all(bound(named))),
    trash: (showId: ShowId, reach: Reach | null) =>
      trash.all({ showId, reach }).map((row) => Trashed.parse(row)),
    counts: (showId: ShowId, reach: Reach | null) => Counted.parse(counted.get({ showId, reach })),
    empty: (showId: ShowId): number => empty.run(showId).changes,
  }
}
export type ManyStore = ReturnType<typeof manyStore>
