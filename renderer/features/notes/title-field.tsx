import { m } from '@shared/messages'
import type { KeyboardEvent, Ref } from 'react'
import styles from './title-field.module.css'

interface TitleFieldProps {
  readonly fieldRef: Ref<HTMLTextAreaElement>
  readonly title: string
  readonly onChange: (title: string) => void
  /** Enter or Down: on to the text. */
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** The title of a note. It grows with its words and has no line breaks. */
export function TitleField({ fieldRef, title, onChange, onDone, onLeave }: TitleFieldProps) {
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onDone()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <textarea
      ref={fieldRef}
      className={styles.title}
      rows={1}
      maxLength={300}
      aria-label={m.notes_title_label()}
      placeholder={m.notes_title_placeholder()}
      value={title}
      onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={press}
    />
  )
}
