import { NoteDraft } from '@shared/notes/schema'
import { z } from 'zod'

const KEY = 'entracte.unsaved-notes'

const Leftover = z.object({ draft: NoteDraft, at: z.string() })
export type Leftover = z.infer<typeof Leftover>

/** The part of `localStorage` that is needed. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * A second place for what the library did not take: a full disk, or a window that closed before the answer.
 * It is a net and not a store: each text leaves it as soon as the library has it.
 */
export function leftoversOn(shelf: Shelf) {
  const all = (): Leftover[] => {
    try {
      const parsed = z.array(Leftover).safeParse(JSON.parse(shelf.getItem(KEY) ?? '[]'))
      return parsed.success ? parsed.data : []
    } catch {
      return []
    }
  }
  const put = (leftovers: readonly Leftover[]) => {
    try {
      if (leftovers.length === 0) shelf.removeItem(KEY)
      else shelf.setItem(KEY, JSON.stringify(leftovers))
    } catch {
      // the net has a hole as well; the text is still in the window, which says that it is not saved
    }
  }
  const without = (id: string) => all().filter(({ draft }) => draft.id !== id)
  return {
    all,
    keep: (draft: NoteDraft, at: string) => put([...without(draft.id), { draft, at }]),
    drop: (id: string) => {
      const left = all()
      if (left.some(({ draft }) => draft.id === id)) put(left.filter(({ draft }) => draft.id !== id))
    },
  }
}
