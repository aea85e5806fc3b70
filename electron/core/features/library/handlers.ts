import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { PressService } from './press-service'
import type { LibraryService } from './service'

export const libraryHandlers = (
  library: LibraryService,
  press: PressService,
): Handlers<typeof coreContract>['library'] => ({
  shows: () => library.shows(),
  show: ({ showId }) => library.show(showId),
  press: ({ showId }) => press.press(showId),
  setWatched: (change) => library.setWatched(change),
  setReading: (change) => library.setReading(change),
  setRunning: (change) => library.setRunning(change),
  chooseOrder: (choice) => library.chooseOrder(choice),
  peek: (veil) => press.peek(veil),
  undoWatched: (change) => library.undoWatched(change),
})
