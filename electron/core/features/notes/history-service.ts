import { AppError } from '@shared/app-error'
import type { EpisodeId, NoteId, ShowId } from '@shared/ids'
import type { NoteHistory, NoteVersion, OfVersion, RestoredVersion } from '@shared/notes/many-schema'
import { isKept } from '@shared/notes/rules'
import { isSafe, redact, upTo } from '@shared/veil/rules'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import type { NoteRow } from './note-row'
import type { NoteStore, Standing } from './store'
import { versionStore } from './version-store'

/** What changes a note's words, its place and its tags; not its pin. */
type Words = Pick<Standing, 'kind' | 'title' | 'body' | 'tags' | 'episode_id' | 'at_ms' | 'end_ms'>

/** Whether two states of a note say the same. */
export const sayTheSame = (a: Words, b: Words): boolean =>
  a.title === b.title &&
  a.body === b.body &&
  a.tags === b.tags &&
  a.kind === b.kind &&
  a.episode_id === b.episode_id &&
  a.at_ms === b.at_ms &&
  a.end_ms === b.end_ms

/** What notes said before, and the way back to it. */
export function historyService(context: CoreContext, library: LibraryService, notes: NoteStore) {
  const { db } = context
  const store = versionStore(db)
  const missing = (what: string) => new AppError('not-found', `no such ${what}`, { what })

  /** A version is as secret as the note was then; one of an episode that is gone is as secret as can be. */
  const stampOf = (showId: ShowId, episodeId: EpisodeId | null): EpisodeOrdinal | null | undefined =>
    episodeId === null ? null : (library.ordinalOf(showId, episodeId) ?? undefined)

  const openNotes = (showId: ShowId) => {
    const reach = library.notesReachOf(showId)
    return reach === null ? null : upTo(reach)
  }
  const openNote = (id: NoteId): NoteRow => {
    const row = notes.read(id)
    if (!row || !isSafe(row.ordinal, openNotes(row.show_id))) throw missing('note')
    return row
  }
  const versionOf = ({ id, version }: OfVersion) => {
    const row = store.one(id, version)
    if (!row) throw missing('version')
    return row
  }

  /** Keeps what a note says now. */
  const keep = (id: NoteId, standing: Standing, now: string): number => store.keep(id, standing, now)

  const restore = db.transaction(({ id, version }: OfVersion): RestoredVersion => {
    const note = openNote(id)
    const row = versionOf({ id, version })
    const stamp = stampOf(note.show_id, row.episode_id)
    if (!isSafe(stamp, openNotes(note.show_id))) throw missing('version')
    const standing = notes.standing(id)
    if (!standing) throw missing('note')
    const record = {
      kind: row.kind,
      title: row.title,
      body: row.body,
      tags: JSON.stringify(row.tags),
      episode_id: row.episode_id,
      at_ms: row.at_ms,
      end_ms: row.end_ms,
    }
    if (sayTheSame(standing, record)) return { kept: null }
    const now = nowIso(context)
    const kept = keep(id, standing, now)
    notes.change({
      id,
      showId: note.show_id,
      episodeId: row.episode_id,
      kind: row.kind,
      reaction: row.kind === 'reaction' ? note.reaction : null,
      title: row.title,
      body: row.body,
      tags: record.tags,
      atMs: row.at_ms,
      endMs: row.end_ms,
      pinned: note.pinned ? 1 : 0,
      authorId: note.author_id,
      now,
    })
    return { kept }
  })

  return {
    /** Keeps what a note says, when it stood long enough, before other words take its place. */
    beforeChange(id: NoteId, standing: Standing, now: string): void {
      if (standing.title === '' && standing.body === '') return
      const last = store.newest(id) ?? standing.created_at
      if (isKept(Date.parse(last), Date.parse(now))) keep(id, standing, now)
    },

    /** @throws AppError `not-found`, also for a note that is veiled */
    history(id: NoteId): NoteHistory {
      const note = openNote(id)
      const horizon = openNotes(note.show_id)
      const heads = store.heads(id)
      const open = heads.filter((head) => isSafe(stampOf(note.show_id, head.episode_id), horizon))
      return {
        versions: open.map(({ seq, written_at, kept_at }) => ({
          version: seq,
          writtenAt: written_at,
          keptAt: kept_at,
        })),
        veiled: heads.length - open.length,
      }
    },

    /** @throws AppError `not-found` */
    version(wanted: OfVersion): NoteVersion {
      const note = openNote(wanted.id)
      const row = versionOf(wanted)
      return redact(stampOf(note.show_id, row.episode_id), openNotes(note.show_id), () => ({
        version: row.seq,
        writtenAt: row.written_at,
        keptAt: row.kept_at,
        kind: row.kind,
        title: row.title,
        body: row.body,
        tags: row.tags,
        episodeId: row.episode_id,
        atMs: row.at_ms,
        endMs: row.end_ms,
      }))
    },

    /** Brings a version back, and keeps what the note says now, however short it stood. */
    restore: (wanted: OfVersion): RestoredVersion => restore.immediate(wanted),
  }
}
export type HistoryService = ReturnType<typeof historyService>
