import type { NoteId } from '@shared/ids'
import { useEffect, useSyncExternalStore } from 'react'
import { useAsk } from '../../api/ask'
import type { Sheet } from './desk'
import { draftOf } from './draft'
import { desk } from './notes-desk'

/** A note as it lies on the desk; undefined before it is laid there. */
export const useSheet = (id: NoteId | null): Sheet | undefined =>
  useSyncExternalStore(desk.subscribe, () => (id === null ? undefined : desk.sheet(id)))

/** Reads a note and lays it on the desk. A new one, which is on no disk yet, lies there already. */
export function useOpenNote(id: NoteId) {
  const sheet = useSheet(id)
  const isNew = sheet?.state === 'new'
  const note = useAsk('notes', 'read', { id }, { enabled: !isNew })
  const { data } = note
  useEffect(() => {
    if (data && !data.veiled && data.id === id) desk.adopt(draftOf(data), data.updatedAt)
  }, [data, id])
  // what was typed is saved at once when another note is opened or the page is left
  useEffect(
    () => () => {
      if (desk.sheet(id)?.state === 'new') desk.discard(id)
      else void desk.flush(id)
    },
    [id],
  )
  return { sheet, note }
}
