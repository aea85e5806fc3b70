import type { StateCommand } from '@codemirror/state'
import { m } from '@shared/messages'
import { IconEye, IconHistory, IconPencil, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { IconButton } from '../../ui/button'
import { keyName } from '../../ui/kbd'
import { FORMATS } from './editor/formats'
import styles from './toolbar.module.css'

interface ToolbarProps {
  readonly pinned: boolean
  readonly onFormat: (command: StateCommand) => void
  readonly onPin: () => void
  readonly onHistory: () => void
  readonly onDelete: () => void
  /** The note is shown as it reads, and not as it is written. */
  readonly reading: boolean
  readonly onRead: (reading: boolean) => void
}

const keyed = (action: string, keys: readonly string[]) =>
  m.notes_with_keys({ action, keys: keys.map(keyName).join(' ') })

/** How the text looks, and what happens to the note. */
export function Toolbar({ pinned, reading, onFormat, onPin, onHistory, onDelete, onRead }: ToolbarProps) {
  return (
    <AriaToolbar className={styles.bar ?? ''} aria-label={m.notes_toolbar()}>
      {FORMATS.map(({ name, icon, key, keys, command }) => (
        <IconButton
          key={key}
          label={keyed(name(), keys)}
          icon={icon}
          size="sm"
          isDisabled={reading}
          onPress={() => onFormat(command)}
        />
      ))}
      <IconButton
        label={keyed(reading ? m.notes_write() : m.notes_read(), ['R'])}
        icon={reading ? IconPencil : IconEye}
        size="sm"
        onPress={() => onRead(!reading)}
      />
      <span className={styles.push} data-pinned={pinned || undefined}>
        <IconButton
          label={keyed(pinned ? m.notes_unpin() : m.notes_pin(), ['P'])}
          icon={pinned ? IconPinFilled : IconPin}
          size="sm"
          onPress={onPin}
        />
        <IconButton
          label={keyed(m.notes_history(), ['H'])}
          icon={IconHistory}
          size="sm"
          onPress={onHistory}
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
