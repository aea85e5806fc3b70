import { laneOf } from '@shared/boards/rules'
import type { BoardLane, Card, CardKind, LaneRole } from '@shared/boards/schema'
import type { CardId, LaneId } from '@shared/ids'
import type { Lifted, Veil } from '@shared/veil/schema'

export type OpenCard = Lifted<Card>

/** A lane as the screen draws it: the cards one can read and move, then the veils. */
export interface LaneView {
  readonly id: LaneId
  readonly role: LaneRole | null
  readonly name: string | null
  /** Those that are drawn. */
  readonly cards: readonly OpenCard[]
  /** Every one that can be read, those that a filter hides among them: a place is one among all. */
  readonly all: readonly OpenCard[]
  readonly veils: readonly Veil[]
}

/** Where cards lie: their lane, and the card that follows them there; null for the end. */
export interface Place {
  readonly laneId: LaneId
  readonly before: CardId | null
}

export type Step = 'up' | 'down' | 'left' | 'right'

export const isOpen = (card: Card): card is OpenCard => !card.veiled

/**
 * Draws lanes, each as long as it stays the same object only once: a move leaves the other lanes as they were, and
 * nothing of them is drawn again.
 *
 * @param shown whether a card is drawn; left out, all of them are
 */
export function laneViews(shown?: (card: OpenCard) => boolean): (lane: BoardLane) => LaneView {
  const drawn = new WeakMap<BoardLane, LaneView>()
  return (lane) => {
    const known = drawn.get(lane)
    if (known) return known
    const open = lane.cards.filter(isOpen)
    const view: LaneView = {
      id: lane.id,
      role: lane.role,
      name: lane.name,
      cards: shown ? open.filter(shown) : open,
      all: open,
      veils: lane.cards.filter((card) => card.veiled),
    }
    drawn.set(lane, view)
    return view
  }
}

/** The lane in which a card lies; undefined when it is not drawn. */
export const laneWith = (lanes: readonly LaneView[], id: CardId): LaneView | undefined =>
  lanes.find(({ cards }) => cards.some((card) => card.id === id))

export const cardOf = (lanes: readonly LaneView[], id: CardId): OpenCard | undefined =>
  laneWith(lanes, id)?.cards.find((card) => card.id === id)

/** The lane in which a new card of this kind begins. */
export const homeOf = (lanes: readonly LaneView[], kind: CardKind): LaneView | undefined =>
  lanes.find(({ role }) => role === laneOf(kind))

/**
 * Where cards of one lane come to lie when they take one step together with an arrow key; null when there is no way
 * on. They keep their order and close their ranks.
 */
export function stepPlace(lanes: readonly LaneView[], ids: ReadonlySet<CardId>, step: Step): Place | null {
  const from = lanes.findIndex(({ cards }) => cards.some(({ id }) => ids.has(id)))
  const lane = lanes[from]
  if (!lane) return null
  const { cards } = lane
  const first = cards.findIndex(({ id }) => ids.has(id))
  const last = cards.findLastIndex(({ id }) => ids.has(id))
  if (step === 'up') {
    const above = cards[first - 1]
    const isWhole = last - first + 1 === ids.size
    // ranks that are not closed yet close towards the first
    const place = above?.id ?? (isWhole ? null : cards.slice(first).find(({ id }) => !ids.has(id))?.id)
    return place ? { laneId: lane.id, before: place } : null
  }
  if (step === 'down') {
    const rest = cards.slice(last + 1).filter(({ id }) => !ids.has(id))
    if (rest.length === 0 && last - first + 1 === ids.size) return null
    return { laneId: lane.id, before: rest[0] ? dropBefore(lane.all, rest[0].id, 'after', ids) : null }
  }
  const target = lanes[from + (step === 'left' ? -1 : 1)]
  return target ? { laneId: target.id, before: target.cards[first]?.id ?? null } : null
}

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
  moved: ReadonlySet<CardId>,
): CardId | null {
  const index = cards.findIndex(({ id }) => id === target)
  if (index < 0) return null
  const from = position === 'after' ? index + 1 : index
  return cards.slice(from).find(({ id }) => !moved.has(id))?.id ?? null
}

/** Some cards of a lane, in its order. Looks no further than the last of them. */
export function inOrder(cards: readonly OpenCard[], ids: ReadonlySet<CardId>): CardId[] {
  const found: CardId[] = []
  for (const { id } of cards) {
    if (found.length === ids.size) break
    if (ids.has(id)) found.push(id)
  }
  return found
}
