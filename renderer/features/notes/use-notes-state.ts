import type { NoteId, ShowId } from '@shared/ids'
import { useCallback, useState } from 'react'
import { type Filters, NO_FILTERS } from './filters'

interface NotesState {
  readonly filters: Filters
  readonly selected: NoteId | null
  /** Where in the list the open note lies, to come back to; -1 when it is not in it. */
  readonly place: number
}

/** What the page looked like when it was left, for each show, while the window is open. */
const left = new Map<ShowId, NotesState>()

/** The filters and the open note, as they were. */
export function useNotesState(showId: ShowId) {
  const [state, setState] = useState<NotesState>(
    left.get(showId) ?? { filters: NO_FILTERS, selected: null, place: -1 },
  )
  const set = useCallback(
    (change: Partial<NotesState>) =>
      setState((before) => {
        const next = { ...before, ...change }
        left.set(showId, next)
        return next
      }),
    [showId],
  )
  return { ...state, set }
}
