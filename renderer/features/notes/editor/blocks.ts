import { syntaxTree } from '@codemirror/language'
import type { EditorState, Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

const CLASS_OF: Readonly<Record<string, string>> = {
  Blockquote: 'cm-quote',
  ListItem: 'cm-item',
  ATXHeading1: 'cm-h1',
  ATXHeading2: 'cm-h2',
  ATXHeading3: 'cm-h3',
  SetextHeading1: 'cm-h1',
  SetextHeading2: 'cm-h2',
}
const MARK = Decoration.mark({ class: 'cm-mark' })

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The lines of a stretch of the document that lie in a quote, a list or a heading, and their marks. */
export function blockDecorations(state: EditorState, stretches: readonly Stretch[]): DecorationSet {
  const classes = new Map<number, Set<string>>()
  const marks: Range<Decoration>[] = []
  for (const { from, to } of stretches)
    syntaxTree(state).iterate({
      from,
      to,
      enter(node) {
        if (node.name === 'ListMark') {
          // the mark takes the blank after it along, so that all items begin at one edge
          const end = state.doc.sliceString(node.to, node.to + 1) === ' ' ? node.to + 1 : node.to
          marks.push(MARK.range(node.from, end))
        }
        const name = CLASS_OF[node.name]
        if (!name) return
        const last = state.doc.lineAt(node.to).number
        for (let number = state.doc.lineAt(node.from).number; number <= last; number += 1) {
          const at = state.doc.line(number).from
          // a line that continues an item is not indented by its mark
          if (name === 'cm-item' && at > node.from) continue
          classes.set(at, (classes.get(at) ?? new Set()).add(name))
        }
      },
    })
  const lines = [...classes].map(([at, names]) => Decoration.line({ class: [...names].join(' ') }).range(at))
  return Decoration.set([...lines, ...marks], true)
}

/** Draws quotes, list items and headings as blocks while they are typed. */
export const blocks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = blockDecorations(view.state, view.visibleRanges)
    }
    update(update: ViewUpdate) {
      const parsed = syntaxTree(update.startState) !== syntaxTree(update.state)
      if (update.docChanged || update.viewportChanged || parsed)
        this.decorations = blockDecorations(update.state, update.view.visibleRanges)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
