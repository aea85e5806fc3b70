import { generateNKeysBetween } from 'fractional-indexing'

export interface Placed {
  readonly id: string
  readonly place: string
}

/**
 * Places for what is put between its neighbours in an order. Two who insert at the same spot offline get the same
 * place; between those two nothing fits, so what follows is moved on a little.
 *
 * @param order what stays, in order
 * @param at before which of them the new ones go; `order.length` for the end
 * @param ids what is put there, in order
 * @returns the places of `ids`, and of those that had to give way
 */
export function placesAt(order: readonly Placed[], at: number, ids: readonly string[]): Placed[] {
  const above = order[at - 1]?.place ?? null
  let end = at
  // whatever is not behind the one above has to give way
  while (above !== null && end < order.length && (order[end]?.place ?? '') <= above) end += 1
  const moving = [...ids, ...order.slice(at, end).map(({ id }) => id)]
  try {
    return named(moving, generateNKeysBetween(above, order[end]?.place ?? null, moving.length))
  } catch {
    // a place that nobody here could have made: the whole order is placed anew
    const all = [...order.slice(0, at).map(({ id }) => id), ...ids, ...order.slice(at).map(({ id }) => id)]
    return named(all, generateNKeysBetween(null, null, all.length))
  }
}

const named = (ids: readonly string[], keys: readonly string[]): Placed[] =>
  ids.map((id, index) => ({ id, place: keys[index] ?? '' }))
