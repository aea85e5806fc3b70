import type { BoardId, MemberId, ShowId } from '@shared/ids'
import type { Database } from '../../db/database'
import { remembered } from '../../db/remembered'
import type { Ground } from './closing'

/** Of so many the numbers are known at once. */
const MOST = 50

/**
 * Numbers for what an answer about a board depends on besides the board itself: what the person has seen, and the rows
 * of some tables. Another number means that what was kept may not be told any more.
 *
 * @param tables every table outside of the board that the answer is made of
 */
export function sightsOf(db: Database, tables: readonly string[]) {
  const sights = new Map<string, number>()
  let outside = 0
  const surroundings = remembered(db, tables, (_all: null) => {
    outside += 1
    return outside
  })
  return (showId: ShowId, boardId: BoardId, who: MemberId | null, { horizon }: Ground): number => {
    const seen = horizon && { ...horizon, skipped: [...horizon.skipped] }
    const name = JSON.stringify([surroundings(null), showId, boardId, who, seen])
    const known = sights.get(name)
    if (known !== undefined) return known
    const sight = (Math.max(0, ...sights.values()) || 0) + 1
    sights.set(name, sight)
    for (const old of [...sights.keys()].slice(0, -MOST)) sights.delete(old)
    return sight
  }
}
