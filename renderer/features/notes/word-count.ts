/**
 * Counts the words of a Markdown text as a person would: marks such as `**` and `-` are no words.
 *
 * @param language decides where words end, for scripts that write without spaces
 */
export function countWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  let count = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1
  return count
}
