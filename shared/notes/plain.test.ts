import { expect, it } from 'vitest'
import { plain } from './plain'

it('takes the marks from emphasis, quotes, lists, headings and links', () => {
  expect(plain('## Rule\n> a **promise**, not a *joke*\n- one\n- see [the page](https://a.example)')).toBe(
    'Rule a promise, not a joke one see the page',
  )
})

it('leaves marks alone that are none', () => {
  expect(plain('2 * 3 - 1 = 5, snake_case_name, 100 %')).toBe('2 * 3 - 1 = 5, snake_case_name, 100 %')
})

it('takes the marks of quotes and headings from a text on one line', () => {
  expect(plain('no joke. > You want the hero ## What follows - one')).toBe(
    'no joke. You want the hero What follows - one',
  )
})

it('keeps a hyphen inside a word', () => {
  expect(plain('Leroy-Beaulieu')).toBe('Leroy-Beaulieu')
})
