import { type ChangeSpec, EditorSelection, type StateCommand, type Text } from '@codemirror/state'

/**
 * Puts a mark around what is selected, or takes it away when it is there.
 *
 * @param mark the Markdown mark, such as `**`
 */
export const toggleMark =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const { doc } = state
    const edit = state.changeByRange((range) => {
      const before = doc.sliceString(Math.max(0, range.from - mark.length), range.from)
      const after = doc.sliceString(range.to, range.to + mark.length)
      const isOwn = before === mark && after === mark && !isPartOfBold(doc, range.from, range.to, mark)
      if (isOwn)
        return {
          changes: [
            { from: range.from - mark.length, to: range.from },
            { from: range.to, to: range.to + mark.length },
          ],
          range: EditorSelection.range(range.from - mark.length, range.to - mark.length),
        }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
      }
    })
    dispatch(state.update(edit, { scrollIntoView: true, userEvent: 'input' }))
    return true
  }

/** Whether the single `*` on both sides belongs to a `**`, which is another mark. */
function isPartOfBold(text: Text, from: number, to: number, mark: string): boolean {
  if (mark !== '*') return false
  const before = /\**$/.exec(text.sliceString(Math.max(0, from - 3), from))?.[0].length
  const after = /^\**/.exec(text.sliceString(to, to + 3))?.[0].length
  return before === 2 && after === 2
}

/**
 * Puts a mark at the beginning of every selected line, or takes it away when all of them have it.
 *
 * @param mark `> ` or `- `
 */
export const toggleLines =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const changes: ChangeSpec[] = []
    const { from, to } = state.selection.main
    const first = state.doc.lineAt(from).number
    const last = state.doc.lineAt(to).number
    const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
    const written = lines.length > 1 ? lines.filter((line) => line.text.trim() !== '') : lines
    const all = written.length > 0 && written.every((line) => line.text.startsWith(mark))
    for (const line of written)
      if (all) changes.push({ from: line.from, to: line.from + mark.length })
      else if (!line.text.startsWith(mark)) changes.push({ from: line.from, insert: mark })
    const set = state.changes(changes)
    dispatch(
      state.update({
        changes: set,
        selection: state.selection.map(set, 1),
        scrollIntoView: true,
        userEvent: 'input',
      }),
    )
    return true
  }

/** Makes a link of what is selected and puts the caret where its address goes. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  const edit = state.changeByRange((range) => {
    const text = state.doc.sliceString(range.from, range.to)
    const isAddress = /^https:\/\/\S+$/.test(text)
    const insert = isAddress ? `[](${text})` : `[${text}](https://)`
    const caret = isAddress ? range.from + 1 : range.from + insert.length - 1
    return { changes: { from: range.from, to: range.to, insert }, range: EditorSelection.cursor(caret) }
  })
  dispatch(state.update(edit, { scrollIntoView: true, userEvent: 'input' }))
  return true
}
