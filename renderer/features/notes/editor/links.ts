import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The address of the link at a place of the text; null where there is none, or none that may be opened. */
export function addressAt(state: EditorState, position: number): string | null {
  for (let node = syntaxTree(state).resolveInner(position, 1); node.parent; node = node.parent) {
    const found = node.name === 'URL' ? node : node.name === 'Link' ? node.getChild('URL') : null
    if (!found) continue
    const address = state.doc.sliceString(found.from, found.to)
    return /^(?:https:\/\/|entracte:\/\/note\/)[^\s]+$/i.test(address) ? address : null
  }
  return null
}

/** Ctrl and a click on a link opens it: a note here, a page in the person's browser. */
export const openLinks = (open: (address: string) => void) =>
  EditorView.domEventHandlers({
    mousedown(event, view) {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY })
      const address = position === null ? null : addressAt(view.state, position)
      if (address === null) return false
      event.preventDefault()
      open(address)
      return true
    },
  })
