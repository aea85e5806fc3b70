import { AppError } from '@shared/app-error'
import type { NoteId, RoleId, ShowId } from '@shared/ids'
import { blankNote } from '@shared/notes/blank-note'
import { plain } from '@shared/notes/plain'
import { excerptOf, parseSearch, phraseSearch, tidyTags } from '@shared/notes/rules'
import type {
  Draft,
  DraftPlace,
  DropDraft,
  Note,
  NoteDraft,
  NoteFacets,
  NoteIdsOf,
  NotePage,
  NotesOf,
  OfPins,
  PinPage,
} from '@shared/notes/schema'
import { isSafe, redact, upTo } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, Peeked } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { CastService } from '../cast/service'
import type { LibraryService } from '../library/service'
import type { MemberService } from '../members/service'
import { noteEntries } from './entries'
import { type Found, noteFinder } from './finder'
import { type HistoryService, historyService, sayTheSame } from './history-service'
import { type ManyService, manyService } from './many-service'
import { content, type NoteRow, toRow } from './note-row'
import { type NoteRecord, noteStore } from './store'
import { noteTerms } from './terms'

/** How many rows a list answers at once. */
const PAGE = 100

interface Neighbours {
  readonly library: LibraryService
  readonly cast: Pick<CastService, 'openRole'>
  readonly members: Pick<MemberService, 'me' | 'has'>
}

/** What a person wrote. A note opens with its own episode (`ownNotesReach`), one without an episode always. */
export function noteService(context: CoreContext, { library, cast, members }: Neighbours) {
  const { db } = context
  const store = noteStore(db)
  const finder = noteFinder(db, noteEntries(db))
  const spell = noteTerms(db)
  const history: HistoryService = historyService(context, library, store)
  const many: ManyService = manyService(context, library, members)

  const me = () => members.me()?.id ?? null

  const openNotes = (showId: ShowId): Horizon | null => {
    const reach = library.notesReachOf(showId)
    return reach === null ? null : upTo(reach)
  }

  const toNote = (row: NoteRow): Note =>
    redact(row.ordinal, openNotes(row.show_id), () => ({ ...content(row, me()), body: row.body }))

  /** The words that say a role, as an expression; null when there are none or the role may not be named. */
  const namesOf = (showId: ShowId, roleId: RoleId): string | null => {
    const role = cast.openRole(roleId)
    return role && role.showId === showId
      ? phraseSearch([...new Set([role.name.name, role.name.shortName])])
      : null
  }

  const NONE: Found = { total: 0, more: false, seqs: () => [] }
  const find = ({ search, roleId, tags, offset: _offset, ...wanted }: NotesOf): Found => {
    const { match: typed } = parseSearch(search, spell)
    if (search.trim() !== '' && typed === null) return NONE
    const named = roleId === null ? null : namesOf(wanted.showId, roleId)
    if (roleId !== null && named === null) return NONE
    const match = typed !== null && named !== null ? `(${typed}) AND (${named})` : (typed ?? named)
    const reach = library.notesReachOf(wanted.showId)
    return finder.find({ ...wanted, reach, match, tags: tidyTags(tags), me: me() })
  }

  const missing = () => new AppError('not-found', 'no such note', { what: 'note' })

  const ordinalOf = ({
    showId,
    episodeId,
  }: Pick<NoteDraft, 'showId' | 'episodeId'>): EpisodeOrdinal | null => {
    if (episodeId === null) return null
    const ordinal = library.ordinalOf(showId, episodeId)
    if (ordinal === null) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    return ordinal
  }

  // the hottest path of the app: one statement, and the answer is made of what was written. The fields are named,
  // because a rest of an object with so many takes longer than all the rules here
  const write = db.transaction((draft: NoteDraft): Note => {
    const { id, showId, episodeId, kind, reaction, title, body, atMs, endMs, pinned } = draft
    library.mustHave(showId)
    const ordinal = ordinalOf(draft)
    if (draft.authorId !== null && !members.has(draft.authorId))
      throw new AppError('not-found', 'no such member', { what: 'member' })
    const authorId = draft.authorId ?? me()
    const tags = tidyTags(draft.tags)
    const now = nowIso(context)
    const words = { id, showId, episodeId, kind, reaction, title, body, atMs, endMs, authorId }
    const record: NoteRecord = { ...words, tags: JSON.stringify(tags), pinned: pinned ? 1 : 0, now }
    const standing = store.standing(id)
    if (standing) {
      const same = sayTheSame(standing, { ...record, episode_id: episodeId, at_ms: atMs, end_ms: endMs })
      if (standing.show_id !== showId)
        throw new AppError('invalid-input', 'a note cannot move to another show', { place: 'showId' })
      if (draft.basis !== null && draft.basis !== standing.updated_at && !same)
        throw new AppError('note-changed', 'the note was changed elsewhere', {})
      if (!same) history.beforeChange(id, standing, now)
      store.change(record)
    } else store.add(record)
    const createdAt = standing?.created_at ?? now
    return redact(ordinal, openNotes(showId), () => ({
      ...words,
      tags,
      pinned,
      ordinal,
      createdAt,
      updatedAt: now,
    }))
  })

  const keepAsNote = ({ noteId: id, place: _place, showId, ...draft }: Draft): void => {
    // saved already, and only the draft was left behind
    if (store.standing(id)) return
    write(blankNote(id, showId, draft))
  }

  return {
    history,
    many,

    list(wanted: NotesOf): NotePage {
      library.mustHave(wanted.showId)
      const { terms } = parseSearch(wanted.search)
      const found = find(wanted)
      const page = found.seqs(wanted.offset, wanted.offset + PAGE)
      const { readable, all } = finder.counts(wanted.showId, library.notesReachOf(wanted.showId), me())
      return {
        rows: store.rows(page, terms.length > 0).map((row) => toRow(row, terms, me())),
        total: found.total,
        more: found.more,
        readable,
        veiled: all - readable,
      }
    },

    /** The ids of a stretch of a list. */
    ids({ count, ...wanted }: NoteIdsOf): NoteId[] {
      library.mustHave(wanted.showId)
      return store.ids(find(wanted).seqs(wanted.offset, wanted.offset + count))
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
      const {
        all: _all,
        readable: _readable,
        ...facets
      } = finder.counts(showId, library.notesReachOf(showId), me())
      return facets
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

    /**
     * Keeps what is being written; an empty draft is none. What another hand had begun in the same place becomes a
     * note: it waited where nobody saw it, because the line was moved back, or in another window.
     */
    keepDraft(draft: Draft): void {
      db.transaction(() => {
        library.mustHave(draft.showId)
        ordinalOf(draft)
        const other = store.draft(draft.place)
        if (other && other.noteId !== draft.noteId) keepAsNote(other)
        if (draft.body.trim() === '') store.dropDraft(draft)
        else store.keepDraft(draft, nowIso(context))
      }).immediate()
    },

    dropDraft: (wanted: DropDraft): void => store.dropDraft(wanted),

    remove(id: NoteId): void {
      if (!store.remove(id, nowIso(context))) throw missing()
    },

    restore(id: NoteId): void {
      if (!store.restore(id)) throw missing()
    },
  }
}
export type NoteService = ReturnType<typeof noteService>
