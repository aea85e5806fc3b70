import type { Board } from '@shared/boards/schema'
import { ItemId } from '@shared/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AT, cardId, laneId, memberId, sampleBoard, sampleCard, sampleVeil } from '../card-samples'
import { moveLaneOn, moveOnBoard, withCard, withOdds, withoutCards, withVerdict } from './drawn'
import { isOpen } from './lanes'

const board = sampleBoard(
  [sampleCard(1), sampleCard(2), sampleCard(3), sampleVeil(11)],
  [sampleCard(4, { kind: 'theory' })],
)
const names = (of: Board) =>
  of.lanes.map(({ cards }) => cards.map((one) => (one.veiled ? '~' : one.text.replace('Card ', ''))).join(''))

describe('a move, drawn before it is kept', () => {
  it('puts cards before another one, in the order given, and before the veils at the end', () => {
    expect(
      names(moveOnBoard(board, [cardId(3), cardId(2)], { laneId: laneId(1), before: cardId(1) }))[0],
    ).toBe('321~')
    expect(names(moveOnBoard(board, [cardId(1)], { laneId: laneId(1), before: null }))[0]).toBe('231~')
  })
  it('makes a card what its new lane holds, and lets it be what it was where a lane says nothing', () => {
    const kindOf = (lane: number) => {
      const moved = moveOnBoard(board, [cardId(4)], { laneId: laneId(lane), before: null })
      return moved.lanes[lane - 1]?.cards.filter(isOpen).find(({ id }) => id === cardId(4))?.kind
    }
    expect([1, 2, 3, 4, 5].map(kindOf)).toEqual(['question', 'theory', 'prediction', 'theory', 'theory'])
  })
  it('leaves what it does not touch the same object', () => {
    const moved = moveOnBoard(board, [cardId(4)], { laneId: laneId(3), before: null })
    expect(moved.lanes[0]).toBe(board.lanes[0])
    expect(moved.lanes[3]).toBe(board.lanes[3])
    expect(moveOnBoard(board, [cardId(9)], { laneId: laneId(1), before: null })).toBe(board)
    expect(withoutCards(board, [cardId(9)])).toBe(board)
  })
  it('never loses or doubles a card', () => {
    const ids = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 9))
    fc.assert(
      fc.property(
        ids,
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.constantFrom(1, 2, 3, 4)),
        (moved, lane, at) => {
          const before = at === null ? null : cardId(at)
          const after = names(moveOnBoard(board, moved.map(cardId), { laneId: laneId(lane), before }))
          expect([...after.join('')].sort()).toEqual([...names(board).join('')].sort())
        },
      ),
    )
  })
})

it('a card that is taken away is gone, and the veils stay', () => {
  expect(names(withoutCards(board, [cardId(2), cardId(4)]))).toEqual(['13~', '', '', '', ''])
})

describe('odds, drawn before they are kept', () => {
  const [me, other] = [memberId(1), memberId(2)]
  const known = sampleCard(1, {
    odds: {
      given: 1,
      blind: false,
      standing: [{ memberId: other, odds: [40, 60], at: AT }],
      sealed: [],
      crowd: [40, 60],
    },
  })
  it('stand in place of the earlier ones, and move the crowd', () => {
    const once = withOdds(known, me, [80, 20], AT)
    expect(once.odds.crowd).toEqual([60, 40])
    expect(once.odds.given).toBe(2)
    const twice = withOdds(once, me, [40, 60], AT)
    expect(twice.odds.given).toBe(2)
    expect(twice.odds.crowd).toEqual([40, 60])
  })
  it('tell nothing of a crowd that is not known yet', () => {
    const blind = sampleCard(1, { odds: { given: 4, blind: true, standing: [], sealed: [], crowd: null } })
    expect(withOdds(blind, me, [80, 20], AT).odds).toMatchObject({ given: 5, crowd: null })
  })
  it('change one card and no other', () => {
    const drawn = withCard(board, cardId(2), (card) => withOdds(card, me, [1, 99], AT))
    expect(drawn.lanes[0]?.cards[0]).toBe(board.lanes[0]?.cards[0])
    expect(drawn.lanes[1]).toBe(board.lanes[1])
  })
})

it('a card that is decided says so, and nothing more when it is opened again', () => {
  const id = ItemId.parse(cardId(7))
  const decided = withVerdict(sampleCard(1), { id, outcome: 0, ordinal: null, memberId: null, at: AT })
  expect(decided.verdict).toMatchObject({ veiled: false, outcome: 0 })
  expect(
    withVerdict(decided, { id, outcome: null, ordinal: null, memberId: null, at: AT }).verdict,
  ).toBeNull()
})

it('a lane goes before another one, or to the far right', () => {
  const order = (of: Board) => of.lanes.map(({ id }) => id)
  expect(order(moveLaneOn(board, laneId(3), laneId(1)))).toEqual([3, 1, 2, 4, 5].map(laneId))
  expect(order(moveLaneOn(board, laneId(1), null))).toEqual([2, 3, 4, 5, 1].map(laneId))
  expect(moveLaneOn(board, laneId(1), laneId(1))).toBe(board)
})
