import { describe, expect, it } from 'vitest'
import { labelFrom, namesAny } from './rules'

describe('the word for the other one', () => {
  it('is the line’s own from its start, and the way back has its own', () => {
    const boss = { kind: 'works-for', label: 'boss', labelBack: 'assistant' } as const
    expect(labelFrom('out', boss)).toBe('boss')
    expect(labelFrom('in', boss)).toBe('assistant')
  })
  it('is the same both ways where the line holds both ways', () => {
    const married = { kind: 'family', label: 'married', labelBack: null } as const
    expect(labelFrom('in', married)).toBe('married')
  })
  it('is missing where it would be false', () => {
    expect(labelFrom('in', { kind: 'client', label: 'perfume', labelBack: null })).toBeNull()
  })
})

describe('a name in a text', () => {
  const luc = namesAny(['Luc', 'Benoît Lefèvre'])
  it('is found whatever its case, accents and marks around it', () => {
    expect(['luc.', '“LUC”', 'about Luc’s film', 'benoit   lefevre!'].map(luc)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
  it('is not part of another word, nor half of a name', () => {
    expect(['Lucky', 'reluctance', 'Benoît alone', ''].map(luc)).toEqual([false, false, false, false])
  })
  it('is not there when there is no name', () => {
    expect(namesAny(['', '—'])('anything')).toBe(false)
  })
})
