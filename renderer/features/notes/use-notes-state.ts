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

/** The filters and the open note, as they were; a note that was asked for is open, and nothing filters it away. */
export function useNotesState(showId: ShowId, asked: NoteId | null) {
  const kept = left.get(showId)
  const [state, setState] = useState<NotesState>(
    asked === null && kept ? kept : { filters: NO_FILTERS, selected: asked, place: -1 },
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
