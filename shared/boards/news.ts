import type { CardId } from '../ids'
import type { Board, BoardLane, BoardNews, Card } from './schema'

/**
 * A board after what has happened to it. What nothing happened to stays the same object, lane by lane and card by
 * card, so that a screen draws nothing of it again.
 *
 * @param known the board as it was answered last, or as it is drawn since
 * @param news what came of it; whole, when it could not be told by differences
 */
export function boardAfter(known: Board, { whole, touched, cards, lanes, ...rest }: BoardNews): Board {
  if (whole) return whole
  const gone = new Set<CardId>(touched)
  const fresh = new Map<CardId, Card>()
  for (const card of cards) if (!card.veiled) fresh.set(card.id, card)
  const old = new Map<CardId, Card>()
  if (lanes.some(({ order }) => order !== null))
    for (const lane of known.lanes) for (const card of lane.cards) if (!card.veiled) old.set(card.id, card)
  const before = new Map(known.lanes.map((lane) => [lane.id, lane]))

  const after = lanes.map(({ id, role, name, order, veils }): BoardLane => {
    const was = before.get(id)
    if (order !== null) {
      const lying = order.flatMap((card) => fresh.get(card) ?? old.get(card) ?? [])
      return { id, role, name, cards: [...lying, ...veils] }
    }
    if (!was) return { id, role, name, cards: [...veils] }
    const loses = was.cards.some((card) => !card.veiled && gone.has(card.id))
    const same = was.role === role && was.name === name && !loses && sameVeils(was.cards, veils)
    if (same) return was
    return {
      id,
      role,
      name,
      cards: [...was.cards.filter((card) => !card.veiled && !gone.has(card.id)), ...veils],
    }
  })
  return { ...known, ...rest, lanes: after }
}

/** Whether the veils at the end of a lane are these. */
function sameVeils(cards: readonly Card[], veils: readonly Card[]): boolean {
  const from = cards.length - veils.length
  if (from < 0 || (from > 0 && cards[from - 1]?.veiled)) return false
  return veils.every((veil, at) => {
    const was = cards[from + at]
    return was?.veiled && veil.veiled && was.safeAfter === veil.safeAfter
  })
}
