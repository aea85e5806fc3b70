import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { timecodesIn } from '@shared/notes/links'

/** More characters than a timecode has. */
const EDGE = 24

function timesIn(view: EditorView) {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    // a little more than is in sight, so that half a number at the edge is no time; a line may be very long
    const start = Math.max(view.state.doc.lineAt(from).from, from - EDGE)
    const end = Math.min(view.state.doc.lineAt(to).to, to + EDGE)
    for (const time of timecodesIn(view.state.doc.sliceString(start, end))) {
      const mark = Decoration.mark({ class: 'cm-time', attributes: { 'data-ms': String(time.ms) } })
      builder.add(start + time.from, start + time.to, mark)
    }
  }
  return builder.finish()
}

const marks = ViewPlugin.fromClass(
  class {
    decorations
    constructor(view: EditorView) {
      this.decorations = timesIn(view)
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = timesIn(view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** The time at the caret, in milliseconds; null when there is none. */
export function timeAtCaret(view: EditorView): number | null {
  const { head } = view.state.selection.main
  const line = view.state.doc.lineAt(head)
  const start = Math.max(line.from, head - EDGE)
  const at = head - start
  return (
    timecodesIn(view.state.doc.sliceString(start, Math.min(line.to, head + EDGE))).find(
      ({ from, to }) => from <= at && at <= to,
    )?.ms ?? null
  )
}

/** Draws timecodes in gold; a click on one goes to that moment. */
export const times = (jump: (ms: number) => void) => [
  marks,
  EditorView.domEventHandlers({
    click(event, view) {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('.cm-time') : null
      // a click that selects is no click on a time
      if (!mark || event.button !== 0 || !view.state.selection.main.empty) return false
      jump(Number(mark.dataset.ms))
      return true
    },
  }),
]
