import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, fold, parseSearch, tidyTags } from './rules'

describe('parseSearch', () => {
  it('wants every word, each as the beginning of a word', () => {
    expect(parseSearch('watch gab')).toEqual({ match: '("watch" * AND "gab" *)', terms: ['watch', 'gab'] })
  })
  it('keeps a phrase together, also one that is not closed yet', () => {
    expect(parseSearch('"the watch"').match).toBe('("the watch" *)')
    expect(parseSearch('"the wat').match).toBe('("the wat" *)')
  })
  it('knows alternatives and exclusions', () => {
    expect(parseSearch('fourtier OR watch').match).toBe('("fourtier" *) OR ("watch" *)')
    expect(parseSearch('watch -party').match).toBe('(("watch" *) NOT ("party" *))')
  })
  it('finds nothing to search for in marks alone', () => {
    expect(parseSearch('  -- "" !!! OR -only')).toEqual({ match: null, terms: [] })
  })
  it('doubles quotes inside a word, so that no text breaks out', () => {
    expect(parseSearch('a"b').match).toBe('("a""b" *)')
  })
})

describe('fold', () => {
  it('drops accents and case and keeps every position', () => {
    expect(fold('Élodie à Saint-Tropez')).toBe('elodie a saint-tropez')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('excerptOf', () => {
  const long = `${'word '.repeat(100)}Fourtier ${'more '.repeat(100)}`
  it('gives a short body whole, on one line', () => {
    expect(excerptOf('One.\n\nTwo.', [])).toBe('One. Two.')
  })
  it('begins at the start when nothing was searched for', () => {
    expect(excerptOf(long, [])).toMatch(/^word word .*…$/)
  })
  it('moves to the first match, whatever its accents', () => {
    expect(excerptOf(long, ['fourtíer'])).toMatch(/^….*Fourtier.*…$/)
  })
  it('is never much longer than it promises', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.array(fc.string({ minLength: 1 })), (body, terms) => {
        expect(excerptOf(body, terms).length).toBeLessThanOrEqual(282)
      }),
    )
  })
})

it('tags are kept in lower case, each once', () => {
  expect(tidyTags(['Luc', 'luc', 'Élan', 'Élan'])).toEqual(['luc', 'élan'])
})
