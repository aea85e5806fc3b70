import type { RoleName } from '../cast/schema'
import type { ThreadId } from '../ids'
import type { EpisodeOrdinal, Reach, SafeAfter } from '../veil/schema'
import type { LastSeen, RecapPage, Standing } from './schema'

/** One fact of the plot that may be read. */
export interface Beat {
  readonly id: string
  readonly ordinal: EpisodeOrdinal
  readonly text: string
  /** The moment of the episode at which it comes, in ms; null where nobody said. */
  readonly fromMs: number | null
}

/** A recap put together from its pages. Beats are in the order of the story; the rest points at them by their place. */
export interface Recap {
  readonly reach: Reach | null
  readonly standing: Standing | null
  readonly lastSeen: LastSeen | null
  readonly beats: readonly Beat[]
  readonly threads: readonly {
    readonly id: ThreadId
    readonly name: string
    readonly beats: readonly number[]
  }[]
  readonly roles: readonly { readonly role: RoleName; readonly beats: readonly number[] }[]
  /** For each beat the places of those that it builds on. */
  readonly buildsOn: readonly (readonly number[])[]
  readonly veils: readonly { readonly ordinal: EpisodeOrdinal; readonly safeAfter: SafeAfter }[]
}

/** Adds the beats of one page to what earlier pages said about the same storyline or character. */
function gather<Id extends string, T>(
  into: Map<Id, Gathered<T>>,
  id: Id,
  of: T,
  { order, beats }: { readonly order: number; readonly beats: readonly number[] },
  offset: number,
): void {
  const known = into.get(id) ?? { of, order, beats: [] }
  for (const beat of beats) known.beats.push(beat + offset)
  into.set(id, known)
}

interface Gathered<T> {
  readonly of: T
  readonly order: number
  readonly beats: number[]
}

const inOrder = <Id, T>(gathered: ReadonlyMap<Id, Gathered<T>>): [Id, Gathered<T>][] =>
  [...gathered].sort(([, a], [, b]) => a.order - b.order)

/**
 * Puts the pages of a recap together.
 *
 * @param pages every page, in order
 * @returns null when they were not read at the same reach, and have to be read again
 */
export function bindPages(pages: readonly RecapPage[]): Recap | null {
  const [first] = pages
  if (!first || pages.some(({ reach }) => reach !== first.reach)) return null
  const beats: Beat[] = []
  const veils: { ordinal: EpisodeOrdinal; safeAfter: SafeAfter }[] = []
  const threads = new Map<ThreadId, Gathered<string>>()
  const roles = new Map<string, Gathered<RoleName>>()
  const buildsOn: number[][] = []
  const places = new Map<string, number>()
  for (const page of pages) {
    const offset = beats.length
    for (const [at, id] of page.beats.id.entries()) {
      const ordinal = page.beats.ordinal[at]
      const text = page.beats.text[at]
      if (ordinal === undefined || text === undefined) continue
      places.set(id, beats.length)
      beats.push({ id, ordinal, text, fromMs: page.beats.fromMs[at] ?? null })
      buildsOn.push([])
    }
    for (const thread of page.threads) gather(threads, thread.id, thread.name, thread, offset)
    for (const one of page.roles) gather(roles, one.role.id, one.role, one, offset)
    for (const [at, ordinal] of page.veils.ordinal.entries())
      veils.push({ ordinal, safeAfter: page.veils.safeAfter[at] ?? null })
    for (const [at, beat] of page.links.beat.entries()) {
      const on = places.get(page.links.on[at] ?? '')
      if (on !== undefined) buildsOn[beat + offset]?.push(on)
    }
  }
  return {
    reach: first.reach,
    standing: first.standing,
    lastSeen: first.lastSeen,
    beats,
    threads: inOrder(threads).map(([id, { of: name, beats: own }]) => ({ id, name, beats: own })),
    roles: inOrder(roles).map(([, { of: role, beats: own }]) => ({ role, beats: own })),
    buildsOn,
    veils,
  }
}
