import { EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { insertLink, toggleLines, toggleMark } from './commands'

/** Runs a command on a text in which `[` and `]` stand for the selection and `|` for a caret. */
function run(command: StateCommand, marked: string): string {
  const caret = marked.indexOf('|')
  const from = caret >= 0 ? caret : marked.indexOf('[')
  const to = caret >= 0 ? caret : marked.indexOf(']') - 1
  let state = EditorState.create({
    doc: marked.replace(/[[\]|]/g, ''),
    selection: { anchor: from, head: to },
  })
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state
    },
  })
  const { main } = state.selection
  const text = state.doc.toString()
  if (main.empty) return `${text.slice(0, main.from)}|${text.slice(main.from)}`
  return `${text.slice(0, main.from)}[${text.slice(main.from, main.to)}]${text.slice(main.to)}`
}

describe('marks', () => {
  it('go around the selection and keep it selected', () => {
    expect(run(toggleMark('**'), 'a [promise], no joke')).toBe('a **[promise]**, no joke')
  })

  it('go away when they are there', () => {
    expect(run(toggleMark('**'), 'a **[promise]**')).toBe('a [promise]')
  })

  it('open around a bare caret', () => {
    expect(run(toggleMark('*'), 'so |')).toBe('so *|*')
  })

  it('add italics to what is bold, instead of breaking its marks', () => {
    expect(run(toggleMark('*'), '**[promise]**')).toBe('***[promise]***')
    expect(run(toggleMark('*'), '***[promise]***')).toBe('**[promise]**')
  })
})

describe('lines', () => {
  it('become a list and stop being one', () => {
    expect(run(toggleLines('- '), '[one\ntwo]')).toBe('- [one\n- two]')
    expect(run(toggleLines('- '), '- [one\n- two]')).toBe('[one\ntwo]')
  })

  it('pass over empty lines between paragraphs', () => {
    expect(run(toggleLines('> '), '[one\n\ntwo]')).toBe('> [one\n\n> two]')
  })

  it('begin on an empty line at the caret', () => {
    expect(run(toggleLines('- '), '|')).toBe('- |')
  })
})

describe('links', () => {
  it('take the selection as their text', () => {
    expect(run(insertLink, 'see [the page]')).toBe('see [the page](https://|)')
  })

  it('take a selected address as their address', () => {
    expect(run(insertLink, '[https://a.example]')).toBe('[|](https://a.example)')
  })
})
