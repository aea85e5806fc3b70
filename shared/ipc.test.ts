import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { event, isRequest, methodsOf, query, Request } from './ipc'
import { uuidV7 } from './uuid'

describe('a request', () => {
  it('is recognised exactly where its schema would', () => {
    const id = fc
      .tuple(fc.nat(), fc.uint8Array({ minLength: 10, maxLength: 10 }))
      .map(([at, random]) => uuidV7(at, random))
    const anything = fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true })
    const like = fc.record(
      {
        method: fc.oneof(fc.string(), fc.string({ minLength: 70, maxLength: 90 }), fc.anything()),
        input: anything,
        taskId: fc.oneof(id, fc.uuid(), fc.constant(undefined), fc.constant(null), fc.anything()),
        more: anything,
      },
      { requiredKeys: [] },
    )
    const asked = fc.record(
      { method: fc.string({ maxLength: 80 }), input: anything, taskId: id },
      { requiredKeys: ['method', 'input'] },
    )
    fc.assert(
      fc.property(fc.oneof(anything, like, asked), (raw) => {
        const parsed = Request.safeParse(raw)
        expect(isRequest(raw)).toBe(parsed.success)
      }),
      { numRuns: 2000 },
    )
  })
  it('is no list, whatever hangs on it', () => {
    const list = Object.assign([], { method: 'a.b', input: null })
    expect([isRequest(list), Request.safeParse(list).success]).toEqual([false, false])
  })
  it('may be asked without anything to say', () => {
    expect(isRequest({ method: 'a.b', input: undefined })).toBe(true)
  })
})

it('lists what a contract has of its own, and no event', () => {
  const contract = { a: { ask: query(z.void(), z.void()), told: event(z.void()) } }
  expect(methodsOf(contract).map(({ name }) => name)).toEqual(['a.ask'])
})
