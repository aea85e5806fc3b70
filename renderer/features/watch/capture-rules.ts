import type { NoteKind } from '@shared/notes/schema'
import { Tag } from '@shared/notes/schema'

/** What a line that was typed while watching becomes. */
export interface Captured {
  readonly kind: NoteKind
  readonly body: string
  readonly tags: readonly string[]
}

const TAGS = /(?:^|\s)#([\p{L}\p{N}][\p{L}\p{N}_/-]*)/gu

/**
 * Reads a capture line: `?` at its start asks a question, `#word` is a tag, and the words stay as they were typed.
 *
 * @example captured('?Who dressed her #thelook') // a question with the tag "thelook"
 */
export function captured(line: string): Captured {
  const text = line.trim()
  const asks = text.startsWith('?')
  const body = asks ? text.slice(1).trim() : text
  const tags = [...body.matchAll(TAGS)].flatMap(([, tag]) => {
    const known = Tag.safeParse(tag)
    return known.success ? [known.data] : []
  })
  return { kind: asks ? 'question' : 'note', body, tags: [...new Set(tags)].slice(0, 50) }
}

/** The name that is being typed after an @, and where it begins; null when the caret is not behind one. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly typed: string } | null {
  const match = /(?:^|\s)@([\p{L}\p{N}' -]{0,40})$/u.exec(text.slice(0, caret))
  if (!match) return null
  const typed = match[1] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** The line with a name put in place of what was typed after the @. */
export function withMention(
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const mention = mentionAt(text, caret)
  if (!mention) return { text, caret }
  const before = `${text.slice(0, mention.from)}@${name} `
  return { text: `${before}${text.slice(caret).trimStart()}`, caret: before.length }
}
