import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { NoteRow } from '@shared/notes/schema'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { Skeleton } from '../../ui/skeleton'
import { NoteLine } from './note-line'
import styles from './note-list.module.css'

/** The height of every row in px, whatever the note says, so that the list never jumps. */
const ROW = 104

export interface NoteListHandle {
  focus(): void
  scrollTo(index: number): void
}

interface NoteListProps {
  readonly handle: Ref<NoteListHandle>
  readonly total: number
  /** The row that is in sight at first. */
  readonly start: number
  readonly rowAt: (index: number) => NoteRow | undefined
  readonly selected: NoteId | null
  /** The place of the selected note, when it is in the list; -1 otherwise. */
  readonly at: number
  readonly words: readonly string[]
  readonly onSelect: (index: number) => void
  readonly onOpen: () => void
  readonly onSight: (first: number, last: number) => void
}

/** The notes that fit, drawn as far as they are in sight. */
export function NoteList(props: NoteListProps) {
  const { handle, total, start: from, rowAt, selected, at, words, onSelect, onOpen, onSight } = props
  const pane = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW,
    overscan: 4,
    initialOffset: Math.max(0, from - 2) * ROW,
  })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  useEffect(() => onSight(first, last), [onSight, first, last])
  useImperativeHandle(handle, () => ({
    focus: () => pane.current?.focus(),
    scrollTo: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  }))

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const rowsInSight = Math.max(1, Math.floor((pane.current?.clientHeight ?? ROW) / ROW))
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + rowsInSight,
      PageUp: at - rowsInSight,
      Home: 0,
      End: total - 1,
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen()
      return
    }
    const to = steps[event.key]
    if (to === undefined || total === 0) return
    event.preventDefault()
    onSelect(Math.max(0, Math.min(total - 1, to)))
  }
  const idOf = (index: number) => `note-row-${index}`
  const inSight = at >= first && at <= last

  return (
    <div
      ref={pane}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={m.notes_title()}
      {...(inSight ? { 'aria-activedescendant': idOf(at) } : {})}
      onKeyDown={press}
    >
      <div className={styles.all} role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            // the list itself has the focus and the keys; a row answers to the pointer
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={row?.id ?? index}
              id={idOf(index)}
              className={styles.row}
              role="option"
              tabIndex={-1}
              aria-selected={row !== undefined && row.id === selected}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onSelect(index)}
              onDoubleClick={onOpen}
            >
              {row ? <NoteLine row={row} words={words} /> : <Skeleton width="60%" height={14} above={24} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
