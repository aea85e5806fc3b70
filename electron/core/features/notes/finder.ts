import type { EpisodeId, MemberId, ShowId } from '@shared/ids'
import type { NoteFacets, NoteKind, NoteOrder } from '@shared/notes/schema'
import type { EpisodeOrdinal, Reach } from '@shared/veil/schema'
import type { Database } from '../../db/database'
import { type Entry, inOrder, type NoteEntries } from './entries'

/** Which notes: every field narrows, and an empty one does not. */
export interface NoteFilter {
  readonly showId: ShowId
  /** Notes of later episodes are left out; null leaves out every note with an episode. */
  readonly reach: Reach | null
  /** An FTS5 expression. */
  readonly match: string | null
  readonly kinds: readonly NoteKind[]
  readonly tags: readonly string[]
  readonly episodeId: EpisodeId | null
  readonly pinned: boolean
  readonly toWrite: boolean
  readonly authorIds: readonly MemberId[]
  /** Whose the notes without an author are. */
  readonly me: MemberId | null
  readonly order: NoteOrder
  readonly thorough: boolean
}

export interface Found {
  readonly entries: readonly Entry[]
  /** Only the newest candidates of a search were looked through. */
  readonly more: boolean
}

/** Candidates of a search while somebody types: found in about two milliseconds, however many there are. */
export const CANDIDATES = 4000
/** Answers that are kept, so that the next page of a list is not found anew. */
const KEPT = 6
const MOST_TAGS = 100

const isReadable = ({ ordinal }: Entry, reach: Reach | null): boolean =>
  ordinal === 0 || ordinal <= (reach ?? 0)

function fits(filter: NoteFilter): (entry: Entry) => boolean {
  const { reach, episodeId, pinned, toWrite, me } = filter
  const kinds = filter.kinds.length > 0 ? new Set(filter.kinds) : null
  const tags = filter.tags.length > 0 ? new Set(filter.tags) : null
  const authors = filter.authorIds.length > 0 ? new Set<MemberId | null>(filter.authorIds) : null
  return (entry) =>
    isReadable(entry, reach) &&
    (episodeId === null || entry.episodeId === episodeId) &&
    (!pinned || entry.pinned) &&
    (!toWrite || entry.toWrite) &&
    (kinds === null || kinds.has(entry.kind)) &&
    (authors === null || authors.has(entry.authorId ?? me)) &&
    (tags === null || entry.tags.some((tag) => tags.has(tag)))
}

/** Keeps the last few answers of a function for as long as the notes stay as they are. */
function keeping<T>(entries: NoteEntries, most: number) {
  let kept = new Map<string, T>()
  let at = -1
  return (key: string, make: () => T): T => {
    const generation = entries.generation()
    if (generation !== at) kept = new Map()
    at = generation
    const found = kept.get(key)
    if (found !== undefined) return found
    const made = make()
    if (kept.size >= most) kept.delete([...kept.keys()][0] as string)
    kept.set(key, made)
    return made
  }
}

/** Finds, orders and counts notes by what is known of them without their words, and by the index of their words. */
export function noteFinder(db: Database, entries: NoteEntries) {
  const newest = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM note_text WHERE note_text MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck()
  const every = db.prepare<[string], number>('SELECT rowid FROM note_text WHERE note_text MATCH ?').pluck()
  const finds = keeping<Found>(entries, KEPT)
  const facets = keeping<NoteFacets & { readonly readable: number; readonly all: number }>(entries, KEPT)

  function find(filter: NoteFilter): Found {
    const notes = entries.of(filter.showId)
    const isWanted = fits(filter)
    if (filter.match === null) return { entries: notes.in(filter.order).filter(isWanted), more: false }
    const rows = filter.thorough ? every.all(filter.match) : newest.all(filter.match, CANDIDATES)
    const more = !filter.thorough && rows.length === CANDIDATES
    // sorting some is cheaper than looking at all, until they are many
    if (rows.length * 8 > notes.size) {
      const wanted = new Set(rows)
      return {
        entries: notes.in(filter.order).filter((entry) => wanted.has(entry.seq) && isWanted(entry)),
        more,
      }
    }
    const some = rows.flatMap((seq) => notes.get(seq) ?? []).filter(isWanted)
    return { entries: some.sort(inOrder(filter.order)), more }
  }

  function count(showId: ShowId, reach: Reach | null, me: MemberId | null) {
    const kinds = new Map<NoteKind, number>()
    const tags = new Map<string, number>()
    const authors = new Map<MemberId | null, number>()
    const episodes = new Map<number, { episodeId: EpisodeId; count: number }>()
    const sum = { readable: 0, pinned: 0, toWrite: 0 }
    const one = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1)
    const notes = entries.of(showId)
    for (const entry of notes.in('episode')) {
      if (!isReadable(entry, reach)) continue
      sum.readable += 1
      if (entry.pinned) sum.pinned += 1
      if (entry.toWrite) sum.toWrite += 1
      one(kinds, entry.kind)
      one(authors, entry.authorId ?? me)
      for (const tag of entry.tags) one(tags, tag)
      if (entry.episodeId === null) continue
      const episode = episodes.get(entry.ordinal)
      if (episode) episode.count += 1
      else episodes.set(entry.ordinal, { episodeId: entry.episodeId, count: 1 })
    }
    return {
      ...sum,
      all: notes.size,
      kinds: [...kinds].map(([kind, n]) => ({ kind, count: n })),
      tags: [...tags]
        .map(([tag, n]) => ({ tag, count: n }))
        .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
        .slice(0, MOST_TAGS),
      authors: [...authors].map(([authorId, n]) => ({ authorId, count: n })),
      episodes: [...episodes]
        .map(([ordinal, rest]) => ({ ordinal: ordinal as EpisodeOrdinal, ...rest }))
        .slice(0, 1000),
    }
  }

  return {
    /** The notes that isWanted, in order. */
    find: (filter: NoteFilter): Found => finds(JSON.stringify(filter), () => find(filter)),
    /** Counts over the notes that may be read. `all` are those that are there, veiled ones included. */
    counts: (showId: ShowId, reach: Reach | null, me: MemberId | null) =>
      facets(`${showId} ${reach} ${me}`, () => count(showId, reach, me)),
  }
}
export type NoteFinder = ReturnType<typeof noteFinder>
