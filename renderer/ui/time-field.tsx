import { m } from '@shared/messages'
import type { Ms } from '@shared/time'
import { formatTimecode, parseTimecode } from '@shared/timecode'
import { useEffect, useState } from 'react'
import { TextField } from './field'
import styles from './time-field.module.css'

interface TimeFieldProps {
  /** What the time is of; the time of a moment by default. */
  readonly label?: string
  readonly placeholder?: string
  readonly atMs: number | null
  readonly onChange: (atMs: Ms | null) => void
}

const written = (atMs: number | null) => (atMs === null ? '' : formatTimecode(atMs))

/** A moment of an episode, as it is read on a player. What is no time is kept, and said to be none. */
export function TimeField({ atMs, onChange, label, placeholder }: TimeFieldProps) {
  const [text, setText] = useState(written(atMs))
  const [left, setLeft] = useState(true)
  const blank = text.trim() === ''
  const parsed = parseTimecode(text)
  useEffect(() => {
    // a time that came from elsewhere; what is being typed already says the same
    setText((typed) => ((parseTimecode(typed) ?? null) === atMs ? typed : written(atMs)))
  }, [atMs])
  const invalid = left && !blank && parsed === null
  return (
    <div className={styles.time}>
      <TextField
        label={label ?? m.app_time()}
        hideLabel
        placeholder={placeholder ?? m.app_time_placeholder()}
        value={text}
        isInvalid={invalid}
        error={m.app_time_invalid()}
        onChange={(typed) => {
          setText(typed)
          setLeft(false)
          const time = parseTimecode(typed)
          if (typed.trim() === '') onChange(null)
          else if (time !== null) onChange(time)
        }}
        onBlur={() => {
          setLeft(true)
          if (parsed !== null) setText(formatTimecode(parsed))
        }}
      />
    </div>
  )
}
