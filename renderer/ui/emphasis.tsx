interface EmphasisProps {
  readonly text: string
  /** The word that is set in italics; the first time it stands alone in the text. Null for none. */
  readonly word: string | null
}

/** A title with one word in italics, as a poster sets it: Emily <em>in</em> Paris. */
export function Emphasis({ text, word }: EmphasisProps) {
  const words = text.split(' ')
  const at = word === null ? -1 : words.indexOf(word)
  if (at < 0) return text
  const before = words.slice(0, at).join(' ')
  const after = words.slice(at + 1).join(' ')
  return (
    <>
      {before && `${before} `}
      <em>{word}</em>
      {after && ` ${after}`}
    </>
  )
}
