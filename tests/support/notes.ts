import { type EpisodeId, NoteId, type ShowId } from '../../shared/ids'
import { blankNote } from '../../shared/notes/blank-note'
import type { NoteDraft } from '../../shared/notes/schema'
import type { TestCore } from './core'

/** A core with the bundled show, its first season watched, and short ways to write into it. */
export async function noteDesk(core: TestCore) {
  const { showId } = await core.client.exchange.start({
    packId: 'emily-in-paris',
    watchedThrough: 10 as never,
  })
  const episodeIds = core.db.prepare<[], EpisodeId>('SELECT id FROM episode ORDER BY ordinal').pluck().all()
  const draft = (over: Partial<NoteDraft> = {}): NoteDraft => ({
    ...blankNote(NoteId.parse(core.newId()), showId),
    ...over,
  })
  const list = (over: object = {}) =>
    core.client.notes.list({
      showId: showId as ShowId,
      search: '',
      kinds: [],
      tags: [],
      episodeId: null,
      order: 'newest',
      offset: 0,
      ...over,
    })
  return {
    showId,
    episodeIds,
    draft,
    list,
    write: async (over: Partial<NoteDraft> = {}): Promise<NoteId> => {
      const note = draft(over)
      await core.client.notes.save(note)
      return note.id
    },
    titles: async (over: object = {}) => (await list(over)).rows.map(({ title }) => title),
  }
}
export type NoteDesk = Awaited<ReturnType<typeof noteDesk>>
