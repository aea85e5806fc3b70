import { NoteId } from '@shared/ids'
import { useSearch } from '@tanstack/react-router'
import { useShow } from '../../api/current-show'
import { NotesOf } from './notes-of'

/** The notes of the show that is open. */
export default function NotesPage() {
  const { showId } = useShow()
  const { note } = useSearch({ from: '/notes' })
  const asked = NoteId.safeParse(note)
  return showId === null ? null : (
    <NotesOf key={`${showId} ${note}`} showId={showId} asked={asked.success ? asked.data : null} />
  )
}
