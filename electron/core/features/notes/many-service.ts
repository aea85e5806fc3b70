import type { NoteId, ShowId } from '@shared/ids'
import type { PinNotes, SomeNotes, TagNotes, TrashOf } from '@shared/notes/many-schema'
import { tidyTags } from '@shared/notes/rules'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import type { MemberService } from '../members/service'
import { manyStore } from './many-store'
import { toRow } from './note-row'

/**
 * What a person does to many notes at once, each in one transaction, and the trash. Notes behind the reading line are
 * passed over: what an action answers about them would tell what they say.
 */
export function manyService(
  context: CoreContext,
  library: LibraryService,
  members: Pick<MemberService, 'me'>,
) {
  const { db } = context
  const store = manyStore(db)
  type Named = Parameters<typeof store.remove>[0]

  const inEachShow = (noteIds: readonly NoteId[], act: (named: Named) => NoteId[]): SomeNotes =>
    db
      .transaction(() => {
        const now = nowIso(context)
        const changed = store
          .shows(noteIds)
          .flatMap((showId) => act({ noteIds, showId, reach: library.notesReachOf(showId), now }))
        return { noteIds: changed }
      })
      .immediate()

  return {
    /** @returns the notes that did not have the tag, or had it; so with the others the notes that were changed */
    tag({ noteIds, tag, on }: TagNotes): SomeNotes {
      const [word = tag] = tidyTags([tag])
      return inEachShow(noteIds, (named) => (on ? store.tag(named, word) : store.untag(named, word)))
    },
    pin: ({ noteIds, pinned }: PinNotes): SomeNotes =>
      inEachShow(noteIds, (named) => store.pin(named, pinned)),
    remove: ({ noteIds }: SomeNotes): SomeNotes => inEachShow(noteIds, store.remove),
    restore: ({ noteIds }: SomeNotes): SomeNotes => inEachShow(noteIds, store.restore),

    /** What was deleted of a show, 200 at most. */
    trash(showId: ShowId): TrashOf {
      library.mustHave(showId)
      const reach = library.notesReachOf(showId)
      const { readable, all } = store.counts(showId, reach)
      const me = members.me()?.id ?? null
      return {
        rows: store
          .trash(showId, reach)
          .map(({ deleted_at, ...row }) => ({ note: toRow(row, [], me), deletedAt: deleted_at })),
        total: readable,
        veiled: all - readable,
      }
    },

    /** Deletes the trash of a show for good, what is veiled in it included. @returns how many notes that were */
    empty(showId: ShowId): number {
      library.mustHave(showId)
      return store.empty(showId)
    },
  }
}
export type ManyService = ReturnType<typeof manyService>
