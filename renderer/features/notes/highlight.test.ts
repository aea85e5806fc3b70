import { describe, expect, it } from 'vitest'
import { highlight, searchWords } from './highlight'

const hits = (text: string, search: string) =>
  highlight(text, searchWords(search))
    .filter((segment) => segment.hit)
    .map((segment) => segment.text)

describe('highlight', () => {
  it('marks the beginning of every word that the search matches', () => {
    expect(hits('The watch house, watching', 'watch')).toEqual(['watch', 'watch'])
  })

  it('does not mark the middle of a word', () => {
    expect(hits('stopwatch', 'watch')).toEqual([])
  })

  it('passes over accents and case on both sides', () => {
    expect(hits('Le CHÂTEAU, le chateau', 'château')).toEqual(['CHÂTEAU', 'chateau'])
    expect(hits('Frédéric', 'frede')).toEqual(['Frédé'])
  })

  it('keeps a combining accent with its letter', () => {
    const decomposed = 'Fre\u0301de\u0301ric'
    expect(hits(decomposed, 'frede')).toEqual(['Fre\u0301de\u0301'])
  })

  it('takes the longest of two words that both match', () => {
    expect(hits('watching', 'wat watch')).toEqual(['watch'])
  })

  it('does not look for the operators of the search itself', () => {
    expect(hits('Fourtier or watch', 'fourtier OR watch')).toEqual(['Fourtier', 'watch'])
  })

  it('does not light up what the search leaves out', () => {
    expect(hits('the watch and the ballet', 'watch -ballet')).toEqual(['watch'])
  })

  it('returns the whole text when its segments are joined', () => {
    const text = '«\u00a0Ringarde\u00a0», dit-il 🎭 à Émily.'
    for (const search of ['', 'ringarde', 'emily', 'dit 🎭', 'a'])
      expect(
        highlight(text, searchWords(search))
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text)
  })

  it('returns nothing for nothing', () => {
    expect(highlight('', searchWords('a'))).toEqual([])
  })
})
