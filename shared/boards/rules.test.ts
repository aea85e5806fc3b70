import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindIn, laneOf, placeCard } from './rules'

describe('placeCard', () => {
  it('puts a card before another one, or at the end', () => {
    expect(placeCard(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
    expect(placeCard(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a'])
    expect(placeCard(['a', 'b'], 'x', 'b')).toEqual(['a', 'x', 'b'])
    expect(placeCard(['a', 'b'], 'x', 'gone')).toEqual(['a', 'b', 'x'])
    expect(placeCard(['a', 'b'], 'a', 'a')).toEqual(['a', 'b'])
  })
  it('never loses or doubles a card, and keeps the order of the others', () => {
    const lane = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(
        lane,
        fc.constantFrom(...'abcdefgh'),
        fc.option(fc.constantFrom(...'abcdefgh')),
        (ids, id, before) => {
          fc.pre(!(before === id && !ids.includes(id)))
          const placed = placeCard(ids, id, before)
          expect(new Set(placed)).toEqual(new Set([...ids, id]))
          expect(placed).toHaveLength(new Set(placed).size)
          expect(placed.filter((other) => other !== id)).toEqual(ids.filter((other) => other !== id))
        },
      ),
    )
  })
})

it('a lane says what a card in it is, but a resolved card stays what it was', () => {
  expect(laneOf('theory')).toBe('theories')
  expect(kindIn('predictions', 'question')).toBe('prediction')
  expect(kindIn('resolved', 'theory')).toBe('theory')
})
