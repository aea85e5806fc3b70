import { m } from '@shared/messages'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Icon } from '../../../ui/icon'
import styles from './label-field.module.css'

const LONGEST = 40

interface LabelFieldProps {
  readonly labels: readonly string[]
  /** Labels of other cards, to choose from. */
  readonly known: readonly string[]
  readonly onChange: (labels: string[]) => void
}

/** The labels of a card: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export function LabelField({ labels, known, onChange }: LabelFieldProps) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [name, list] = [useId(), useId()]
  const add = () => {
    const label = text.trim().replace(/\s+/g, ' ')
    setText('')
    if (label !== '' && !labels.includes(label)) onChange([...labels, label])
  }
  const remove = (label: string) => {
    onChange(labels.filter((other) => other !== label))
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    if ((isDone && text.trim() !== '') || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && text === '') {
      const last = labels.at(-1)
      if (last !== undefined) remove(last)
    }
  }
  return (
    <div className={styles.field}>
      <label className={styles.name} htmlFor={name}>
        {m.boards_labels()}
      </label>
      <div className={styles.labels}>
        {labels.map((label) => (
          <span key={label} className={styles.label}>
            <span>{label}</span>
            <button type="button" aria-label={m.boards_label_remove({ label })} onClick={() => remove(label)}>
              <Icon of={IconX} size="sm" />
            </button>
          </span>
        ))}
        <input
          id={name}
          ref={input}
          list={list}
          value={text}
          maxLength={LONGEST}
          placeholder={m.boards_label_add()}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={press}
          onBlur={add}
        />
        <datalist id={list}>
          {known
            .filter((label) => !labels.includes(label))
            .map((label) => (
              <option key={label} value={label} />
            ))}
        </datalist>
      </div>
    </div>
  )
}
