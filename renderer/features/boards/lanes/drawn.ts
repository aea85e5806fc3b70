import type { Odds, OddsOnCard, Outcome } from '@shared/boards/odds-schema'
import { kindIn, meanOdds } from '@shared/boards/rules'
import type { Board, BoardLane, Card } from '@shared/boards/schema'
import type { CardId, ItemId, LaneId, MemberId } from '@shared/ids'
import type { IsoTime } from '@shared/time'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { isOpen, type OpenCard, type Place } from './lanes'

/*
 * The board as the core is about to make it, so that a key is answered in the next frame. What a change does not
 * touch stays the same object.
 */

const withLanes = (board: Board, change: (lane: BoardLane) => BoardLane): Board => {
  const lanes = board.lanes.map(change)
  return lanes.every((lane, at) => lane === board.lanes[at]) ? board : { ...board, lanes }
}

const without = (lane: BoardLane, ids: ReadonlySet<string>): BoardLane => {
  const cards = lane.cards.filter((card) => card.veiled || !ids.has(card.id))
  return cards.length === lane.cards.length ? lane : { ...lane, cards }
}

/** Cards by their ids, and the lanes that they lie in. Looks no further than it has to: a board may have thousands. */
function find(board: Board, ids: ReadonlySet<string>) {
  const cards = new Map<string, OpenCard>()
  const from = new Set<BoardLane>()
  for (const lane of board.lanes) {
    if (cards.size === ids.size) break
    for (const card of lane.cards) {
      if (!isOpen(card) || !ids.has(card.id)) continue
      cards.set(card.id, card)
      from.add(lane)
      if (cards.size === ids.size) break
    }
  }
  return { cards, from }
}

/** The board after cards were put somewhere, in the order given. */
export function moveOnBoard(board: Board, ids: readonly CardId[], { laneId, before }: Place): Board {
  const moved = new Set<string>(ids)
  const { cards: known, from } = find(board, moved)
  const target = board.lanes.find(({ id }) => id === laneId)
  if (!target || known.size === 0) return board
  const placed = ids.flatMap((id) => {
    const card = known.get(id)
    if (!card) return []
    const kind = kindIn(target.role, card.kind)
    return [kind === card.kind ? card : { ...card, kind }]
  })
  return withLanes(board, (lane) => {
    const rest = from.has(lane) ? without(lane, moved) : lane
    if (lane !== target) return rest
    const at = rest.cards.findIndex((card) =>
      before === null ? card.veiled : isOpen(card) && card.id === before,
    )
    const end = rest.cards.findIndex((card) => card.veiled)
    const into = at >= 0 ? at : end >= 0 ? end : rest.cards.length
    return { ...rest, cards: [...rest.cards.slice(0, into), ...placed, ...rest.cards.slice(into)] }
  })
}

/** The board without some cards. */
export const withoutCards = (board: Board, ids: readonly CardId[]): Board => {
  const gone = new Set<string>(ids)
  return withLanes(board, (lane) => without(lane, gone))
}

/** The board with one card changed. */
export const withCard = (board: Board, id: CardId, change: (card: OpenCard) => OpenCard): Board =>
  withLanes(board, (lane) => {
    const at = lane.cards.findIndex((card) => isOpen(card) && card.id === id)
    const card = lane.cards[at]
    if (!card || !isOpen(card)) return lane
    const cards: Card[] = [...lane.cards]
    cards[at] = change(card)
    return { ...lane, cards }
  })

/**
 * A card with the odds that a member gives now. While others' are not told, only one's own are drawn: what the others
 * think comes with the answer.
 */
export function withOdds(card: OpenCard, memberId: MemberId, given: Odds, at: IsoTime): OpenCard {
  const { odds } = card
  const others = odds.standing.filter((one) => one.memberId !== memberId)
  const sealed = odds.sealed.filter((one) => one.memberId !== memberId)
  const isFirst = others.length === odds.standing.length && sealed.length === odds.sealed.length
  const standing = [...others, { memberId, odds: given, at }]
  const next: OddsOnCard = {
    ...odds,
    given: odds.given + (isFirst ? 1 : 0),
    standing,
    sealed,
    crowd: odds.blind ? null : meanOdds(standing.map((one) => one.odds)),
  }
  return { ...card, odds: next }
}

interface Decision {
  readonly id: ItemId
  readonly outcome: Outcome | null
  readonly ordinal: EpisodeOrdinal | null
  readonly memberId: MemberId | null
  readonly at: IsoTime
}

/** A card as decided now, or opened again. */
export const withVerdict = (card: OpenCard, decision: Decision): OpenCard => ({
  ...card,
  verdict: decision.outcome === null ? null : { veiled: false, text: '', ...decision },
})

/** The board with one lane before another one; null for the far right. */
export function moveLaneOn(board: Board, id: LaneId, before: LaneId | null): Board {
  const lane = board.lanes.find((one) => one.id === id)
  if (!lane || id === before) return board
  const rest = board.lanes.filter((one) => one.id !== id)
  const at = before === null ? -1 : rest.findIndex((one) => one.id === before)
  const into = at < 0 ? rest.length : at
  return { ...board, lanes: [...rest.slice(0, into), lane, ...rest.slice(into)] }
}
