import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { PictureService } from './picture-service'
import type { PressService } from './press-service'
import type { LibraryService } from './service'
import type { TrackerService } from './tracker-service'

export const libraryHandlers = (
  library: LibraryService,
  press: PressService,
  trackers: TrackerService,
  pictures: PictureService,
): Handlers<typeof coreContract>['library'] => ({
  shows: () => library.shows(),
  show: ({ showId }) => library.show(showId),
  press: ({ showId }) => press.press(showId),
  airDates: ({ showId }) => press.airDates(showId),
  pictures: ({ showId }) => pictures.pictures(showId),
  picture: ({ pictureId }) => pictures.picture(pictureId),
  saveReading: (draft) => trackers.saveReading(draft),
  removeReading: ({ readingId }) => trackers.removeReading(readingId),
  restoreReading: ({ readingId }) => trackers.restoreReading(readingId),
  renameTracker: (renamed) => trackers.renameTracker(renamed),
  removeTracker: ({ trackerId }) => trackers.removeTracker(trackerId),
  restoreTracker: ({ trackerId }) => trackers.restoreTracker(trackerId),
  setWatched: (change) => library.setWatched(change),
  rate: (wanted) => library.rate(wanted),
  setReading: (change) => library.setReading(change),
  setRunning: (change) => library.setRunning(change),
  chooseOrder: (choice) => library.chooseOrder(choice),
  peek: (veil) => press.peek(veil),
  undoWatched: (change) => library.undoWatched(change),
})
