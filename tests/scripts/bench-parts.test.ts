import { describe, expect, it } from 'vitest'
import { chooseParts, PARTS } from '../../scripts/bench/parts.mjs'

describe('the parts of the bench', () => {
  it('are all measured when none is named', () => {
    expect(chooseParts(PARTS, [])).toEqual(PARTS)
  })
  it('are those that are named, in the order in which they are always measured', () => {
    expect(chooseParts(PARTS, ['recap', 'save']).map(({ name }) => name)).toEqual(['save', 'recap'])
  })
  it('have names of their own', () => {
    expect(new Set(PARTS.map(({ name }) => name)).size).toBe(PARTS.length)
  })
  it('are told to whoever names one that is not there', () => {
    expect(() => chooseParts(PARTS, ['recaps'])).toThrow(/no part 'recaps'.*save.*recap/)
  })
})
