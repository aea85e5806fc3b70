import type { Board } from '@shared/boards/schema'
import { expect, it } from 'vitest'
import { cardId, laneId, sampleBoard, sampleCard, sampleVeil } from '../card-samples'
import { moveOnBoard, withCard } from './drawn'
import { sharedBoard } from './share-board'

const board = sampleBoard(
  [1, 2, 3, 4].map((n) => sampleCard(n)),
  [sampleCard(5, { kind: 'theory' }), sampleVeil(11)],
)
/** The same, as it comes anew from the core. */
const anew = (of: Board): Board => structuredClone(of)

it('an answer that says the same changes no lane', () => {
  expect(sharedBoard(board, anew(board)).lanes).toBe(board.lanes)
})

it('a card that moves leaves every other one the same object, also below it', () => {
  const moved = moveOnBoard(board, [cardId(4)], { laneId: laneId(1), before: cardId(1) })
  const shared = sharedBoard(board, anew(moved))
  const [four, ...rest] = shared.lanes[0]?.cards ?? []
  expect(four).toBe(board.lanes[0]?.cards[3])
  expect(rest.map((card, at) => card === board.lanes[0]?.cards[at])).toEqual([true, true, true])
  expect(shared.lanes[1]).toBe(board.lanes[1])
})

it('a card that says something else is another one', () => {
  const changed = withCard(board, cardId(2), (card) => ({ ...card, text: 'Anew' }))
  const shared = sharedBoard(board, anew(changed))
  expect(shared.lanes[0]?.cards[1]).toMatchObject({ text: 'Anew' })
  expect(shared.lanes[0]?.cards[2]).toBe(board.lanes[0]?.cards[2])
})

it('another board is taken as it is', () => {
  const other = { ...anew(board), id: '0190a000-0000-7000-8000-400000000001' as Board['id'] }
  expect(sharedBoard(board, other)).toBe(other)
  expect(sharedBoard(undefined, board)).toBe(board)
})
