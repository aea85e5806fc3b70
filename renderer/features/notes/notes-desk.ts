import { AppError } from '@shared/app-error'
import { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Note, NoteDraft } from '@shared/notes/schema'
import { freshId } from '@shared/uuid'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { client } from '../../api/client'
import { toasts } from '../../ui/toasts'
import { createDesk } from './desk'
import { draftOf, sameDraft } from './draft'
import { type Leftover, leftoversOn } from './leftovers'

const now = () => new Date().toISOString()

/** What the library did not take yet. */
export const leftovers = leftoversOn(window.localStorage)

type Parted = (from: NoteId, to: NoteId) => void
const partings = new Set<Parted>()
/** Hears that a note went on under another id. Returns the way to stop. */
export function onParted(heard: Parted): () => void {
  partings.add(heard)
  return () => partings.delete(heard)
}

/** The desk on which this window's notes are written. It outlives the page. */
export const desk = createDesk({
  async save(draft) {
    try {
      const note = await client.notes.save(draft)
      leftovers.drop(draft.id)
      return note.veiled
        ? { savedAt: now(), basis: null }
        : { savedAt: note.updatedAt, basis: note.updatedAt }
    } catch (error) {
      leftovers.keep(draft, now())
      throw error
    }
  },
  isMoved: (failure) => failure instanceof AppError && failure.code === 'note-changed',
  newId: () => NoteId.parse(freshId()),
  onParted(from, to) {
    leftovers.drop(from)
    toasts.show({ text: m.notes_parted(), icon: IconArrowsSplit2 })
    for (const heard of partings) heard(from, to)
  },
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

/** A text from last time for a note that has moved on since becomes a note of its own. */
async function saveLeftover(draft: NoteDraft): Promise<void> {
  try {
    await client.notes.save(draft)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'note-changed') throw error
    await client.notes.save({ ...draft, id: NoteId.parse(freshId()), basis: null })
  }
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
        await saveLeftover(leftover.draft)
        recovered += 1
      }
      leftovers.drop(id)
    } catch {
      // stays where it is until the next time
    }
  }
  return recovered
}
