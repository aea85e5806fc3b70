import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { Annotation, Compartment, EditorState, type StateCommand } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { blocks } from './blocks'
import { completion, type Words } from './complete'
import { FORMATS } from './formats'
import { hits } from './hits'
import { openLinks } from './links'
import { prose } from './prose'
import { timeAtCaret, times } from './times'

interface EditorOptions {
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly onChange: (text: string) => void
  readonly onLink: (address: string) => void
  readonly onTime: (ms: number) => void
  readonly words: Words
  /** Esc: the hands go back to the list. */
  readonly onLeave: () => void
}

export interface Editor {
  focus(): void
  run(command: StateCommand): void
  /** Takes over a text that was not typed here. */
  setText(text: string): void
  setHits(words: readonly string[]): void
  destroy(): void
}

/** Marks a change that was not typed here, so that it is not told back to where it came from. */
const takenOver = Annotation.define<boolean>()

/**
 * A Markdown editor inside a host element. It lives in a shadow root: there CodeMirror keeps its rules in a
 * constructed style sheet, which the content policy allows, and not in a style element, which it does not.
 */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  root.replaceChildren(parent)
  const found = new Compartment()
  const leave = () => {
    options.onLeave()
    return true
  }
  // on a timecode it goes there; elsewhere the page's own key goes to the note's moment
  const jump = (from: EditorView) => {
    const ms = timeAtCaret(from)
    if (ms !== null) options.onTime(ms)
    return ms !== null
  }
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        keymap.of([
          ...FORMATS.map(({ key, command }) => ({ key, run: command, preventDefault: true })),
          ...completionKeymap,
          { key: 'Mod-Enter', run: jump },
          { key: 'Escape', run: leave },
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          spellcheck: 'true',
          autocorrect: 'on',
        }),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some((one) => one.docChanged && !one.annotation(takenOver))
          if (typed) options.onChange(update.state.doc.toString())
        }),
        placeholder(options.hint),
        openLinks(options.onLink),
        times(options.onTime),
        completion(options.words),
        prose,
        blocks,
        found.of([]),
      ],
    }),
  })
  return {
    focus: () => view.focus(),
    run(command) {
      command(view)
      view.focus()
    },
    setText(text) {
      if (text === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: takenOver.of(true),
      })
    },
    setHits: (words) => view.dispatch({ effects: found.reconfigure(hits(words)) }),
    destroy: () => view.destroy(),
  }
}
