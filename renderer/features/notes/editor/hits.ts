import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { highlight } from '../highlight'

const HIT = Decoration.mark({ class: 'cm-hit' })

function hitsIn(view: EditorView, words: readonly string[]) {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    let at = from
    for (const { text, hit } of highlight(view.state.doc.sliceString(from, to), words)) {
      if (hit) builder.add(at, at + text.length, HIT)
      at += text.length
    }
  }
  return builder.finish()
}

/** Marks in the text what the search of the list has found. */
export const hits = (words: readonly string[]) =>
  words.length === 0
    ? []
    : ViewPlugin.fromClass(
        class {
          decorations
          constructor(view: EditorView) {
            this.decorations = hitsIn(view, words)
          }
          update({ docChanged, viewportChanged, view }: ViewUpdate) {
            if (docChanged || viewportChanged) this.decorations = hitsIn(view, words)
          }
        },
        { decorations: (plugin) => plugin.decorations },
      )
