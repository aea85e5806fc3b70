import { AppError } from '@shared/app-error'
import type { NoteId, ShowId } from '@shared/ids'
import { plain } from '@shared/notes/plain'
import { excerptOf, parseSearch, phraseSearch, tidyTags } from '@shared/notes/rules'
import type {
  Draft,
  DraftPlace,
  Note,
  NoteDraft,
  NoteFacets,
  NotePage,
  NoteRow as NoteRowView,
  NotesOf,
  OfPins,
  PinPage,
} from '@shared/notes/schema'
import { isSafe, redact, upTo } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, Peeked } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import { type NoteFilter, type NoteRow, noteStore } from './store'

const content = (row: NoteRow) => ({
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
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** What a person wrote. A note opens with its own episode (`ownNotesReach`), one without an episode always. */
export function noteService(context: CoreContext, library: LibraryService) {
  const { db } = context
  const store = noteStore(db)

  const openNotes = (showId: ShowId): Horizon | null => {
    const reach = library.notesReachOf(showId)
    return reach === null ? null : upTo(reach)
  }

  const toNote = (row: NoteRow): Note =>
    redact(row.ordinal, openNotes(row.show_id), () => ({ ...content(row), body: row.body }))

  const toRow = (row: NoteRow, terms: readonly string[]): NoteRowView => ({
    ...content(row),
    excerpt: excerptOf(row.body, terms),
  })

  const missing = () => new AppError('not-found', 'no such note', { what: 'note' })

  const ordinalOf = ({ showId, episodeId }: NoteDraft): EpisodeOrdinal | null => {
    if (episodeId === null) return null
    const ordinal = library.ordinalOf(showId, episodeId)
    if (ordinal === null) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    return ordinal
  }

  // the hottest path of the app: one statement, and the answer is made of what was written
  const write = db.transaction((draft: NoteDraft): Note => {
    library.mustHave(draft.showId)
    const ordinal = ordinalOf(draft)
    const tags = tidyTags(draft.tags)
    const written = store.save({
      ...draft,
      tags: JSON.stringify(tags),
      pinned: draft.pinned ? 1 : 0,
      now: nowIso(context),
    })
    if (!written)
      throw new AppError('invalid-input', 'a note cannot move to another show', { place: 'showId' })
    return redact(ordinal, openNotes(draft.showId), () => ({
      ...draft,
      tags,
      ordinal,
      ...written,
    }))
  })

  return {
    list({ showId, search, kinds, tags, episodeId, order, offset }: NotesOf): NotePage {
      library.mustHave(showId)
      const reach = library.notesReachOf(showId)
      const readable = store.readable(showId, reach)
      const veiled = store.all(showId) - readable
      const { match, terms } = parseSearch(search)
      if (search.trim() !== '' && match === null) return { rows: [], total: 0, readable, veiled }
      const filter: NoteFilter = { showId, reach, match, kinds, tags: tidyTags(tags), episodeId }
      return {
        rows: store.page(filter, order, offset).map((row) => toRow(row, terms)),
        total: store.total(filter),
        readable,
        veiled,
      }
    },

    /** The newest readable notes whose title, words or tags say one of the names, whole. */
    naming(showId: ShowId, names: readonly string[]) {
      const match = phraseSearch(names)
      const rows = match === null ? [] : store.matching(showId, library.notesReachOf(showId), match)
      return rows.map(({ id, kind, title, body, ordinal, at_ms: atMs }) => ({
        id,
        kind,
        title,
        excerpt: excerptOf(body, names),
        ordinal,
        atMs,
      }))
    },

    /** Pinned notes that may be read, in the order of the story; those without an episode come last. */
    pinned({ showId, offset }: OfPins): PinPage {
      library.mustHave(showId)
      const { rows, total } = store.pinned(showId, library.notesReachOf(showId), offset)
      return {
        rows: rows.map(({ id, ordinal, at_ms: atMs, title, body }) => ({
          id,
          ordinal,
          atMs,
          title,
          text: excerptOf(plain(body), []),
        })),
        total,
      }
    },

    facets(showId: ShowId): NoteFacets {
      library.mustHave(showId)
      const reach = library.notesReachOf(showId)
      return {
        kinds: store.kinds(showId, reach),
        tags: store.tags(showId, reach),
        episodes: store.episodes(showId, reach),
      }
    },

    read(id: NoteId): Note {
      const row = store.read(id)
      if (!row) throw missing()
      return toNote(row)
    },

    /** What a note behind the reading line says, for one look. */
    peek(id: NoteId): Peeked {
      const row = store.read(id)
      if (!row) throw missing()
      return { heading: row.title === '' ? null : row.title, text: row.body }
    },

    /** Writes a note, new or changed. Saving the same draft twice is the same as once. */
    save: (draft: NoteDraft): Note => write.immediate(draft),

    /**
     * What is being written in a place. None where the draft is about an episode whose notes are not open: the line
     * was moved back since.
     */
    draft(place: DraftPlace): Draft | null {
      const found = store.draft(place)
      if (!found || found.episodeId === null) return found
      const ordinal = library.ordinalOf(found.showId, found.episodeId)
      return ordinal !== null && isSafe(ordinal, openNotes(found.showId)) ? found : null
    },

    /** Keeps what is being written; an empty draft is none. */
    keepDraft(draft: Draft): void {
      library.mustHave(draft.showId)
      if (draft.episodeId !== null && library.ordinalOf(draft.showId, draft.episodeId) === null)
        throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
      if (draft.body.trim() === '') store.dropDraft(draft.place)
      else store.keepDraft(draft, nowIso(context))
    },

    dropDraft: (place: DraftPlace): void => store.dropDraft(place),

    remove(id: NoteId): void {
      if (!store.remove(id, nowIso(context))) throw missing()
    },

    restore(id: NoteId): void {
      if (!store.restore(id)) throw missing()
    },
  }
}
export type NoteService = ReturnType<typeof noteService>
