import { kindIn, placeCard } from '@shared/boards/rules'
import type { Board, Card, Lane } from '@shared/boards/schema'
import type { CardId } from '@shared/ids'
import type { Lifted, Veil } from '@shared/veil/schema'

export type OpenCard = Lifted<Card>

/** The lanes from left to right. */
export const LANES: readonly Lane[] = ['questions', 'theories', 'predictions', 'resolved']

/** A lane as the screen draws it: the cards one can read and move, then the veils. */
export interface LaneView {
  readonly lane: Lane
  readonly cards: readonly OpenCard[]
  readonly veils: readonly Veil[]
}

const isOpen = (card: Card): card is OpenCard => !card.veiled

export const laneViews = (board: Board): LaneView[] =>
  LANES.map((lane) => {
    const cards = board.lanes.find((entry) => entry.lane === lane)?.cards ?? []
    return { lane, cards: cards.filter(isOpen), veils: cards.filter((card) => card.veiled) }
  })

/** Where a card lies: its lane, and the card that follows it there. */
export interface Place {
  readonly lane: Lane
  readonly before: CardId | null
}

/** Where a card lies now; null when it is not on the board. */
export function placeOf(lanes: readonly LaneView[], id: CardId): Place | null {
  for (const { lane, cards } of lanes) {
    const index = cards.findIndex((card) => card.id === id)
    if (index >= 0) return { lane, before: cards[index + 1]?.id ?? null }
  }
  return null
}

/** Where a card comes to lie when it takes one step with an arrow key; null when there is no way on. */
export function stepPlace(
  lanes: readonly LaneView[],
  id: CardId,
  step: 'up' | 'down' | 'left' | 'right',
): Place | null {
  const from = lanes.findIndex(({ cards }) => cards.some((card) => card.id === id))
  const lane = lanes[from]
  if (!lane) return null
  const index = lane.cards.findIndex((card) => card.id === id)
  if (step === 'up') {
    const above = lane.cards[index - 1]
    return above ? { lane: lane.lane, before: above.id } : null
  }
  if (step === 'down') {
    if (index >= lane.cards.length - 1) return null
    return { lane: lane.lane, before: lane.cards[index + 2]?.id ?? null }
  }
  const target = lanes[from + (step === 'left' ? -1 : 1)]
  return target ? { lane: target.lane, before: target.cards[index]?.id ?? null } : null
}

/** The board after a card was put somewhere, as the core will make it. */
export function moveOnBoard(board: Board, id: CardId, place: Place): Board {
  const moved = board.lanes.flatMap(({ cards }) => cards.filter(isOpen)).find((card) => card.id === id)
  if (!moved) return board
  const card: OpenCard = { ...moved, kind: kindIn(place.lane, moved.kind) }
  return {
    lanes: board.lanes.map(({ lane, cards }) => {
      if (lane !== place.lane)
        return { lane, cards: cards.filter((other) => !isOpen(other) || other.id !== id) }
      const open = cards.filter(isOpen)
      const byId = new Map([...open, card].map((one) => [one.id, one]))
      const order = placeCard(
        open.map((one) => one.id),
        id,
        place.before,
      )
      const placed = order.flatMap((one) => byId.get(one) ?? [])
      return { lane, cards: [...placed, ...cards.filter((one) => one.veiled)] }
    }),
  }
}

/** The board without a card. */
export const withoutCard = (board: Board, id: CardId): Board => ({
  lanes: board.lanes.map(({ lane, cards }) => ({
    lane,
    cards: cards.filter((card) => !isOpen(card) || card.id !== id),
  })),
})

/**
 * The card before which something comes to lie that was dropped beside another card.
 *
 * @param cards the lane's cards, in order
 * @returns null for the end of the lane
 */
export function dropBefore(
  cards: readonly OpenCard[],
  target: CardId,
  position: 'before' | 'after' | 'on',
  moved: CardId,
): CardId | null {
  const others = cards.filter(({ id }) => id !== moved || id === target)
  const index = others.findIndex(({ id }) => id === target)
  const next = others[position === 'after' ? index + 1 : index]
  return next?.id === moved ? (others[index + 1]?.id ?? null) : (next?.id ?? null)
}
