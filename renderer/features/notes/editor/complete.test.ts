import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { mentionCompletions, tagCompletions, type Words } from './complete'

const words: Words = {
  tags: () => ['luc', 'thelook'],
  names: () => [{ name: 'Sylvie Grateau', shortName: 'Sylvie' }],
  onTag: () => undefined,
}
const at = (text: string) => new CompletionContext(EditorState.create({ doc: text }), text.length, false)
const labels = (result: ReturnType<ReturnType<typeof tagCompletions>>) =>
  result?.options.map(({ label }) => label)

it('offers tags after a # that begins a word', () => {
  expect(labels(tagCompletions(words)(at('see #th')))).toEqual(['#luc', '#thelook'])
  expect(tagCompletions(words)(at('# '))).toBeNull()
  expect(tagCompletions(words)(at('a#th'))).toBeNull()
})

it('offers known names after an @ that begins a word', () => {
  expect(labels(mentionCompletions(words)(at('(@sy')))).toEqual(['@Sylvie'])
  expect(mentionCompletions(words)(at('mail@sy'))).toBeNull()
})
