import { useShortcut } from '../../ui/shortcuts'

interface NotesKeys {
  readonly onNew: () => void
  readonly onEdit: () => void
  readonly onSearch: () => void
  readonly onPin: () => void
  readonly onDelete: () => void
  readonly onStep: (step: 1 | -1, how: 'one' | 'span') => void
  readonly onTag: () => void
  readonly onHistory: () => void
  readonly onCopyLink: () => void
  readonly onJump: () => void
  readonly onCard: () => void
  readonly onRead: () => void
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
  onTag,
  onHistory,
  onCopyLink,
  onJump,
  onCard,
  onRead,
  onEscape,
}: NotesKeys): void {
  useShortcut('n', onNew)
  useShortcut('e', onEdit)
  useShortcut('/', onSearch)
  useShortcut('p', onPin)
  useShortcut('Delete', onDelete)
  useShortcut('j', () => onStep(1, 'one'))
  useShortcut('k', () => onStep(-1, 'one'))
  useShortcut('Shift+j', () => onStep(1, 'span'))
  useShortcut('Shift+k', () => onStep(-1, 'span'))
  useShortcut('t', onTag)
  useShortcut('h', onHistory)
  useShortcut('y', onCopyLink)
  useShortcut('r', onRead)
  useShortcut('c', onCard)
  useShortcut('Mod+Enter', onJump, { inFields: true })
  useShortcut('Escape', onEscape)
}
