import { bareWords } from '@shared/bare-words'
import { beginningWith, wholeWord } from '@shared/notes/rules'
import type { Database } from '../../db/database'

/** More words than this begin alike, and the index is asked for the beginning itself. */
const MOST_TERMS = 16
/** Beginnings of up to three letters have an index of their own (`prefix` of `note_text`). */
const INDEXED = 3
/** What bare words and the index's tokeniser fold alike without any doubt. */
const PLAIN = /^[a-z0-9]+$/

/**
 * How a beginning of a word is looked for in the notes. FTS5 collects every place of every word that begins so before it
 * answers the first row (https://www.sqlite.org/fts5.html, section 4.2.2), which takes twenty times as long as the newest
 * rows of the words themselves. So the words are found in the index's vocabulary, one step for each, and asked for whole.
 *
 * @returns spells a term for `parseSearch`; what it spells means the same as `beginningWith` for as long as no note changes
 */
export function noteTerms(db: Database): (term: string) => string {
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.note_term USING fts5vocab('main', 'note_text', 'instance')",
  )
  const from = db.prepare<[string], string>('SELECT term FROM note_term WHERE term >= ? LIMIT 1').pluck()

  /** The words of all notes that begin so; null when there are too many. */
  const termsFrom = (start: string): string[] | null => {
    const terms: string[] = []
    for (let at = start; terms.length <= MOST_TERMS; at = `${terms.at(-1)}\u0001`) {
      const term = from.get(at)
      if (!term?.startsWith(start)) return terms
      terms.push(term)
    }
    return null
  }

  return (term) => {
    const start = bareWords(term)
    const terms = start.length > INDEXED && PLAIN.test(start) ? termsFrom(start) : null
    // none: the beginning itself says so to the index, and finds nothing
    return terms && terms.length > 0 ? `(${terms.map(wholeWord).join(' OR ')})` : beginningWith(term)
  }
}
