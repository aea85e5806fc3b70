import { useShow } from '../../api/current-show'
import { NotesOf } from './notes-of'

/** The notes of the show that is open. */
export default function NotesPage() {
  const { showId } = useShow()
  return showId === null ? null : <NotesOf key={showId} showId={showId} />
}
