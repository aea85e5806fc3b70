import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NoteId } from './ids'
import { uuidV7 } from './uuid'

it('makes valid UUIDs of version 7 that sort by their millisecond', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
  const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })
  fc.assert(
    fc.property(time, time, random, random, (a, b, x, y) => {
      const [first, second] = [uuidV7(a, x), uuidV7(b, y)]
      expect(NoteId.safeParse(first).success).toBe(true)
      if (a < b) expect(first < second).toBe(true)
    }),
  )
})
