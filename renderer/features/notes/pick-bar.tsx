import { m } from '@shared/messages'
import { IconPin, IconPinnedOff, IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { IconButton } from '../../ui/button'
import { keyName } from '../../ui/kbd'
import { wholeNumber } from '../../ui/words'
import styles from './pick-bar.module.css'

interface PickBarProps {
  readonly count: number
  readonly onTag: () => void
  readonly onPin: (pinned: boolean) => void
  readonly onDelete: () => void
  readonly onClear: () => void
}

const keyed = (action: string, key: string) => m.notes_with_keys({ action, keys: keyName(key) })

/** What can be done with the notes that are picked. */
export function PickBar({ count, onTag, onPin, onDelete, onClear }: PickBarProps) {
  return (
    <Toolbar className={styles.bar ?? ''} aria-label={m.notes_picked_label()}>
      <span role="status">{m.notes_picked({ count, digits: wholeNumber(count) })}</span>
      <span className={styles.acts}>
        <IconButton size="sm" label={keyed(m.notes_tag_act(), 'T')} icon={IconTag} onPress={onTag} />
        <IconButton size="sm" label={keyed(m.notes_pin(), 'P')} icon={IconPin} onPress={() => onPin(true)} />
        <IconButton size="sm" label={m.notes_unpin()} icon={IconPinnedOff} onPress={() => onPin(false)} />
        <IconButton size="sm" label={keyed(m.notes_delete(), 'Delete')} icon={IconTrash} onPress={onDelete} />
        <IconButton size="sm" label={keyed(m.notes_pick_none(), 'Esc')} icon={IconX} onPress={onClear} />
      </span>
    </Toolbar>
  )
}
