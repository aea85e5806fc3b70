import { AppError } from '@shared/app-error'
import type { Note } from '@shared/notes/schema'
import { client } from '../../api/client'
import { createDesk } from './desk'
import { draftOf, sameDraft } from './draft'
import { type Leftover, leftoversOn } from './leftovers'

const now = () => new Date().toISOString()

/** What the library did not take yet. */
export const leftovers = leftoversOn(window.localStorage)

/** The desk on which this window's notes are written. It outlives the page. */
export const desk = createDesk(async (draft) => {
  try {
    const note = await client.notes.save(draft)
    leftovers.drop(draft.id)
    return note.veiled ? now() : note.updatedAt
  } catch (error) {
    leftovers.keep(draft, now())
    throw error
  }
})

window.addEventListener('beforeunload', () => {
  for (const draft of desk.unsaved()) leftovers.keep(draft, now())
  void desk.flushAll()
})
document.addEventListener('visibilitychange', () => {
  if (document.hidden) void desk.flushAll()
})

/** Whether the library has this text, or a later one. */
function isTaken(note: Note | null, { draft, at }: Leftover): boolean {
  if (note === null || note.veiled) return false
  return sameDraft(draftOf(note), draft) || note.updatedAt >= at
}

/**
 * Gives the library what it did not take the last time.
 *
 * @returns how many notes it has now and had not before
 */
export async function recoverLeftovers(): Promise<number> {
  let recovered = 0
  for (const leftover of leftovers.all()) {
    const { id } = leftover.draft
    if (desk.sheet(id)) continue
    try {
      const note = await client.notes.read({ id }).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not-found') return null
        throw error
      })
      if (!isTaken(note, leftover)) {
        await client.notes.save(leftover.draft)
        recovered += 1
      }
      leftovers.drop(id)
    } catch {
      // stays where it is until the next time
    }
  }
  return recovered
}
