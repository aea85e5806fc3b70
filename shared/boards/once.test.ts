import { expect, it } from 'vitest'
import { once } from './once'

it('asks once of each object, also where the answer is nothing', () => {
  let asked = 0
  const double = once(({ n }: { readonly n: number | null }): number | undefined => {
    asked += 1
    return n === null ? undefined : 2 * n
  })
  const [two, none] = [{ n: 2 }, { n: null }]
  expect([double(two), double(two), double(none), double(none), asked]).toEqual([
    4,
    4,
    undefined,
    undefined,
    2,
  ])
  // another object is another question, even if it says the same
  expect([double({ n: 2 }), asked]).toEqual([4, 3])
})
