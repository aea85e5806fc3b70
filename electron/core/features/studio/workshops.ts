import { AppError } from '@shared/app-error'
import { ItemId, type ShowId } from '@shared/ids'
import type { WorkshopId } from '@shared/studio/schema'

/** Workshops that may be open at once: a window has one, and what a crashed page left open goes first. */
const MOST = 4

/**
 * The shows that a person reads whole right now. To edit is to read everything, so this is the one place beside
 * the reading line that opens texts: only by an explicit word, only for one show, only until it is closed or the
 * core ends. The id cannot be guessed, so that no other query comes in by it.
 */
export function openWorkshops(newId: () => string) {
  const open = new Map<WorkshopId, ShowId>()
  return {
    open(showId: ShowId): WorkshopId {
      const id = ItemId.parse(newId())
      open.set(id, showId)
      for (const oldest of [...open.keys()].slice(0, -MOST)) open.delete(oldest)
      return id
    },
    close: (id: WorkshopId): void => void open.delete(id),
    /** Closes every workshop of a show. */
    closeOf(showId: ShowId): void {
      for (const [id, its] of open) if (its === showId) open.delete(id)
    },
    /** @throws AppError `workshop-closed`: nobody has opened this one, or it was closed */
    showOf(id: WorkshopId): ShowId {
      const showId = open.get(id)
      if (!showId) throw new AppError('workshop-closed', 'this workshop is not open')
      return showId
    },
  }
}
