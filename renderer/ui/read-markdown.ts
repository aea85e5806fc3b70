import { noteLink, parseFragment, parseNoteLink, timecodesIn } from '@shared/notes/links'
import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'

/** What a link of a note may lead to: a page on the web, another note, a moment. Nothing else becomes a link. */
const ALLOWED = /^(?:https:\/\/[^\s]+|entracte:\/\/note\/[0-9a-f-]{36}(?:#[\w=.,:]*)?|#t=[\w.,:]+)$/i

const reader = new MarkdownIt({ html: false, linkify: false, breaks: true })
// nothing is fetched for a note, so a picture in it is what was typed
reader.disable('image')
reader.validateLink = (address) => ALLOWED.test(address.trim())

reader.core.ruler.push('timecodes', (state) => {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children) continue
    let inLink = 0
    block.children = block.children.flatMap((token) => {
      if (token.type === 'link_open') inLink += 1
      if (token.type === 'link_close') inLink -= 1
      if (token.type !== 'text' || inLink > 0) return [token]
      const pieces: typeof block.children = []
      let at = 0
      const text = (words: string) => {
        const piece = new state.Token('text', '', 0)
        piece.content = words
        return piece
      }
      for (const { from, to, ms } of timecodesIn(token.content)) {
        const open = new state.Token('link_open', 'a', 1)
        open.attrSet('href', `#t=${ms / 1000}`)
        pieces.push(text(token.content.slice(at, from)), open, text(token.content.slice(from, to)))
        pieces.push(new state.Token('link_close', 'a', -1))
        at = to
      }
      return at === 0 ? [token] : [...pieces, text(token.content.slice(at))]
    })
  }
})

const TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['strong', 'em', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

/**
 * Markdown as it reads. HTML in it is text; what comes out is sanitised once more, to a short list of elements with no
 * attribute but the address of a link.
 */
export const readMarkdown = (text: string): DocumentFragment =>
  DOMPurify.sanitize(reader.render(text), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: ALLOWED,
    RETURN_DOM_FRAGMENT: true,
  })

/** Where a link of a read note leads; null for nowhere. */
export function leadsTo(
  href: string,
): { readonly url: string } | { readonly note: string } | { readonly ms: number } | null {
  if (/^https:\/\//i.test(href)) return { url: href }
  const note = parseNoteLink(href)
  if (note) return { note: noteLink(note.id, note) }
  const { atMs } = parseFragment(href.startsWith('#') ? href : '')
  return atMs === null ? null : { ms: atMs }
}
