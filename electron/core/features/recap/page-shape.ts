import type { ItemId, ShowId } from '@shared/ids'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'

/** The episodes of a page, both ends included. */
export interface PageOf {
  readonly showId: ShowId
  readonly from: number
  readonly to: number
}

/** What a beat builds on. */
interface BuiltOn {
  /** The row of the beat. */
  readonly row: number
  readonly on: ItemId
  /** The row of what it builds on; -1 where that stands on another page. */
  readonly onRow: number
}

/**
 * How a page of beats lies: their ids and episodes, and which of them belong to what. Beats are told by their row,
 * which is their place in what SQLite answers. It holds no text and no stamp.
 */
export interface PageShape {
  /** SQLite's own numbers of the rows, joined: by them it is known that another answer has the same rows. */
  readonly rowids: string
  /** The rows in the order of the story. */
  readonly order: readonly number[]
  readonly ids: readonly ItemId[]
  readonly ordinals: readonly EpisodeOrdinal[]
  /** The rows of what belongs to each storyline and to each role, in the order of the story. */
  readonly ofThread: ReadonlyMap<string, readonly number[]>
  readonly ofRole: ReadonlyMap<string, readonly number[]>
  readonly links: readonly BuiltOn[]
}

// CROSS JOIN keeps SQLite to this order: from the few episodes to their beats
export const ON_PAGE = 'FROM episode CROSS JOIN beat ON beat.episode_id = episode.id'
export const ASKED = 'episode.show_id = @showId AND episode.ordinal BETWEEN @from AND @to'

/** `[1,null,"two"]`, which SQLite wrote, as an array of what the columns of a STRICT table hold. */
export const list = <T>(json: string | null | undefined): T[] => JSON.parse(json ?? '[]') as T[]
/** Numbers, and `null` written out, joined by commas. */
export const numbers = <T = number>(joined: string | null | undefined): T[] => list(`[${joined ?? ''}]`)
/** Ids are joined by a comma, which none of them contains. */
const split = (joined: string | null | undefined): string[] => (joined ? joined.split(',') : [])

/** Which row comes first, second, …: by episode, and in an episode by position. Mostly they are so already. */
function orderOf(ordinals: readonly number[], positions: readonly number[]): number[] {
  const before = (a: number, b: number): number =>
    (ordinals[a] ?? 0) - (ordinals[b] ?? 0) || (positions[a] ?? 0) - (positions[b] ?? 0)
  const rows = Array.from(positions, (_position, row) => row)
  return rows.every((row) => row === 0 || before(row - 1, row) <= 0) ? rows : rows.sort(before)
}

type Columns = readonly (string | null)[]

/** Reads how pages lie, and keeps it until something of it changes. */
export function pageShapes(db: Database): { of(page: PageOf): PageShape; anew(page: PageOf): PageShape } {
  const beats = db
    .prepare(`
    SELECT
      group_concat(beat.rowid), group_concat(beat.id), group_concat(episode.ordinal), group_concat(beat.position)
    ${ON_PAGE}
    WHERE ${ASKED}
  `)
    .raw()
  const byThread = db
    .prepare(`
    SELECT group_concat(beat_thread.thread_id), group_concat(beat.rowid)
    ${ON_PAGE}
    CROSS JOIN beat_thread ON beat_thread.beat_id = beat.id
    WHERE ${ASKED}
  `)
    .raw()
  const byRole = db
    .prepare(`
    SELECT group_concat(beat_role.role_id), group_concat(beat.rowid)
    ${ON_PAGE}
    CROSS JOIN beat_role ON beat_role.beat_id = beat.id
    WHERE ${ASKED}
  `)
    .raw()
  const built = db
    .prepare(`
    SELECT group_concat(beat_link.builds_on_id), group_concat(beat.rowid)
    ${ON_PAGE}
    CROSS JOIN beat_link ON beat_link.beat_id = beat.id
    WHERE ${ASKED}
  `)
    .raw()

  const anew = (page: PageOf): PageShape => {
    const [rowids, joinedIds, ordinals, positions] = (beats.get(page) ?? []) as Columns
    const ids = split(joinedIds) as ItemId[]
    const ordinalOf = numbers<EpisodeOrdinal>(ordinals)
    const order = orderOf(ordinalOf, numbers(positions))
    const rowOf = new Map(numbers(rowids).map((rowid, row) => [rowid, row]))
    const rank: number[] = []
    for (const [place, row] of order.entries()) rank[row] = place
    const inStory = (a: number, b: number) => (rank[a] ?? 0) - (rank[b] ?? 0)

    const grouped = ([names, hung]: Columns): ReadonlyMap<string, readonly number[]> => {
      const groups = new Map<string, number[]>()
      const of = numbers(hung)
      for (const [at, name] of split(names).entries()) {
        const row = rowOf.get(of[at] ?? -1)
        if (row === undefined) continue
        const group = groups.get(name)
        if (group) group.push(row)
        else groups.set(name, [row])
      }
      for (const group of groups.values())
        if (!group.every((row, at) => at === 0 || inStory(group[at - 1] ?? 0, row) < 0)) group.sort(inStory)
      return groups
    }

    const [on, from] = (built.get(page) ?? []) as Columns
    const ends = split(on) as ItemId[]
    const rowOfId = ends.length > 0 ? new Map(ids.map((id, row) => [id, row])) : null
    const links = numbers(from).flatMap((rowid, at): BuiltOn[] => {
      const [row, end] = [rowOf.get(rowid), ends[at]]
      return row === undefined || end === undefined ? [] : [{ row, on: end, onRow: rowOfId?.get(end) ?? -1 }]
    })
    return {
      rowids: rowids ?? '',
      order,
      ids,
      ordinals: ordinalOf,
      ofThread: grouped((byThread.get(page) ?? []) as Columns),
      ofRole: grouped((byRole.get(page) ?? []) as Columns),
      links,
    }
  }

  const kept = remembered(
    db,
    ['episode', 'beat', 'beat_thread', 'beat_role', 'beat_link'],
    (_showId: ShowId) => new Map<number, PageShape>(),
  )
  const keep = (page: PageOf): PageShape => {
    const shape = anew(page)
    kept(page.showId).set(page.from, shape)
    return shape
  }
  return { of: (page) => kept(page.showId).get(page.from) ?? keep(page), anew: keep }
}
