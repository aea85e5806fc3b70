import { bareWords } from '@shared/bare-words'
import { parseSearch } from '@shared/notes/rules'

export interface Segment {
  readonly text: string
  readonly hit: boolean
}

const WORD = /[\p{L}\p{N}\p{M}_]+/gu

/** The words that a search looks for, folded, the longest first. What it must not find is left out. */
export function searchWords(search: string): string[] {
  const words = parseSearch(search).terms.flatMap((term) => term.match(WORD) ?? [])
  return [...new Set(words.map(bareWords).filter((word) => word !== ''))].sort((a, b) => b.length - a.length)
}

/** How many code units of `word` make up the first `length` folded ones. */
function unitsFor(word: string, length: number): number {
  let units = 0
  let folded = ''
  for (const character of word) {
    if (folded.length >= length && !/\p{M}/u.test(character)) break
    folded += bareWords(character)
    units += character.length
  }
  return units
}

/**
 * Cuts a text where a word of it begins with one of the words looked for.
 *
 * @param words from `searchWords`
 * @returns segments that join to the same text again
 */
export function highlight(text: string, words: readonly string[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const match of words.length > 0 ? text.matchAll(WORD) : []) {
    const folded = bareWords(match[0])
    const found = words.find((word) => folded.startsWith(word))
    if (found === undefined) continue
    const end = match.index + unitsFor(match[0], found.length)
    if (match.index > at) segments.push({ text: text.slice(at, match.index), hit: false })
    segments.push({ text: text.slice(match.index, end), hit: true })
    at = end
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false })
  return segments
}
