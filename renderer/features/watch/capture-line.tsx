import { m } from '@shared/messages'
import { LONGEST_BODY } from '@shared/notes/schema'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { cx } from '../../ui/cx'
import { Keys } from '../../ui/kbd'
import { Timecode } from '../../ui/timecode'
import styles from './capture-line.module.css'
import { mentionAt, withMention } from './capture-rules'
import { GlobalKey } from './global-key'
import type { Capture } from './use-capture'

interface CaptureLineProps {
  readonly capture: Capture
  /** Names that an @ completes: the roles that may be known. */
  readonly names: readonly string[]
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Leaves the line; the draft stays. */
  readonly onLeave: () => void
  readonly compact?: boolean
}

const MOST = 6
/** Stands where the time will, before the first key. */
const NO_TIME = '--:--'

/** One line for a thought. Enter keeps it, Esc leaves it as a draft; alone, Enter marks the moment. */
export function CaptureLine({ capture, names, inputRef, onLeave, compact = false }: CaptureLineProps) {
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [closed, setClosed] = useState(false)
  const listId = useId()
  const mention = closed ? null : mentionAt(capture.text, caret)
  const typed = mention?.typed.toLocaleLowerCase() ?? ''
  const offered = mention
    ? names.filter((name) => name.toLocaleLowerCase().includes(typed)).slice(0, MOST)
    : []
  const chosen = offered[Math.min(active, offered.length - 1)]
  const options = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the overlay has room for one and a half of them
  useEffect(() => {
    options.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const complete = (name: string) => {
    const done = withMention(capture.text, caret, name)
    capture.type(done.text)
    setCaret(done.caret)
    setActive(0)
    requestAnimationFrame(() => inputRef.current?.setSelectionRange(done.caret, done.caret))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const stop = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (chosen !== undefined) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0) {
        stop()
        setActive((active + step + offered.length) % offered.length)
        return
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        stop()
        complete(chosen)
        return
      }
      if (event.key === 'Escape') {
        stop()
        setClosed(true)
        return
      }
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      stop()
      void capture.save()
    } else if (event.key === 'Escape') {
      stop()
      void capture.store()
      onLeave()
    }
  }
  return (
    <div className={cx(styles.capture, compact && styles.compact)}>
      <label className={styles.line}>
        <span className={styles.time} aria-hidden="true">
          {capture.atMs === null ? (
            <span className={styles.idle}>{NO_TIME}</span>
          ) : (
            <Timecode ms={capture.atMs} />
          )}
        </span>
        <input
          ref={inputRef}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={m.watch_capture()}
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(chosen === undefined
            ? {}
            : { 'aria-activedescendant': `${listId}-${offered.indexOf(chosen)}` })}
          placeholder={m.watch_capture_placeholder()}
          autoComplete="off"
          maxLength={LONGEST_BODY}
          value={capture.text}
          onChange={({ target }) => {
            setClosed(false)
            setCaret(target.selectionStart ?? target.value.length)
            capture.type(target.value)
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
        />
        <Keys of={['Enter']} />
      </label>
      <div
        ref={options}
        id={listId}
        className={styles.names}
        role="listbox"
        aria-label={m.watch_names()}
        hidden={offered.length === 0}
      >
        {offered.map((name, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the line that owns the list
          <div
            key={name}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={name === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => complete(name)}
          >
            {name}
          </div>
        ))}
      </div>
      {!compact && (
        <p className={styles.hints}>
          <span>{capture.atMs === null ? m.watch_hint_mark() : m.watch_hint_held()}</span>
          <span>
            <Keys of={['#']} /> {m.watch_hint_tag()}
          </span>
          <span>
            <Keys of={['@']} /> {m.watch_hint_role()}
          </span>
          <span>
            <Keys of={['?']} /> {m.watch_hint_question()}
          </span>
          <GlobalKey />
        </p>
      )}
    </div>
  )
}
