import { useShortcut } from '../../ui/shortcuts'

interface NotesKeys {
  readonly onNew: () => void
  readonly onEdit: () => void
  readonly onSearch: () => void
  readonly onPin: () => void
  readonly onDelete: () => void
  readonly onStep: (step: 1 | -1) => void
  readonly onEscape: () => void
}

/** The single keys of the notes; they are off while a text is typed. */
export function useNotesKeys({
  onNew,
  onEdit,
  onSearch,
  onPin,
  onDelete,
  onStep,
  onEscape,
}: NotesKeys): void {
  useShortcut('n', onNew)
  useShortcut('e', onEdit)
  useShortcut('/', onSearch)
  useShortcut('p', onPin)
  useShortcut('Delete', onDelete)
  useShortcut('j', () => onStep(1))
  useShortcut('k', () => onStep(-1))
  useShortcut('Escape', onEscape)
}
