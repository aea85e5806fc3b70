import type { Note, NoteDraft } from '@shared/notes/schema'
import type { Lifted } from '@shared/veil/schema'

/** What a person can change about a note. */
export type Writing = Omit<NoteDraft, 'id' | 'showId' | 'basis'>

/** A note from disk as a draft. */
export const draftOf = (note: Lifted<Note>): NoteDraft => ({
  id: note.id,
  showId: note.showId,
  episodeId: note.episodeId,
  atMs: note.atMs,
  endMs: note.endMs,
  kind: note.kind,
  reaction: note.reaction,
  title: note.title,
  body: note.body,
  tags: note.tags,
  pinned: note.pinned,
  authorId: note.authorId,
  basis: note.updatedAt,
})

/** Whether there is nothing in it that a person typed. */
export const isBlank = (draft: NoteDraft): boolean =>
  draft.title.trim() === '' && draft.body.trim() === '' && draft.tags.length === 0 && draft.atMs === null

/** A change, kept sound: a range cannot end where it has no beginning, nor before it. */
export function withWriting(draft: NoteDraft, writing: Partial<Writing>): NoteDraft {
  const changed = { ...draft, ...writing }
  const { atMs, endMs } = changed
  return endMs !== null && (atMs === null || endMs <= atMs) ? { ...changed, endMs: null } : changed
}

/** Whether two drafts would be written to disk alike. */
export const sameDraft = (a: NoteDraft, b: NoteDraft): boolean =>
  a.id === b.id &&
  a.episodeId === b.episodeId &&
  a.atMs === b.atMs &&
  a.endMs === b.endMs &&
  a.kind === b.kind &&
  a.reaction === b.reaction &&
  a.title === b.title &&
  a.body === b.body &&
  a.pinned === b.pinned &&
  a.authorId === b.authorId &&
  a.tags.join('\n') === b.tags.join('\n')
