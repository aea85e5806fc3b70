import type { BoardId } from '@shared/ids'
import type { BoardStore } from './store'

/** Changes of a board of which it is remembered what they touched. */
const MOST = 300
const NOTHING: ReadonlySet<string> = new Set()

interface Recent {
  /** Everything after this change is remembered. */
  floor: number
  readonly changes: { readonly seq: number; readonly touched: ReadonlySet<string> | null }[]
}

/** What the last changes of boards have touched: whoever keeps an answer makes only that anew. */
export function recentChanges(store: Pick<BoardStore, 'lastSeq' | 'seqBefore'>) {
  const boards = new Map<BoardId, Recent>()
  const of = (id: BoardId): Recent => {
    const known = boards.get(id)
    if (known) return known
    const recent = { floor: store.lastSeq(id), changes: [] }
    boards.set(id, recent)
    return recent
  }

  return {
    /** To be called within the transaction of a change, after it was appended. */
    note(id: BoardId, touched: ReadonlySet<string> | null): void {
      const seq = store.lastSeq(id)
      const recent = of(id)
      if (recent.floor === seq) return
      // a change of which nobody told, or one that was taken back: what lies before is not known
      if (store.seqBefore(id, seq) !== (recent.changes.at(-1)?.seq ?? recent.floor)) {
        recent.changes.length = 0
        recent.floor = seq
        return
      }
      recent.changes.push({ seq, touched })
      if (recent.changes.length > MOST) recent.floor = recent.changes.shift()?.seq ?? seq
    },

    /** The cards that were touched after a change, by its number in the log; null when nobody knows. */
    since(id: BoardId, seq: number): ReadonlySet<string> | null {
      const { floor, changes } = of(id)
      const now = store.lastSeq(id)
      if (seq === now) return NOTHING
      if (seq < floor || seq > now || changes.at(-1)?.seq !== now) return null
      const touched = new Set<string>()
      for (const change of changes) {
        if (change.seq <= seq) continue
        if (change.touched === null) return null
        for (const card of change.touched) touched.add(card)
      }
      return touched
    },
  }
}
