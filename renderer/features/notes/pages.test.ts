import { expect, it } from 'vitest'
import { pagesFor } from './pages'

it('asks for one page when all rows in sight lie in it', () => {
  expect(pagesFor(0, 99)).toEqual([0])
})

it('asks for both pages at a border', () => {
  expect(pagesFor(95, 104)).toEqual([0, 1])
})

it('always asks for the first page as well, because it carries the counts', () => {
  expect(pagesFor(430, 445)).toEqual([0, 4])
})

it('asks for the first page of an empty list', () => {
  expect(pagesFor(0, -1)).toEqual([0])
})
