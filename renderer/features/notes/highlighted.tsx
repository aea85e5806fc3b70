import { highlight } from './highlight'

/** A text with the beginnings of words that the search matched. */
export function Highlighted({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  if (words.length === 0) return text
  let at = 0
  return highlight(text, words).map(({ text: piece, hit }) => {
    const key = at
    at += piece.length
    return hit ? <mark key={key}>{piece}</mark> : piece
  })
}
