import type { Board, Card } from '@shared/boards/schema'
import { CardId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { dropBefore, laneViews, moveOnBoard, type OpenCard, placeOf, stepPlace, withoutCard } from './lanes'

const id = (n: number) => CardId.parse(`0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const AT = IsoTime.parse('2021-05-03T21:14:00.000Z')
const card = (n: number, kind: OpenCard['kind']): Card => ({
  veiled: false,
  id: id(n),
  kind,
  text: `Card ${n}`,
  details: '',
  origin: 'mine',
  ordinal: null,
  answer: null,
  safeAfter: null,
  createdAt: AT,
  updatedAt: AT,
})
const veil: Card = { veiled: true, safeAfter: EpisodeOrdinal.parse(11) }
const board: Board = {
  lanes: [
    { lane: 'questions', cards: [card(1, 'question'), veil, card(2, 'question'), card(3, 'question')] },
    { lane: 'theories', cards: [card(4, 'theory')] },
    { lane: 'predictions', cards: [] },
    { lane: 'resolved', cards: [] },
  ],
}
const names = (of: Board) =>
  laneViews(of).map(({ cards }) => cards.map((one) => one.text.replace('Card ', '')).join(''))

describe('a board', () => {
  it('shows what can be read first, and the veils after it', () => {
    expect(names(board)).toEqual(['123', '4', '', ''])
    expect(laneViews(board)[0]?.veils).toHaveLength(1)
  })

  it('puts a card before another one of the same lane', () => {
    expect(names(moveOnBoard(board, id(3), { lane: 'questions', before: id(1) }))[0]).toBe('312')
  })

  it('puts a card into another lane, where it becomes what that lane holds', () => {
    const moved = moveOnBoard(board, id(1), { lane: 'theories', before: id(4) })
    expect(names(moved)).toEqual(['23', '14', '', ''])
    expect(laneViews(moved)[1]?.cards[0]?.kind).toBe('theory')
  })

  it('lets a resolved card stay what it was', () => {
    const moved = moveOnBoard(board, id(4), { lane: 'resolved', before: null })
    expect(laneViews(moved)[3]?.cards[0]?.kind).toBe('theory')
  })

  it('keeps its veils when a card moves past them', () => {
    const moved = moveOnBoard(board, id(1), { lane: 'questions', before: null })
    expect(names(moved)[0]).toBe('231')
    expect(laneViews(moved)[0]?.veils).toHaveLength(1)
  })

  it('stays as it is when the card is not on it', () => {
    expect(moveOnBoard(board, id(9), { lane: 'resolved', before: null })).toBe(board)
  })

  it('comes back to where it was when a move is undone', () => {
    const views = laneViews(board)
    for (const one of [1, 2, 3, 4]) {
      const home = placeOf(views, id(one))
      const moved = moveOnBoard(board, id(one), { lane: 'resolved', before: null })
      expect(home && names(moveOnBoard(moved, id(one), home))).toEqual(names(board))
    }
  })

  it('loses a card that is removed', () => {
    expect(names(withoutCard(board, id(2)))[0]).toBe('13')
  })
})

describe('one step with an arrow key', () => {
  const views = laneViews(board)

  it('goes past the neighbour above or below', () => {
    expect(stepPlace(views, id(2), 'up')).toEqual({ lane: 'questions', before: id(1) })
    expect(stepPlace(views, id(1), 'down')).toEqual({ lane: 'questions', before: id(3) })
    expect(stepPlace(views, id(2), 'down')).toEqual({ lane: 'questions', before: null })
  })

  it('goes to the same height of the lane beside', () => {
    expect(stepPlace(views, id(1), 'right')).toEqual({ lane: 'theories', before: id(4) })
    expect(stepPlace(views, id(3), 'right')).toEqual({ lane: 'theories', before: null })
  })

  it('stops at the edges', () => {
    expect(stepPlace(views, id(1), 'up')).toBeNull()
    expect(stepPlace(views, id(3), 'down')).toBeNull()
    expect(stepPlace(views, id(1), 'left')).toBeNull()
  })
})

describe('a drop', () => {
  const cards = laneViews(board)[0]?.cards ?? []

  it('before a card puts the other one there', () => {
    expect(dropBefore(cards, id(1), 'before', id(3))).toBe(id(1))
  })

  it('after a card puts it before the next one, or at the end', () => {
    expect(dropBefore(cards, id(1), 'after', id(4))).toBe(id(2))
    expect(dropBefore(cards, id(3), 'after', id(4))).toBeNull()
  })

  it('does not count the card that moves', () => {
    expect(dropBefore(cards, id(1), 'after', id(2))).toBe(id(3))
    expect(dropBefore(cards, id(2), 'after', id(3))).toBeNull()
  })
})
