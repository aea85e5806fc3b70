import { useCallback, useEffect, useRef, useState } from 'react'
import { TextArea, TextField } from '../../../ui/field'

/** How long a person may pause in a word before what they wrote is kept, in ms. */
const PAUSE_MS = 700

interface LateTextProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly rows?: number | undefined
  readonly autoFocus?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly value: string
  /** Kept after a pause, on Enter, when the field is left, and when it goes away. */
  readonly onChange: (value: string) => void
  /** Keeps every key at once: for an item that is not there yet. */
  readonly live?: boolean
}

/** A text that keeps itself. What is being typed is never taken away by an answer that comes late. */
export function LateText({
  label,
  hint,
  error,
  rows,
  live = false,
  value,
  onChange,
  ...rest
}: LateTextProps) {
  const [text, setText] = useState(value)
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(onChange)
  latest.current = onChange

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const typed = pending.current
    pending.current = null
    if (typed !== null) latest.current(typed)
  }, [])
  useEffect(() => {
    if (pending.current === null) setText(value)
  }, [value])
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])

  const props = {
    ...rest,
    autoFocus: rest.autoFocus ?? false,
    label,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    isInvalid: error !== undefined && error !== '',
    value: text,
    onChange: (typed: string) => {
      setText(typed)
      pending.current = typed
      if (live) keep()
      else {
        clearTimeout(timer.current)
        timer.current = setTimeout(keep, PAUSE_MS)
      }
    },
    onBlur: keep,
  }
  const { placeholder, ...plain } = props
  const shown = placeholder ? { ...plain, placeholder } : plain
  if (rows) return <TextArea {...shown} rows={rows} />
  return (
    <TextField
      {...shown}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        event.continuePropagation()
      }}
    />
  )
}
