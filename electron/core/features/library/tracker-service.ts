import { AppError } from '@shared/app-error'
import type { ItemId } from '@shared/ids'
import type { ReadingDraft, RenameTracker } from '@shared/library/press-schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from './service'
import { trackerStore } from './tracker-store'

const missing = (what: string) => new AppError('not-found', `no such ${what} of one's own`, { what })

/**
 * What a person reads off the screen themselves, in a tracker of a pack or in one of their own. A reading is stamped
 * with its episode. What a pack brought is never changed.
 */
export function trackerService(context: CoreContext, library: LibraryService) {
  const { db } = context
  const store = trackerStore(db)

  const write = db.transaction((draft: ReadingDraft): void => {
    const { showId, trackerId, newTracker, episodeId } = draft
    library.mustHave(showId)
    const ordinal = library.ordinalOf(showId, episodeId)
    if (ordinal === null) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    if (newTracker) store.addTracker(trackerId, showId, newTracker.name, newTracker.unit, ordinal)
    if (store.showOf(trackerId) !== showId) throw missing('tracker')
    if (!store.saveReading(draft, ordinal, nowIso(context)))
      throw new AppError('invalid-input', 'this id is not a reading of one’s own in this tracker', {
        place: 'id',
      })
  })

  return {
    /** Writes a reading, new or changed. Saving the same draft twice is the same as once. */
    saveReading: (draft: ReadingDraft): void => write.immediate(draft),

    removeReading(id: ItemId): void {
      if (!store.removeReading(id, nowIso(context))) throw missing('reading')
    },

    restoreReading(id: ItemId): void {
      if (!store.restoreReading(id)) throw missing('reading')
    },

    renameTracker({ trackerId, name, unit }: RenameTracker): void {
      if (!store.renameTracker(trackerId, name, unit)) throw missing('tracker')
    },

    /** Removes all readings of a tracker of the person's own, and with them the tracker from every list. */
    removeTracker(trackerId: ItemId): void {
      db.transaction(() => {
        if (!store.isOwn(trackerId) || !store.removeReadings(trackerId, nowIso(context)))
          throw missing('tracker')
      }).immediate()
    },

    restoreTracker(trackerId: ItemId): void {
      if (!store.isOwn(trackerId) || !store.restoreReadings(trackerId)) throw missing('tracker')
    },
  }
}
export type TrackerService = ReturnType<typeof trackerService>
