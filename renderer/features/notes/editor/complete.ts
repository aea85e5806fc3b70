import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'

/** What can be completed: asked for at each key, so that it is never older than the page. */
export interface Words {
  readonly tags: () => readonly string[]
  /** The names of roles that may be known. */
  readonly names: () => readonly { readonly name: string; readonly shortName: string }[]
  /** A tag was chosen: it becomes a tag of the note, and its word stays in the text. */
  readonly onTag: (tag: string) => void
}

const from = (context: CompletionContext, typed: RegExp): number | null => {
  const match = context.matchBefore(typed)
  if (!match) return null
  const before = context.state.doc.sliceString(match.from - 1, match.from)
  return before === '' || /\s|[([]/.test(before) ? match.from : null
}

/** `#tag` from the tags of the show. */
export const tagCompletions =
  ({ tags, onTag }: Words) =>
  (context: CompletionContext): CompletionResult | null => {
    const at = from(context, /#[\p{L}\p{N}_/-]*$/u)
    if (at === null) return null
    const options = tags().map(
      (tag): Completion => ({
        label: `#${tag}`,
        type: 'tag',
        apply(view, _completion, start, end) {
          const insert = `#${tag} `
          view.dispatch({
            changes: { from: start, to: end, insert },
            selection: { anchor: start + insert.length },
          })
          onTag(tag)
        },
      }),
    )
    return options.length === 0 ? null : { from: at, options, validFor: /^#[\p{L}\p{N}_/-]*$/u }
  }

/** `@name` from the cast, as far as it may be known. */
export const mentionCompletions =
  ({ names }: Words) =>
  (context: CompletionContext): CompletionResult | null => {
    const at = from(context, /@[\p{L}\p{N}'’-]*$/u)
    if (at === null) return null
    const options = names().map(
      ({ name, shortName }): Completion => ({
        label: `@${shortName}`,
        ...(name === shortName ? {} : { detail: name }),
        type: 'mention',
        apply: `@${shortName} `,
      }),
    )
    return options.length === 0 ? null : { from: at, options, validFor: /^@[\p{L}\p{N}'’-]*$/u }
  }

/** Completes tags and names while they are typed: arrows choose, Enter or Tab takes. */
export const completion = (words: Words): Extension =>
  autocompletion({
    override: [tagCompletions(words), mentionCompletions(words)],
    icons: false,
    maxRenderedOptions: 40,
  })
