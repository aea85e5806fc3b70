import type { Board, BoardLane, Card } from '@shared/boards/schema'

/*
 * What of an answer says the same as before stays the same object, so that it is not drawn again. Cards are told
 * apart by their ids: compared by their places, one that moves would make every card below it another one.
 */

/** Whether two answers say the same; both are plain values as they come from the core. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at]))
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in left) if (!isSame(left[key], right[key])) return false
  return Object.keys(left).length === Object.keys(right).length
}

function sharedLane(old: BoardLane, next: BoardLane, known: () => ReadonlyMap<string, Card>): BoardLane {
  if (old === next) return old
  const cards = next.cards.map((card, at): Card => {
    if (card === old.cards[at]) return card
    const before = card.veiled ? old.cards[at] : known().get(card.id)
    return before && isSame(before, card) ? before : card
  })
  const stays =
    old.role === next.role &&
    old.name === next.name &&
    old.cards.length === cards.length &&
    cards.every((card, at) => card === old.cards[at])
  return stays ? old : { ...next, cards }
}

/** A board's answer, with what it has in common with the one before taken from there. */
export function sharedBoard(old: Board | undefined, next: Board): Board {
  if (!old || old === next || old.id !== next.id) return next
  const stay = new Set(next.lanes)
  let found: Map<string, Card> | undefined
  /** The cards of the lanes that changed: no other lane has lost one. */
  const known = () => {
    if (found) return found
    found = new Map()
    for (const lane of old.lanes)
      if (!stay.has(lane)) for (const card of lane.cards) if (!card.veiled) found.set(card.id, card)
    return found
  }
  const lanes = next.lanes.map((lane) => {
    const before = old.lanes.find(({ id }) => id === lane.id)
    return before ? sharedLane(before, lane, known) : lane
  })
  const isSameLanes = lanes.length === old.lanes.length && lanes.every((lane, at) => lane === old.lanes[at])
  return { ...next, lanes: isSameLanes ? old.lanes : lanes }
}
