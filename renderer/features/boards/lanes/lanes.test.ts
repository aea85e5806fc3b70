import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardId, laneId, sampleBoard, sampleCard, sampleVeil } from '../card-samples'
import { moveOnBoard } from './drawn'
import { cardOf, dropBefore, homeOf, inOrder, laneViews, laneWith, type Step, stepPlace } from './lanes'

const board = sampleBoard(
  [sampleCard(1), sampleCard(2), sampleCard(3), sampleVeil(11)],
  [sampleCard(4, { kind: 'theory' })],
)
const views = board.lanes.map(laneViews())
const some = (...ids: number[]) => new Set(ids.map(cardId))

describe('the lanes of a board', () => {
  it('show what can be read first, and the veils after it', () => {
    expect(views[0]?.cards.map(({ text }) => text)).toEqual(['Card 1', 'Card 2', 'Card 3'])
    expect(views[0]?.veils).toHaveLength(1)
  })
  it('are drawn once as long as they stay the same', () => {
    const draw = laneViews()
    const moved = moveOnBoard(board, [cardId(4)], { laneId: laneId(3), before: null })
    const [before, after] = [board.lanes.map(draw), moved.lanes.map(draw)]
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })
  it('show what a filter lets through, and every veil', () => {
    const [first] = board.lanes.map(laneViews(({ id }) => id === cardId(2)))
    expect(first?.cards.map(({ id }) => id)).toEqual([cardId(2)])
    expect(first?.veils).toHaveLength(1)
  })
  it('know which of them holds a card, and where a new one begins', () => {
    expect(laneWith(views, cardId(4))?.role).toBe('theories')
    expect(laneWith(views, cardId(9))).toBeUndefined()
    expect(cardOf(views, cardId(2))?.text).toBe('Card 2')
    expect(homeOf(views, 'prediction')?.id).toBe(laneId(3))
  })
})

describe('one step with an arrow key', () => {
  it('goes past the neighbour that is drawn, and no further, where a filter hides the others', () => {
    const [first] = board.lanes.map(laneViews(({ id }) => id !== cardId(3)))
    if (!first) throw new Error('no lane')
    expect(stepPlace([first], some(1), 'down')).toEqual({ laneId: laneId(1), before: cardId(3) })
  })
  it('goes past the neighbour above or below', () => {
    expect(stepPlace(views, some(2), 'up')).toEqual({ laneId: laneId(1), before: cardId(1) })
    expect(stepPlace(views, some(1), 'down')).toEqual({ laneId: laneId(1), before: cardId(3) })
    expect(stepPlace(views, some(2), 'down')).toEqual({ laneId: laneId(1), before: null })
  })
  it('goes to the same height of the lane beside', () => {
    expect(stepPlace(views, some(1), 'right')).toEqual({ laneId: laneId(2), before: cardId(4) })
    expect(stepPlace(views, some(3), 'right')).toEqual({ laneId: laneId(2), before: null })
    expect(stepPlace(views, some(4), 'left')).toEqual({ laneId: laneId(1), before: cardId(1) })
  })
  it('stops at the edges', () => {
    expect(stepPlace(views, some(1), 'up')).toBeNull()
    expect(stepPlace(views, some(3), 'down')).toBeNull()
    expect(stepPlace(views, some(1), 'left')).toBeNull()
    expect(stepPlace(views, some(9), 'left')).toBeNull()
  })
  it('takes several along, which close their ranks', () => {
    expect(stepPlace(views, some(1, 2), 'down')).toEqual({ laneId: laneId(1), before: null })
    expect(stepPlace(views, some(1, 3), 'up')).toEqual({ laneId: laneId(1), before: cardId(2) })
    expect(stepPlace(views, some(1, 3), 'down')).toEqual({ laneId: laneId(1), before: null })
    expect(stepPlace(views, some(2, 3), 'down')).toBeNull()
  })
  it('never loses a card, and a step back undoes one that changed anything', () => {
    const all = (of: typeof board) =>
      of.lanes.map(({ cards }) => cards.map((card) => !card.veiled && card.id))
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3, 4),
        fc.constantFrom<Step>('up', 'down', 'left', 'right'),
        (n, step) => {
          const place = stepPlace(views, some(n), step)
          if (!place) return
          const moved = moveOnBoard(board, [cardId(n)], place)
          expect(all(moved).flat().sort()).toEqual(all(board).flat().sort())
          if (step !== 'up' && step !== 'down') return
          const back = stepPlace(moved.lanes.map(laneViews()), some(n), step === 'up' ? 'down' : 'up')
          const ids = (of: typeof board) =>
            of.lanes.map(laneViews()).map(({ cards }) => cards.map(({ id }) => id))
          expect(back && ids(moveOnBoard(moved, [cardId(n)], back))).toEqual(ids(board))
        },
      ),
    )
  })
})

describe('a drop', () => {
  const cards = views[0]?.cards ?? []
  it('before a card puts the other one there', () => {
    expect(dropBefore(cards, cardId(1), 'before', some(3))).toBe(cardId(1))
  })
  it('after a card puts it before the next one, or at the end', () => {
    expect(dropBefore(cards, cardId(1), 'after', some(4))).toBe(cardId(2))
    expect(dropBefore(cards, cardId(3), 'after', some(4))).toBeNull()
  })
  it('does not count the cards that move', () => {
    expect(dropBefore(cards, cardId(1), 'after', some(2))).toBe(cardId(3))
    expect(dropBefore(cards, cardId(1), 'before', some(1, 2))).toBe(cardId(3))
    expect(dropBefore(cards, cardId(2), 'after', some(3))).toBeNull()
  })
  it('of several keeps their order', () => {
    expect(inOrder(cards, some(3, 1))).toEqual([cardId(1), cardId(3)])
  })
})
