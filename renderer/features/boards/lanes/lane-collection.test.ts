import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laneId, sampleCard } from '../card-samples'
import { LaneCollection } from './lane-collection'
import { isCard, rowsOf } from './lane-rows'

const collection = (count: number) => {
  const cards = Array.from({ length: count }, (_, n) => sampleCard(n))
  const view = { id: laneId(1), role: null, name: null, cards, all: cards, veils: [] }
  return new LaneCollection(rowsOf(view), (row) => (isCard(row) ? row.text : 'veiled'))
}

describe('a lane’s rows, as a list asks for them', () => {
  it('are walked from either end, each once and in the order of the lane', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
        const rows = collection(count)
        const keys = [...rows.getKeys()]
        const down: unknown[] = []
        for (let key = rows.getFirstKey(); key !== null; key = rows.getKeyAfter(key)) down.push(key)
        const up: unknown[] = []
        for (let key = rows.getLastKey(); key !== null; key = rows.getKeyBefore(key)) up.unshift(key)
        expect(down).toEqual(keys)
        expect(up).toEqual(keys)
        expect([...rows].map(({ key }) => key)).toEqual(keys)
        expect(rows.size).toBe(count)
      }),
    )
  })
  it('know their place, their neighbours and what they are called', () => {
    const rows = collection(3)
    const [first, second, third] = rows.getKeys()
    const node = rows.getItem(second ?? '')
    expect(node).toMatchObject({ index: 1, prevKey: first, nextKey: third, textValue: 'Card 1' })
    expect(rows.getTextValue(third ?? '')).toBe('Card 2')
    expect(rows.at(1)?.key).toBe(second)
  })
  it('say nothing of a row that is not there', () => {
    const rows = collection(2)
    expect(rows.getItem('gone')).toBeNull()
    expect(rows.placeOf('gone')).toBe(-1)
    expect([rows.getKeyBefore('gone'), rows.getKeyAfter('gone'), rows.at(2)]).toEqual([null, null, null])
    expect(rows.getTextValue('gone')).toBe('')
  })
})
