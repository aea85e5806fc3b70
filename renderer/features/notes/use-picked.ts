import type { NoteId } from '@shared/ids'
import { MOST_AT_ONCE } from '@shared/notes/schema'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../api/client'
import type { NoteQuery } from './filters'

const NONE: ReadonlySet<NoteId> = new Set()

export interface Picked {
  /** The notes that an action takes together; empty while one is open alone. */
  readonly ids: ReadonlySet<NoteId>
  /** One note is chosen; what was picked is let go, and the next stretch begins here. */
  one(index: number): void
  /** Takes one more, or one less. The open note is the first of those that are picked. */
  toggle(index: number, id: NoteId, open: NoteId | null): void
  /** Takes everything from where the stretch began; that is the open note when nothing was picked. */
  span(index: number, open: number): void
  /** Takes the whole list, up to ten thousand. */
  all(): void
  clear(): void
}

/** Which notes of a list are picked. A change of the list lets them go. */
export function usePicked(query: NoteQuery): Picked {
  const [ids, setIds] = useState(NONE)
  const anchor = useRef(0)
  const asked = useRef(0)
  const list = JSON.stringify(query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list lets go
  useEffect(() => {
    asked.current += 1
    setIds(NONE)
  }, [list])
  const take = async (offset: number, count: number) => {
    asked.current += 1
    const turn = asked.current
    const found = await client.notes.ids({ ...query, offset, count }).catch(() => [])
    // a later answer must not be covered by an earlier one
    if (turn === asked.current) setIds(new Set(found))
  }
  return {
    ids,
    one(index) {
      anchor.current = index
      asked.current += 1
      setIds(NONE)
    },
    toggle(index, id, open) {
      anchor.current = index
      asked.current += 1
      setIds((before) => {
        const next = new Set(before.size === 0 && open !== null && open !== id ? [open] : before)
        if (!next.delete(id)) next.add(id)
        return next
      })
    },
    span(index, open) {
      if (ids.size === 0 && open >= 0) anchor.current = open
      const from = Math.min(anchor.current, index)
      const count = Math.min(MOST_AT_ONCE, Math.abs(anchor.current - index) + 1)
      void take(from, count)
    },
    all: () => void take(0, MOST_AT_ONCE),
    clear() {
      asked.current += 1
      setIds(NONE)
    },
  }
}
