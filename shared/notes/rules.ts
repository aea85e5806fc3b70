import { bareWords } from '../bare-words'

/** What a search means: an FTS5 expression for the index, and the words to light up on the screen. */
export interface NoteSearch {
  /** Null when nothing in the text can be searched for. */
  readonly match: string | null
  /** Positive words and phrases, as typed. */
  readonly terms: readonly string[]
}

const TOKEN = /(-?)"([^"]*)"?|(\S+)/gu
const SEARCHABLE = /[\p{L}\p{N}]/u

/** A string of FTS5 (https://www.sqlite.org/fts5.html, section 3.1): words that stand together, each of them whole. */
export const wholeWord = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The same, its last word matched as the beginning of a word. */
export const beginningWith = (text: string): string => `${wholeWord(text)} *`

/**
 * Reads what a person typed: words must all occur, as beginnings of words; `"a phrase"` stays together;
 * `-word` must not occur; `OR` separates alternatives. Any text is allowed and none is an error.
 *
 * @param spell writes one word or phrase as an expression
 * @example parseSearch('fourtier OR "the watch"').match // ("fourtier" *) OR ("the watch" *)
 */
export function parseSearch(text: string, spell = beginningWith): NoteSearch {
  const groups: { wanted: string[]; unwanted: string[] }[] = [{ wanted: [], unwanted: [] }]
  for (const [whole, minus, phrase, word] of text.matchAll(TOKEN)) {
    if (whole === 'OR') {
      groups.push({ wanted: [], unwanted: [] })
      continue
    }
    const excluded = minus === '-' || word?.startsWith('-')
    const term = (phrase ?? word?.replace(/^-/, '') ?? '').normalize('NFC').replaceAll('\u0000', '')
    if (!SEARCHABLE.test(term)) continue
    const group = groups.at(-1)
    if (excluded) group?.unwanted.push(term)
    else group?.wanted.push(term)
  }
  const usable = groups.filter(({ wanted }) => wanted.length > 0)
  const expressions = usable.map(({ wanted, unwanted }) => {
    const all = wanted.map(spell).join(' AND ')
    return unwanted.length > 0 ? `((${all}) NOT (${unwanted.map(spell).join(' OR ')}))` : `(${all})`
  })
  return {
    match: expressions.length > 0 ? expressions.join(' OR ') : null,
    terms: usable.flatMap(({ wanted }) => wanted),
  }
}

/**
 * An FTS5 expression for texts that say one of these phrases, each word of it whole.
 *
 * @returns null when none of them holds anything that could be searched for
 */
export function phraseSearch(phrases: readonly string[]): string | null {
  const usable = phrases
    .map((phrase) => phrase.normalize('NFC').replaceAll('\u0000', ''))
    .filter((p) => SEARCHABLE.test(p))
  return usable.length > 0 ? usable.map(wholeWord).join(' OR ') : null
}

/** Letters without their accents and in lower case, one for one where that is possible. */
export function fold(text: string): string {
  return Array.from(text, (character) => {
    const bare = bareWords(character)
    return bare.length === character.length ? bare : character
  }).join('')
}

const EXCERPT = 280

/**
 * A piece of a note's body for a list: from the start, or around the first word that was searched for.
 *
 * @returns at most 280 characters on one line, with … where something was left out
 */
export function excerptOf(body: string, terms: readonly string[]): string {
  const line = body.replace(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT) return line
  const folded = fold(line)
  const hits = terms.map((term) => folded.indexOf(fold(term))).filter((at) => at >= 0)
  const first = hits.length > 0 ? Math.min(...hits) : 0
  if (first < EXCERPT - 80) return `${line.slice(0, EXCERPT).trimEnd()}…`
  const start = line.lastIndexOf(' ', first - 60) + 1
  const end = start + EXCERPT
  return `…${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`
}

/** Tags as they are kept: lower case, composed, each once, in the order given. */
export function tidyTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.normalize('NFC').toLowerCase()))]
}

/** How long a text may stand and still be a step on the way to the next one. */
const SITTING_MS = 5 * 60_000

/**
 * Whether what a note says now is kept when other words take its place. One version is kept for every five minutes
 * of writing, so nothing is lost that stood for longer: what stands longer than that was written after the last
 * version was kept, and so that was longer ago.
 *
 * @param keptAt when the newest version was kept; when there is none, when the note was written. Milliseconds.
 * @param now a clock that was set back keeps as well
 */
export const isKept = (keptAt: number, now: number): boolean => now < keptAt || now - keptAt > SITTING_MS
