import type { StateCommand } from '@codemirror/state'
import { m } from '@shared/messages'
import { IconBold, IconItalic, IconLink, IconList, IconQuote } from '@tabler/icons-react'
import type { IconDrawing } from '../../../ui/icon'
import { insertLink, toggleLines, toggleMark } from './commands'

interface Format {
  readonly name: () => string
  readonly icon: IconDrawing
  /** As CodeMirror names it; `Mod` is Ctrl, and Cmd on a Mac. */
  readonly key: string
  /** The same as the toolbar says it. */
  readonly keys: readonly string[]
  readonly command: StateCommand
}

/** What the toolbar offers. Ctrl K is the app's, so a link has Shift as well. */
export const FORMATS: readonly Format[] = [
  { name: m.notes_bold, icon: IconBold, key: 'Mod-b', keys: ['Ctrl', 'B'], command: toggleMark('**') },
  { name: m.notes_italic, icon: IconItalic, key: 'Mod-i', keys: ['Ctrl', 'I'], command: toggleMark('*') },
  {
    name: m.notes_quote,
    icon: IconQuote,
    key: 'Mod-Shift-.',
    keys: ['Ctrl', 'Shift', '.'],
    command: toggleLines('> '),
  },
  {
    name: m.notes_bullets,
    icon: IconList,
    key: 'Mod-Shift-8',
    keys: ['Ctrl', 'Shift', '8'],
    command: toggleLines('- '),
  },
  {
    name: m.notes_link,
    icon: IconLink,
    key: 'Mod-Shift-k',
    keys: ['Ctrl', 'Shift', 'K'],
    command: insertLink,
  },
]
