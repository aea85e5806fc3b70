/**
 * Markdown as a list shows it: the words without their marks. It is not a parser; it takes away what would
 * only be noise in two lines of text.
 */
export function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+(?=\S)/gm, '')
    .replace(/(^|\s)(?:#{1,6}|>)\s+(?=\S)/g, '$1')
    .replace(/(\*{1,3}|_{1,3}|~~|`+)(?=\S)(.*?\S)\1(?!\w)/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()
}
