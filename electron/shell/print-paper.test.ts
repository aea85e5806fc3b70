import { expect, it } from 'vitest'
import { footOf, headOf, paperFor } from './print-paper'

it('takes the paper of the country', () => {
  expect(['US', 'ca', 'MX', 'FR', 'GB', ''].map(paperFor)).toEqual([
    'Letter',
    'Letter',
    'Letter',
    'A4',
    'A4',
    'A4',
  ])
})

it('makes nothing of what a title says', () => {
  expect(headOf('<img src=x onerror=alert(1)> & "co"')).not.toMatch(/<img|onerror=alert\(1\)>/)
  expect(headOf('A & B')).toContain('A &amp; B')
  expect(footOf()).toContain('pageNumber')
})
