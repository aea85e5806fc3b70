import { EpisodeId, NoteId, ShowId } from '@shared/ids'
import { type Draft, DraftPlace, NoteKind, type NoteOrder, Reaction } from '@shared/notes/schema'
import { IsoTime, Ms } from '@shared/time'
import { EpisodeOrdinal, type Reach } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const Tags = z.array(z.string())
const NoteRow = z.object({
  id: NoteId,
  show_id: ShowId,
  episode_id: EpisodeId.nullable(),
  ordinal: EpisodeOrdinal.nullable(),
  kind: NoteKind,
  reaction: Reaction.nullable(),
  title: z.string(),
  body: z.string(),
  tags: z.string().transform((json) => Tags.parse(JSON.parse(json))),
  at_ms: Ms.nullable(),
  end_ms: Ms.nullable(),
  pinned: z.int().transform((flag) => flag === 1),
  created_at: IsoTime,
  updated_at: IsoTime,
})
export type NoteRow = z.infer<typeof NoteRow>

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

const Kept = z.object({ show_id: ShowId, created_at: IsoTime })

export interface Written {
  readonly createdAt: IsoTime
  readonly updatedAt: IsoTime
}

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
  readonly now: string
}

/** Which notes: every field narrows, and an empty one does not. */
export interface NoteFilter {
  readonly showId: ShowId
  /** Notes of later episodes are left out; null leaves out every note with an episode. */
  readonly reach: Reach | null
  /** An FTS5 expression. */
  readonly match: string | null
  readonly kinds: readonly NoteKind[]
  readonly tags: readonly string[]
  readonly episodeId: EpisodeId | null
}

const COLUMNS = `
  note.id, note.show_id, note.episode_id, episode.ordinal, note.kind, note.reaction, note.title, note.body, note.tags,
  note.at_ms, note.end_ms, note.pinned, note.created_at, note.updated_at
`
const READABLE = `
  FROM note
  LEFT JOIN episode ON episode.id = note.episode_id
  WHERE note.show_id = @showId
    AND note.deleted_at IS NULL
    AND (note.episode_id IS NULL OR episode.ordinal <= @reach)
`
const FILTERED = `${READABLE}
    AND (@kinds = '[]' OR note.kind IN (SELECT value FROM json_each(@kinds)))
    AND (@episodeId IS NULL OR note.episode_id = @episodeId)
    AND (
      @tags = '[]'
      OR EXISTS (
        SELECT 1
        FROM json_each(note.tags) AS had
        JOIN json_each(@tags) AS wanted ON wanted.value = had.value
      )
    )
    AND (@match IS NULL OR note.seq IN (SELECT rowid FROM note_text WHERE note_text MATCH @match))
`
const ORDERS: Record<NoteOrder, string> = {
  episode:
    'episode.ordinal IS NULL, episode.ordinal, note.at_ms IS NULL, note.at_ms, note.created_at, note.seq',
  newest: 'note.created_at DESC, note.seq DESC',
}

const bound = ({ kinds, tags, ...filter }: NoteFilter) => ({
  ...filter,
  kinds: JSON.stringify(kinds),
  tags: JSON.stringify(tags),
})

/** Notes and their full-text index. */
export function noteStore(db: Database) {
  const page = {
    episode: db.prepare(`SELECT ${COLUMNS} ${FILTERED} ORDER BY ${ORDERS.episode} LIMIT 100 OFFSET @offset`),
    newest: db.prepare(`SELECT ${COLUMNS} ${FILTERED} ORDER BY ${ORDERS.newest} LIMIT 100 OFFSET @offset`),
  }
  const matching = db.prepare(`
    SELECT ${COLUMNS}
    ${READABLE}
      AND note.seq IN (SELECT rowid FROM note_text WHERE note_text MATCH @match)
    ORDER BY ${ORDERS.newest}
    LIMIT 50
  `)
  const pinned = db.prepare(`
    SELECT ${COLUMNS} ${READABLE} AND note.pinned = 1
    ORDER BY ${ORDERS.episode}
    LIMIT 100 OFFSET @offset
  `)
  const pinnedTotal = db.prepare(`SELECT count(*) ${READABLE} AND note.pinned = 1`).pluck()
  const total = db.prepare(`SELECT count(*) ${FILTERED}`).pluck()
  const readable = db.prepare(`SELECT count(*) ${READABLE}`).pluck()
  const all = db.prepare('SELECT count(*) FROM note WHERE show_id = ? AND deleted_at IS NULL').pluck()
  const kinds = db.prepare(`SELECT note.kind, count(*) AS count ${READABLE} GROUP BY note.kind`)
  const episodes = db.prepare(`
    SELECT note.episode_id, episode.ordinal, count(*) AS count
    ${READABLE} AND note.episode_id IS NOT NULL
    GROUP BY note.episode_id
    ORDER BY episode.ordinal
    LIMIT 1000
  `)
  const tags = db.prepare(`
    SELECT tag.value AS tag, count(*) AS count
    FROM (SELECT note.tags ${READABLE}) AS readable, json_each(readable.tags) AS tag
    GROUP BY tag.value
    ORDER BY count(*) DESC, tag.value
    LIMIT 100
  `)
  const read = db.prepare(`
    SELECT ${COLUMNS}
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.id = ? AND note.deleted_at IS NULL
  `)
  const kept = db.prepare('SELECT show_id, created_at FROM note WHERE id = ?')
  const insert = db.prepare(`
    INSERT INTO note (
      id, show_id, episode_id, kind, reaction, title, body, tags, at_ms, end_ms, pinned, created_at, updated_at
    )
    VALUES (
      @id, @showId, @episodeId, @kind, @reaction, @title, @body, @tags, @atMs, @endMs, @pinned, @now, @now
    )
  `)
  const update = db.prepare(`
    UPDATE note
    SET
      episode_id = @episodeId, kind = @kind, reaction = @reaction, title = @title, body = @body, tags = @tags, at_ms = @atMs,
      end_ms = @endMs, pinned = @pinned, updated_at = @now, deleted_at = NULL
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
  const dropDraft = db.prepare('DELETE FROM draft WHERE place = ?')

  const KindCount = z.object({ kind: NoteKind, count: z.int() })
  const TagCount = z.object({ tag: z.string(), count: z.int() })
  const EpisodeCount = z
    .object({ episode_id: EpisodeId, ordinal: EpisodeOrdinal, count: z.int() })
    .transform(({ episode_id, ...rest }) => ({ episodeId: episode_id, ...rest }))

  return {
    page: (filter: NoteFilter, order: NoteOrder, offset: number): NoteRow[] =>
      page[order].all({ ...bound(filter), offset }).map((row) => NoteRow.parse(row)),
    /** The newest readable notes that match an FTS5 expression, 50 at most. */
    matching: (showId: ShowId, reach: Reach | null, match: string): NoteRow[] =>
      matching.all({ showId, reach, match }).map((row) => NoteRow.parse(row)),
    pinned: (showId: ShowId, reach: Reach | null, offset: number) => ({
      rows: pinned.all({ showId, reach, offset }).map((row) => NoteRow.parse(row)),
      total: Number(pinnedTotal.get({ showId, reach })),
    }),
    total: (filter: NoteFilter): number => Number(total.get(bound(filter))),
    readable: (showId: ShowId, reach: Reach | null): number => Number(readable.get({ showId, reach })),
    all: (showId: ShowId): number => Number(all.get(showId)),
    kinds: (showId: ShowId, reach: Reach | null) =>
      kinds.all({ showId, reach }).map((row) => KindCount.parse(row)),
    tags: (showId: ShowId, reach: Reach | null) =>
      tags.all({ showId, reach }).map((row) => TagCount.parse(row)),
    episodes: (showId: ShowId, reach: Reach | null) =>
      episodes.all({ showId, reach }).map((row) => EpisodeCount.parse(row)),
    read: (id: NoteId): NoteRow | null => {
      const row = read.get(id)
      return row ? NoteRow.parse(row) : null
    },
    /**
     * Two statements inside the caller's transaction, because one that inserts or updates and returns takes
     * twice as long as both.
     *
     * @returns when it was first and last written; null when the id belongs to a note of another show
     */
    save: (record: NoteRecord): Written | null => {
      const row = kept.get(record.id)
      const now = IsoTime.parse(record.now)
      if (!row) {
        insert.run(record)
        return { createdAt: now, updatedAt: now }
      }
      const { show_id, created_at } = Kept.parse(row)
      if (show_id !== record.showId) return null
      update.run(record)
      return { createdAt: created_at, updatedAt: now }
    },
    draft: (place: DraftPlace): Draft | null => {
      const row = draft.get(place)
      return row ? DraftRow.parse(row) : null
    },
    keepDraft: (wanted: Draft, now: string): void => void keepDraft.run({ ...wanted, now }),
    dropDraft: (place: DraftPlace): void => void dropDraft.run(place),
    remove: (id: NoteId, now: string): boolean => remove.run({ id, now }).changes === 1,
    restore: (id: NoteId): boolean => restore.run({ id }).changes === 1,
  }
}
export type NoteStore = ReturnType<typeof noteStore>
