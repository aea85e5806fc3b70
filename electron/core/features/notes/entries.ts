import type { EpisodeId, MemberId, ShowId } from '@shared/ids'
import type { NoteKind, NoteOrder } from '@shared/notes/schema'
import type { Database } from '../../db/database'

/**
 * What filters look at. Notes share profiles: a hundred thousand of them have a few thousand, so a filter is asked of
 * each profile once, and of a note only which one it has.
 */
export interface Profile {
  /** 0 for a note on the whole show. */
  readonly ordinal: number
  readonly episodeId: EpisodeId | null
  readonly kind: NoteKind
  readonly pinned: boolean
  /** A moment that was marked and says nothing yet. */
  readonly toWrite: boolean
  readonly authorId: MemberId | null
  readonly tags: readonly string[]
}

/** What lists need to know of a note: everything but its words. */
interface Entry {
  readonly seq: number
  readonly profile: number
  readonly ordinal: number
  readonly atMs: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

type Raw = readonly [
  seq: number,
  showId: string,
  ordinal: number | null,
  episodeId: string | null,
  kind: string,
  pinned: number,
  toWrite: number,
  authorId: string | null,
  tags: string,
  atMs: number | null,
  createdAt: string,
  updatedAt: string,
]

const ENTRY = `
  SELECT note.seq, note.show_id, episode.ordinal, note.episode_id, note.kind, note.pinned,
    note.reaction IS NULL AND note.title = '' AND note.body = '', note.author_id, note.tags, note.at_ms,
    note.created_at, note.updated_at
  FROM note
  LEFT JOIN episode ON episode.id = note.episode_id
`
/** More notes than this at once, and everything is read anew: it costs the same. */
const MOST_TOUCHED = 2000

const byTime = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const last = Number.POSITIVE_INFINITY
const ORDERS: Record<NoteOrder, (a: Entry, b: Entry) => number> = {
  episode: (a, b) =>
    (a.ordinal || last) - (b.ordinal || last) ||
    (a.atMs ?? last) - (b.atMs ?? last) ||
    byTime(a.createdAt, b.createdAt) ||
    a.seq - b.seq,
  newest: (a, b) => byTime(b.createdAt, a.createdAt) || b.seq - a.seq,
  edited: (a, b) => byTime(b.updatedAt, a.updatedAt) || b.seq - a.seq,
}
/** `a - b` of two infinities is no number, and means that they are equal. */
const inOrder = (order: NoteOrder) => (a: Entry, b: Entry) => ORDERS[order](a, b) || 0

/** The profiles of a show, each once, numbered from 0. */
function profileBook() {
  const profiles: Profile[] = []
  const known = new Map<string, number>()
  return {
    profiles,
    numberOf([, , ordinal, episodeId, kind, pinned, toWrite, authorId, tags]: Raw): number {
      const key = `${episodeId} ${ordinal} ${kind} ${pinned} ${toWrite} ${authorId} ${tags}`
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, profiles.length)
      profiles.push({
        ordinal: ordinal ?? 0,
        episodeId: episodeId as EpisodeId | null,
        kind: kind as NoteKind,
        pinned: pinned === 1,
        toWrite: toWrite === 1,
        authorId: authorId as MemberId | null,
        tags: JSON.parse(tags),
      })
      return profiles.length - 1
    },
  }
}

/** The notes of one show that are not in the trash. Each lies in a slot of its own for as long as it is there. */
function shelf(rows: readonly Raw[]) {
  const book = profileBook()
  const entryOf = (raw: Raw): Entry => {
    const [seq, , ordinal, , , , , , , atMs, createdAt, updatedAt] = raw
    return { seq, profile: book.numberOf(raw), ordinal: ordinal ?? 0, atMs, createdAt, updatedAt }
  }
  const entries = rows.map(entryOf)
  const profileAt = entries.map(({ profile }) => profile)
  const bySeq = new Map(entries.map(({ seq }, slot) => [seq, slot]))
  const sorted = new Map<NoteOrder, number[]>()

  const comparing = (order: NoteOrder) => {
    const compare = inOrder(order)
    return (a: number, b: number) => compare(entries[a] as Entry, entries[b] as Entry)
  }
  /** Where a slot stands in a sorted list, or would stand. */
  const placeOf = (slot: number, list: readonly number[], compare: (a: number, b: number) => number) => {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(list[middle] as number, slot) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return bySeq.size
    },
    /** By their numbers. */
    profiles: book.profiles as readonly Profile[],
    /** The number of each slot's profile. */
    profileAt: profileAt as readonly number[],
    slotOf: (seq: number): number | undefined => bySeq.get(seq),
    seqAt: (slot: number): number => (entries[slot] as Entry).seq,
    comparing,
    /** All slots in an order. */
    in(order: NoteOrder): readonly number[] {
      const found = sorted.get(order)
      if (found) return found
      const made = [...bySeq.values()].sort(comparing(order))
      sorted.set(order, made)
      return made
    },
    /** Takes over what a note is now; null for one that is gone. */
    put(seq: number, raw: Raw | null) {
      const slot = bySeq.get(seq)
      if (slot !== undefined)
        for (const [order, list] of sorted) list.splice(placeOf(slot, list, comparing(order)), 1)
      if (!raw) {
        bySeq.delete(seq)
        return
      }
      const to = slot ?? entries.length
      const entry = entryOf(raw)
      entries[to] = entry
      profileAt[to] = entry.profile
      bySeq.set(seq, to)
      for (const [order, list] of sorted) list.splice(placeOf(to, list, comparing(order)), 0, to)
    },
  }
}
export type Shelf = ReturnType<typeof shelf>

/**
 * Keeps what lists need to know of every note in memory, so that a filter over a hundred thousand of them is a loop
 * over numbers and a page is found without walking to it. A show is read when its notes are first asked for. Which
 * notes change SQLite says itself, through triggers that live as long as the connection, so that it holds whoever
 * writes; what changed is read again before the next answer.
 */
export function noteEntries(db: Database) {
  const ofShow = db
    .prepare<[string], Raw>(`${ENTRY} WHERE note.show_id = ? AND note.deleted_at IS NULL`)
    .raw()
  const one = db.prepare<[number], Raw>(`${ENTRY} WHERE note.seq = ? AND note.deleted_at IS NULL`).raw()
  const shelves = new Map<string, Shelf>()
  const touched = new Set<number>()
  let listening = false
  let generation = 0

  const forget = () => {
    shelves.clear()
    touched.clear()
    generation += 1
  }
  const listen = () => {
    listening = true
    db.function('note_touched', (seq: unknown) => {
      touched.add(Number(seq))
      return null
    })
    db.function('notes_moved', () => {
      forget()
      return null
    })
    const on = (name: string, what: string, run: string) =>
      db.exec(`CREATE TEMP TRIGGER ${name} AFTER ${what} BEGIN SELECT ${run}; END`)
    on('note_entry_added', 'INSERT ON main.note', 'note_touched(new.seq)')
    on('note_entry_changed', 'UPDATE ON main.note', 'note_touched(new.seq)')
    on('note_entry_removed', 'DELETE ON main.note', 'note_touched(old.seq)')
    on('note_places_changed', 'UPDATE OF ordinal ON main.episode', 'notes_moved()')
  }
  const settle = () => {
    if (touched.size === 0) return
    if (touched.size > MOST_TOUCHED) return forget()
    generation += 1
    for (const seq of touched) {
      const raw = one.get(seq)
      for (const [showId, entries] of shelves) {
        const here = raw && raw[1] === showId ? raw : null
        if (here || entries.slotOf(seq) !== undefined) entries.put(seq, here)
      }
    }
    // a transaction may still be taken back; then these are read once more
    if (!db.inTransaction) touched.clear()
  }

  return {
    /** The notes of a show as they are now. */
    of(showId: ShowId): Shelf {
      if (!listening) listen()
      settle()
      const found = shelves.get(showId)
      if (found) return found
      const made = shelf(ofShow.all(showId))
      // what is read inside a transaction may not stay true
      if (!db.inTransaction) shelves.set(showId, made)
      return made
    },
    /** Changes whenever an answer may: for those who keep what they made of one. */
    generation(): number {
      settle()
      return db.inTransaction ? Number.NaN : generation
    },
  }
}
export type NoteEntries = ReturnType<typeof noteEntries>
