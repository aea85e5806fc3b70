import type { StateCommand } from '@codemirror/state'
import { m } from '@shared/messages'
import { IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { IconButton } from '../../ui/button'
import { keyName } from '../../ui/kbd'
import { FORMATS } from './editor/formats'
import styles from './toolbar.module.css'

interface ToolbarProps {
  readonly pinned: boolean
  readonly onFormat: (command: StateCommand) => void
  readonly onPin: () => void
  readonly onDelete: () => void
}

const keyed = (action: string, keys: readonly string[]) =>
  m.notes_with_keys({ action, keys: keys.map(keyName).join(' ') })

/** How the text looks, and what happens to the note. */
export function Toolbar({ pinned, onFormat, onPin, onDelete }: ToolbarProps) {
  return (
    <AriaToolbar className={styles.bar ?? ''} aria-label={m.notes_toolbar()}>
      {FORMATS.map(({ name, icon, key, keys, command }) => (
        <IconButton
          key={key}
          label={keyed(name(), keys)}
          icon={icon}
          size="sm"
          onPress={() => onFormat(command)}
        />
      ))}
      <span className={styles.push} data-pinned={pinned || undefined}>
        <IconButton
          label={keyed(pinned ? m.notes_unpin() : m.notes_pin(), ['P'])}
          icon={pinned ? IconPinFilled : IconPin}
          size="sm"
          onPress={onPin}
        />
        <IconButton
          label={keyed(m.notes_delete(), ['Delete'])}
          icon={IconTrash}
          size="sm"
          onPress={onDelete}
        />
      </span>
    </AriaToolbar>
  )
}
