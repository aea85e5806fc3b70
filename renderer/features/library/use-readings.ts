import type { ItemId } from '@shared/ids'
import type { ReadingDraft, RenameTracker } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'

/** What a person can do with readings of their own. Everything can be undone from its toast. */
export function useReadings() {
  const { mutate: save } = useTell('library', 'saveReading')
  const { mutate: remove } = useTell('library', 'removeReading')
  const { mutate: restore } = useTell('library', 'restoreReading')
  const { mutate: rename } = useTell('library', 'renameTracker')
  const { mutate: removeTracker } = useTell('library', 'removeTracker')
  const { mutate: restoreTracker } = useTell('library', 'restoreTracker')
  const onError = sayRefusal
  const tell = (text: string, undo: () => void, icon = IconCheck) =>
    toasts.show({ key: 'reading', icon, text, undo })

  return {
    /** @param episode what the toast calls its episode */
    add(draft: ReadingDraft, episode: string, onDone: () => void) {
      const undo = () => remove({ readingId: draft.id }, { onError })
      save(draft, {
        onError,
        onSuccess: () => {
          tell(m.library_reading_added({ episode }), undo)
          onDone()
        },
      })
    },
    change(draft: ReadingDraft, before: ReadingDraft, onDone: () => void) {
      save(draft, {
        onError,
        onSuccess: () => {
          tell(m.library_reading_changed(), () => save(before, { onError }))
          onDone()
        },
      })
    },
    remove(readingId: ItemId) {
      const undo = () => restore({ readingId }, { onError })
      remove({ readingId }, { onError, onSuccess: () => tell(m.library_reading_removed(), undo, IconTrash) })
    },
    rename(renamed: RenameTracker, before: RenameTracker) {
      rename(renamed, {
        onError,
        onSuccess: () =>
          tell(m.library_tracker_renamed({ name: renamed.name.trim() }), () => rename(before, { onError })),
      })
    },
    removeTracker(trackerId: ItemId, name: string) {
      const undo = () => restoreTracker({ trackerId }, { onError })
      removeTracker(
        { trackerId },
        { onError, onSuccess: () => tell(m.library_tracker_removed({ name }), undo, IconTrash) },
      )
    },
  }
}
