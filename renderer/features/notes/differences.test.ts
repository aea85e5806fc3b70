import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differences } from './differences'

const join = (before: string, after: string, without: 'added' | 'taken') =>
  differences(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

it('names the words that changed', () => {
  expect(differences('a promise, not a joke', 'a promise, not a threat')).toEqual([
    { text: 'a promise, not a ', kind: 'same' },
    { text: 'joke', kind: 'taken' },
    { text: 'threat', kind: 'added' },
  ])
})

it('holds both texts whole, whatever they are', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('Luc', 'Emily', ' ', '\n', ', ')).map((a) => a.join('')),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(join(before, after, 'added')).toBe(before)
      expect(join(before, after, 'taken')).toBe(after)
    }),
  )
})
