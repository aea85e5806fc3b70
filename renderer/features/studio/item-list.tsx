import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import type { StudioRow } from '@shared/studio/schema'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { SearchField } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { IconVeil } from '../../ui/marks'
import { SkeletonLines } from '../../ui/skeleton'
import { episodeLabel } from '../../ui/words'
import styles from './item-list.module.css'
import { Pager } from './pager'
import { NEW_NAMES, UNORDERED } from './sections'
import { useEdits, useWorkshop } from './use-workshop'

interface ItemListProps {
  readonly kind: PackKind
  /** Only what hangs on this item. */
  readonly parent: string | null
  /** The list of a whole section: with a search, and a primary button. */
  readonly main?: boolean
}

/** The items of a kind: arrows go along them, Alt with arrows moves one, Delete takes one away. */
export function ItemList({ kind, parent, main = false }: ItemListProps) {
  const { workshopId, outline, place, go } = useWorkshop()
  const edits = useEdits()
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const { data } = useAsk('studio', 'list', { workshopId, kind, parent, search, offset }, { keepLast: true })
  const rows = data?.rows ?? []
  const total = data?.total ?? 0
  const open = (key: string) => go({ section: place.section, kind, key, parent })
  const begin = () => go({ section: place.section, kind, key: 'new', parent })
  const canMove = search === '' && !UNORDERED.has(kind)

  const press = (event: KeyboardEvent, row: StudioRow, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && event.altKey && canMove) {
      event.preventDefault()
      const before = step < 0 ? rows[at - 1]?.key : (rows[at + 2]?.key ?? null)
      if (before === undefined || (step > 0 && at === rows.length - 1)) return
      void edits.move(kind, row.key, before).then(() => {
        list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus()
      })
    } else if (step !== 0) {
      event.preventDefault()
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
      buttons[at + step]?.focus()
    } else if (event.key === 'Delete') {
      event.preventDefault()
      const next = rows[at + 1] ?? rows[at - 1]
      void edits.remove(kind, row.key, row.text).then((gone) => {
        if (!gone) return
        if (place.key === row.key) go({ section: place.section, key: null })
        if (next) list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus()
      })
    }
  }
  const labelOf = (row: StudioRow): string => {
    const episode = outline.episodes.find(({ key }) => key === row.key)
    if (kind === 'episode' && episode) return `${episodeLabel(episode)} · ${row.text}`
    return kind === 'season' ? m.studio_season({ number: Number(row.text) }) : row.text
  }
  const stampOf = (row: StudioRow): string | null => {
    if (kind === 'episode' || row.safeAfter === null) return null
    const episode = outline.episodes.find(({ ordinal }) => ordinal === row.safeAfter)
    return episode ? episodeLabel(episode) : m.studio_stamp_never()
  }
  return (
    <div className={styles.list}>
      {main && (
        <div className={styles.tools}>
          <SearchField
            label={m.studio_search()}
            placeholder={m.studio_search()}
            value={search}
            onChange={(text) => {
              setSearch(text)
              setOffset(0)
            }}
          />
          <Button icon={IconPlus} onPress={begin}>
            {NEW_NAMES[kind]?.()}
          </Button>
        </div>
      )}
      {!data && <SkeletonLines lines={4} />}
      {data && total === 0 && (
        <p className={styles.none}>{search === '' ? m.studio_none_yet() : m.studio_find_none()}</p>
      )}
      <ul ref={list} className={styles.rows}>
        {rows.map((row, at) => {
          const stamp = stampOf(row)
          return (
            <li key={row.key}>
              <button
                type="button"
                data-key={row.key}
                className={cx(styles.row)}
                aria-current={place.key === row.key && place.kind === kind ? 'true' : undefined}
                onClick={() => open(row.key)}
                onKeyDown={(event) => press(event, row, at)}
              >
                <span className={styles.words}>
                  <b>{labelOf(row)}</b>
                  {row.about && parent === null && <small>{row.about}</small>}
                </span>
                {stamp !== null && (
                  <span className={styles.stamp} title={m.studio_stamp_after({ episode: stamp })}>
                    <Icon of={IconVeil} size="sm" />
                    {stamp}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      <Pager offset={offset} total={total} onChange={setOffset} />
      {!main && (
        <div>
          <Button size="sm" icon={IconPlus} onPress={begin}>
            {NEW_NAMES[kind]?.()}
          </Button>
        </div>
      )}
    </div>
  )
}
