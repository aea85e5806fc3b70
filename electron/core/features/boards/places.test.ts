import fc from 'fast-check'
import { generateNKeysBetween } from 'fractional-indexing'
import { expect, it } from 'vitest'
import { type Placed, placesAt } from './places'

const sorted = (all: readonly Placed[]) =>
  [...all].sort((a, b) => (a.place === b.place ? (a.id < b.id ? -1 : 1) : a.place < b.place ? -1 : 1))

/** An order as two machines leave it that were apart: some places are there twice. */
const orders = fc.array(fc.boolean(), { maxLength: 12 }).map((twice) => {
  const keys = generateNKeysBetween(null, null, twice.length)
  return sorted(
    twice.flatMap((double, at) => {
      const place = keys[at] ?? ''
      const one = { id: `c${at}`, place }
      return double ? [one, { id: `d${at}`, place }] : [one]
    }),
  )
})

const put = (order: readonly Placed[], at: number, ids: readonly string[]) => {
  const places = placesAt(order, at, ids)
  const moved = new Set(places.map(({ id }) => id))
  return {
    places,
    after: sorted([...order.filter(({ id }) => !moved.has(id)), ...places]).map(({ id }) => id),
  }
}

it('puts anything anywhere and leaves the order of everything else', () => {
  fc.assert(
    fc.property(orders, fc.nat(24), fc.integer({ min: 1, max: 4 }), (order, spot, count) => {
      const at = Math.min(spot, order.length)
      const ids = Array.from({ length: count }, (_value, n) => `new${n}`)
      const known = order.map(({ id }) => id)
      expect(put(order, at, ids).after).toEqual([...known.slice(0, at), ...ids, ...known.slice(at)])
    }),
  )
})

it('moves nothing but what stands in the way', () => {
  fc.assert(
    fc.property(orders, fc.nat(24), (order, spot) => {
      const at = Math.min(spot, order.length)
      const above = order[at - 1]?.place
      const inTheWay = order.slice(at).filter(({ place }) => place === above)
      expect(put(order, at, ['new']).places.map(({ id }) => id)).toEqual([
        'new',
        ...inTheWay.map(({ id }) => id),
      ])
    }),
  )
})

it('places everything anew where somebody has written a place that is none', () => {
  const broken = [
    { id: 'a', place: '!!' },
    { id: 'b', place: '~' },
  ]
  expect(put(broken, 1, ['new']).after).toEqual(['a', 'new', 'b'])
})
