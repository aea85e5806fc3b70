import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { NoteRow } from '@shared/notes/schema'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { Skeleton } from '../../ui/skeleton'
import { NoteLine } from './note-line'
import styles from './note-list.module.css'
import type { Authors } from './use-authors'

/** The height of every row in px, whatever the note says, so that the list never jumps. */
const ROW = 104

export interface NoteListHandle {
  focus(): void
  scrollTo(index: number): void
}

export type How = 'one' | 'toggle' | 'span'

const howOf = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): How =>
  event.shiftKey ? 'span' : event.ctrlKey || event.metaKey ? 'toggle' : 'one'

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
  readonly picked: ReadonlySet<NoteId>
  readonly authors: Authors
  /** `toggle` with Ctrl, `span` with Shift. */
  readonly onSelect: (index: number, how: How) => void
  readonly onAll: () => void
  readonly onOpen: () => void
  readonly onMenu: (index: number, at: { readonly x: number; readonly y: number }) => void
  readonly onSight: (first: number, last: number) => void
}

/** The notes that fit, drawn as far as they are in sight. */
export function NoteList(props: NoteListProps) {
  const {
    handle,
    total,
    start: from,
    rowAt,
    selected,
    at,
    words,
    picked,
    authors,
    onSelect,
    onOpen,
    onSight,
  } = props
  const { onAll, onMenu } = props
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
    if (event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return
      event.preventDefault()
      onAll()
      return
    }
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
    onSelect(Math.max(0, Math.min(total - 1, to)), event.shiftKey ? 'span' : 'one')
  }
  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null
    const index = row ? Number(row.dataset.index) : at
    if (index < 0) return
    event.preventDefault()
    // the menu key has no place of its own: the menu opens at the note
    const box = document.getElementById(idOf(index))?.getBoundingClientRect()
    const byKey = event.button !== 2 || row === null
    onMenu(
      index,
      byKey && box ? { x: box.left + 24, y: box.top + 24 } : { x: event.clientX, y: event.clientY },
    )
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
      aria-multiselectable="true"
      onContextMenu={openMenu}
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
              aria-selected={
                row !== undefined && (picked.size > 0 ? picked.has(row.id) : row.id === selected)
              }
              data-open={row !== undefined && row.id === selected ? true : undefined}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => onSelect(index, howOf(event))}
              onDoubleClick={onOpen}
            >
              {row ? (
                <NoteLine
                  row={row}
                  words={words}
                  author={authors.several ? authors.of(row.authorId) : undefined}
                />
              ) : (
                <Skeleton width="60%" height={14} above={24} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
