import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonSteps } from './json-steps'
import { atOnce } from './turns'

const read = (text: string, limit: number): unknown => atOnce(jsonSteps(text, limit))
const tried = (parse: () => unknown): { value: unknown } | 'refused' => {
  try {
    return { value: parse() }
  } catch (error) {
    if (error instanceof SyntaxError) return 'refused'
    throw error
  }
}

describe('JSON that is parsed in steps', () => {
  it('says what JSON.parse says, whatever the slice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 60 }), fc.nat(3), (value, limit, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(read(text, limit)).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  it('refuses what JSON.parse refuses, also when something is cut out or put in', () => {
    const spoil = fc.record({
      at: fc.nat(400),
      cut: fc.nat(3),
      put: fc.constantFrom('', ',', '"', '}', ']', ':', '{', ' ', '1', '\\'),
    })
    fc.assert(
      fc.property(
        fc.jsonValue(),
        spoil,
        fc.integer({ min: 1, max: 40 }),
        (value, { at, cut, put }, limit) => {
          const sound = JSON.stringify(value)
          const place = at % (sound.length + 1)
          const text = sound.slice(0, place) + put + sound.slice(place + cut)
          expect(tried(() => read(text, limit))).toEqual(tried(() => JSON.parse(text)))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('takes a key called __proto__ for a key', () => {
    const found = read('{"__proto__": {"polluted": true}, "long": "xxxxxxxxxxxxxxxx"}', 4)
    expect(Object.keys(found as object)).toEqual(['__proto__', 'long'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('takes many steps for a long text and one for a short one', () => {
    const count = (text: string) => [...jsonSteps(text)].length
    expect(count('{"a": 1}')).toBe(1)
    expect(count(JSON.stringify(Array.from({ length: 100_000 }, (_value, at) => ({ at }))))).toBeGreaterThan(
      1000,
    )
  })
})
