import { m } from '@shared/messages'
import type { NoteKind } from '@shared/notes/schema'

/** Many of a kind, for the filter. */
export const KIND_WORDS: Readonly<Record<NoteKind, () => string>> = {
  note: m.notes_kind_note,
  quote: m.notes_kind_quote,
  question: m.notes_kind_question,
  reaction: m.notes_kind_reaction,
}

/** One of a kind, for the note itself. */
export const ONE_KIND_WORDS: Readonly<Record<NoteKind, () => string>> = {
  note: m.notes_one_note,
  quote: m.notes_one_quote,
  question: m.notes_one_question,
  reaction: m.notes_one_reaction,
}
