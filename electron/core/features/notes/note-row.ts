import { EpisodeId, MemberId, NoteId, ShowId } from '@shared/ids'
import { excerptOf } from '@shared/notes/rules'
import { NoteKind, type NoteRow as NoteRowView, Reaction } from '@shared/notes/schema'
import { IsoTime, Ms } from '@shared/time'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { z } from 'zod'

const Tags = z.array(z.string())
/** Tags as they are kept: JSON. */
export const TagColumn = z.string().transform((json) => Tags.parse(JSON.parse(json)))

export const NoteRow = z.object({
  id: NoteId,
  show_id: ShowId,
  episode_id: EpisodeId.nullable(),
  ordinal: EpisodeOrdinal.nullable(),
  kind: NoteKind,
  reaction: Reaction.nullable(),
  title: z.string(),
  body: z.string(),
  tags: TagColumn,
  at_ms: Ms.nullable(),
  end_ms: Ms.nullable(),
  pinned: z.int().transform((flag) => flag === 1),
  author_id: MemberId.nullable(),
  created_at: IsoTime,
  updated_at: IsoTime,
})
export type NoteRow = z.infer<typeof NoteRow>

/** The columns of `NoteRow`, but for the body. */
export const COLUMNS = `
  note.id, note.show_id, note.episode_id, episode.ordinal, note.kind, note.reaction, note.title, note.tags,
  note.at_ms, note.end_ms, note.pinned, note.author_id, note.created_at, note.updated_at
`

/** A note as it leaves the core, but for its body. `me` is whose a note without an author is. */
export const content = (row: NoteRow, me: MemberId | null) => ({
  id: row.id,
  showId: row.show_id,
  episodeId: row.episode_id,
  ordinal: row.ordinal,
  kind: row.kind,
  reaction: row.reaction,
  title: row.title,
  tags: row.tags,
  atMs: row.at_ms,
  endMs: row.end_ms,
  pinned: row.pinned,
  authorId: row.author_id ?? me,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const toRow = (row: NoteRow, terms: readonly string[], me: MemberId | null): NoteRowView => ({
  ...content(row, me),
  excerpt: excerptOf(row.body, terms),
})
