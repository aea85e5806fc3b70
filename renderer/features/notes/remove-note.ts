import { AppError } from '@shared/app-error'
import type { NoteId } from '@shared/ids'
import { client } from '../../api/client'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toasts'
import { desk, leftovers } from './notes-desk'

/**
 * Takes a note away. What was just typed is saved before, so that undo brings all of it back.
 *
 * @returns `removed`, `dropped` for a note that was never on disk, or `failed`, which has been said
 */
export async function removeNote(id: NoteId): Promise<'removed' | 'dropped' | 'failed'> {
  await desk.flush(id)
  const sheet = desk.sheet(id)
  if (sheet?.state === 'new' || (sheet?.state === 'too-long' && sheet.savedAt === null)) {
    desk.discard(id)
    return 'dropped'
  }
  try {
    await client.notes.remove({ id })
  } catch (error) {
    const cause = error instanceof AppError ? error : new AppError('internal', String(error))
    toasts.show({ text: errorWords(cause).title })
    return 'failed'
  }
  desk.discard(id)
  leftovers.drop(id)
  return 'removed'
}
