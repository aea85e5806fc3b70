import { expect, it } from 'vitest'
import { countWords } from './word-count'

it('counts words and not the marks of Markdown', () => {
  expect(countWords('So it is a **promise**, not a joke.\n\n- one\n- two', 'en')).toBe(10)
})

it('counts an elided French article with its word or apart, but never zero', () => {
  expect(countWords('L’épisode', 'fr')).toBeGreaterThan(0)
})

it('counts nothing in an empty text', () => {
  expect(countWords('  \n ', 'en')).toBe(0)
})
