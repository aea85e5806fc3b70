import { m } from '@shared/messages'
import { IsoTime } from '@shared/time'
import { IconAlertCircle, IconCheck } from '@tabler/icons-react'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import type { Sheet } from './desk'
import { savedWords } from './note-times'
import styles from './save-status.module.css'

/** Whether the note is on disk, and since when. */
export function SaveStatus({ sheet }: { readonly sheet: Sheet }) {
  const { state, savedAt } = sheet
  return (
    <span
      className={cx(styles.status, (state === 'failed' || state === 'too-long') && styles.failed)}
      role="status"
    >
      {state === 'saved' && <Icon of={IconCheck} size="sm" />}
      {(state === 'failed' || state === 'too-long') && <Icon of={IconAlertCircle} size="sm" />}
      {state === 'saved' && savedAt !== null && savedWords(IsoTime.parse(savedAt))}
      {(state === 'waiting' || state === 'saving') && m.notes_saving()}
      {(state === 'failed' || state === 'too-long') && m.notes_not_saved()}
    </span>
  )
}
