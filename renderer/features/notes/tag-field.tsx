import { m } from '@shared/messages'
import { tidyTags } from '@shared/notes/rules'
import { Tag } from '@shared/notes/schema'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Icon } from '../../ui/icon'
import styles from './tag-field.module.css'

interface TagFieldProps {
  readonly tags: readonly string[]
  readonly onChange: (tags: string[]) => void
}

/** The tags of a note: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export function TagField({ tags, onChange }: TagFieldProps) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()

  const add = () => {
    const word = text.trim().replace(/^#/, '')
    if (word === '') return
    const tag = Tag.safeParse(word)
    setWrong(!tag.success)
    if (!tag.success) return
    onChange(tidyTags([...tags, tag.data]))
    setText('')
  }
  const remove = (tag: string) => {
    onChange(tags.filter((other) => other !== tag))
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1)
      if (last !== undefined) remove(last)
    }
  }
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <span>{tag}</span>
          <button type="button" aria-label={m.notes_tag_remove({ tag })} onClick={() => remove(tag)}>
            <Icon of={IconX} size="sm" />
          </button>
        </span>
      ))}
      <span className={styles.entry}>
        <input
          ref={input}
          value={text}
          maxLength={60}
          aria-label={m.notes_tag_add()}
          placeholder={m.notes_tag_add()}
          aria-invalid={wrong || undefined}
          {...(wrong ? { 'aria-describedby': hint } : {})}
          onChange={({ target }) => {
            setText(target.value)
            setWrong(false)
          }}
          onKeyDown={press}
          onBlur={add}
        />
        {wrong && (
          <span id={hint} role="alert" className={styles.wrong}>
            {m.notes_tag_invalid()}
          </span>
        )}
      </span>
    </div>
  )
}
