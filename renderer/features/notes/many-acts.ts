import { AppError } from '@shared/app-error'
import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { SomeNotes } from '@shared/notes/many-schema'
import { IconPin, IconTag, IconTrash } from '@tabler/icons-react'
import { client } from '../../api/client'
import type { IconDrawing } from '../../ui/icon'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { wholeNumber } from '../../ui/words'
import { desk, leftovers } from './notes-desk'

interface Act {
  readonly run: () => Promise<SomeNotes>
  readonly undo: (changed: SomeNotes) => Promise<unknown>
  readonly words: (values: { count: number; digits: string }) => string
  readonly icon: IconDrawing
}

const toAppError = (error: unknown) =>
  error instanceof AppError ? error : new AppError('internal', String(error))

/**
 * Does something to many notes and offers one undo for all of them, which touches only those that were changed. What
 * is being typed is saved before.
 *
 * @returns the notes that were changed; null when nothing could be done, which has been said
 */
async function act({ run, undo, words, icon }: Act): Promise<SomeNotes | null> {
  try {
    await desk.flushAll()
    const changed = await run()
    const count = changed.noteIds.length
    const back = () => void undo(changed).catch((error) => sayRefusal(toAppError(error)))
    toasts.show({
      text: words({ count, digits: wholeNumber(count) }),
      icon,
      key: 'many-notes',
      ...(count > 0 ? { undo: back } : {}),
    })
    return changed
  } catch (error) {
    sayRefusal(toAppError(error))
    return null
  }
}

export const tagMany = (noteIds: NoteId[], tag: string, on: boolean) =>
  act({
    run: () => client.notes.tagMany({ noteIds, tag, on }),
    undo: (changed) => client.notes.tagMany({ ...changed, tag, on: !on }),
    words: (values) =>
      on ? m.notes_many_tagged({ ...values, tag }) : m.notes_many_untagged({ ...values, tag }),
    icon: IconTag,
  })

export const pinMany = (noteIds: NoteId[], pinned: boolean) =>
  act({
    run: () => client.notes.pinMany({ noteIds, pinned }),
    undo: (changed) => client.notes.pinMany({ ...changed, pinned: !pinned }),
    words: pinned ? m.notes_many_pinned : m.notes_many_unpinned,
    icon: IconPin,
  })

export async function removeMany(noteIds: NoteId[]): Promise<SomeNotes | null> {
  const removed = await act({
    run: () => client.notes.removeMany({ noteIds }),
    undo: (changed) => client.notes.restoreMany(changed),
    words: m.notes_many_deleted,
    icon: IconTrash,
  })
  for (const id of removed?.noteIds ?? []) {
    desk.discard(id)
    leftovers.drop(id)
  }
  return removed
}
