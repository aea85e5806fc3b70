import type { EpisodeId, MemberId, ShowId } from '@shared/ids'
import type { NoteFacets, NoteKind, NoteOrder } from '@shared/notes/schema'
import type { EpisodeOrdinal, Reach } from '@shared/veil/schema'
import type { Database } from '../../db/database'
import type { NoteEntries, Profile, Shelf } from './entries'

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
  /** The numbers of the notes that fit, in order. */
  readonly total: number
  readonly seqs: (from: number, to: number) => number[]
  /** Only the newest candidates of a search were looked through. */
  readonly more: boolean
}

/** Candidates of a search while somebody types: found in about a millisecond, however many there are. */
export const CANDIDATES = 2000
/** Answers that are kept, so that the next page of a list is not found anew. */
const KEPT = 6
const MOST_TAGS = 100

const isReadable = ({ ordinal }: Profile, reach: Reach | null): boolean =>
  ordinal === 0 || ordinal <= (reach ?? 0)

function fits(filter: NoteFilter): (profile: Profile) => boolean {
  const { reach, episodeId, pinned, toWrite, me } = filter
  const kinds = filter.kinds.length > 0 ? new Set(filter.kinds) : null
  const tags = filter.tags.length > 0 ? new Set(filter.tags) : null
  const authors = filter.authorIds.length > 0 ? new Set<MemberId | null>(filter.authorIds) : null
  return (profile) =>
    isReadable(profile, reach) &&
    (episodeId === null || profile.episodeId === episodeId) &&
    (!pinned || profile.pinned) &&
    (!toWrite || profile.toWrite) &&
    (kinds === null || kinds.has(profile.kind)) &&
    (authors === null || authors.has(profile.authorId ?? me)) &&
    (tags === null || profile.tags.some((tag) => tags.has(tag)))
}

/** Of some slots those whose profile fits, as they come. */
function sift(slots: readonly number[], { profileAt, profiles }: Shelf, filter: NoteFilter): Int32Array {
  const isWanted = fits(filter)
  const fitting = Uint8Array.from(profiles, (profile) => (isWanted(profile) ? 1 : 0))
  const found = new Int32Array(slots.length)
  let count = 0
  for (let n = 0; n < slots.length; n += 1) {
    const slot = slots[n] as number
    found[count] = slot
    count += fitting[profileAt[slot] as number] as number
  }
  return found.subarray(0, count)
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
    .prepare<[string], number>('SELECT rowid FROM note_text WHERE note_text MATCH ? ORDER BY rowid DESC')
    .pluck()
  const every = db.prepare<[string], number>('SELECT rowid FROM note_text WHERE note_text MATCH ?').pluck()
  const finds = keeping<Found>(entries, KEPT)
  const facets = keeping<NoteFacets & { readonly readable: number; readonly all: number }>(entries, KEPT)

  /**
   * The newest notes with these words, of those alone that may be read: how many others there are must not be told by
   * how far one looks.
   */
  function newestOf(match: string, notes: Shelf, reach: Reach | null) {
    const open = notes.profiles.map((profile) => isReadable(profile, reach))
    const slots: number[] = []
    for (const seq of newest.iterate(match)) {
      const slot = notes.slotOf(seq)
      if (slot === undefined || !open[notes.profileAt[slot] as number]) continue
      if (slots.length === CANDIDATES) return { slots, more: true }
      slots.push(slot)
    }
    return { slots, more: false }
  }

  function find(filter: NoteFilter): Found {
    const notes = entries.of(filter.showId)
    const answer = (slots: Int32Array, more: boolean): Found => ({
      total: slots.length,
      more,
      seqs: (from, to) => Array.from(slots.subarray(from, to), notes.seqAt),
    })
    if (filter.match === null) return answer(sift(notes.in(filter.order), notes, filter), false)
    const { slots: some, more } = filter.thorough
      ? { slots: every.all(filter.match).flatMap((seq) => notes.slotOf(seq) ?? []), more: false }
      : newestOf(filter.match, notes, filter.reach)
    // sorting some is cheaper than looking at all, until they are many
    if (some.length * 8 < notes.size)
      return answer(sift(some, notes, filter).sort(notes.comparing(filter.order)), more)
    const hit = new Uint8Array(notes.profileAt.length)
    for (const slot of some) hit[slot] = 1
    const inPlace = notes.in(filter.order).filter((slot) => hit[slot] === 1)
    return answer(sift(inPlace, notes, filter), more)
  }

  function count(showId: ShowId, reach: Reach | null, me: MemberId | null) {
    const kinds = new Map<NoteKind, number>()
    const tags = new Map<string, number>()
    const authors = new Map<MemberId | null, number>()
    const episodes = new Map<number, { episodeId: EpisodeId; count: number }>()
    const sum = { readable: 0, pinned: 0, toWrite: 0 }
    const add = <K>(map: Map<K, number>, key: K, n: number) => map.set(key, (map.get(key) ?? 0) + n)
    const notes = entries.of(showId)
    const have = new Int32Array(notes.profiles.length)
    for (const slot of notes.in('episode')) {
      const number = notes.profileAt[slot] as number
      have[number] = (have[number] as number) + 1
    }
    for (const [number, profile] of notes.profiles.entries()) {
      const n = have[number] as number
      if (n === 0 || !isReadable(profile, reach)) continue
      sum.readable += n
      if (profile.pinned) sum.pinned += n
      if (profile.toWrite) sum.toWrite += n
      add(kinds, profile.kind, n)
      add(authors, profile.authorId ?? me, n)
      for (const tag of profile.tags) add(tags, tag, n)
      if (profile.episodeId === null) continue
      const episode = episodes.get(profile.ordinal)
      if (episode) episode.count += n
      else episodes.set(profile.ordinal, { episodeId: profile.episodeId, count: n })
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
        .sort((a, b) => a.ordinal - b.ordinal)
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
