import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { addressAt } from './links'

const at = (doc: string, word: string) =>
  addressAt(
    EditorState.create({ doc, extensions: [markdown({ base: markdownLanguage })] }),
    doc.indexOf(word),
  )

it('finds the address behind the words of a link', () => {
  expect(at('see [the page](https://a.example/x) now', 'page')).toBe('https://a.example/x')
})

it('finds an address that stands by itself', () => {
  expect(at('see https://a.example/x now', 'a.example')).toBe('https://a.example/x')
})

it('opens nothing that is not https', () => {
  expect(at('[x](http://a.example)', 'x')).toBeNull()
  expect(at('[x](javascript:alert(1))', 'x')).toBeNull()
  expect(at('[x](file:///etc/passwd)', 'x')).toBeNull()
})

it('finds nothing beside a link', () => {
  expect(at('see [the page](https://a.example) now', 'now')).toBeNull()
})
