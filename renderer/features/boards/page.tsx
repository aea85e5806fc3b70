import type { Lane } from '@shared/boards/schema'
import { CardId, type ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconPlus } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { freshId } from '../../api/client'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { PageHead } from '../../ui/page'
import { useShortcut } from '../../ui/shortcuts'
import { SkeletonLines } from '../../ui/skeleton'
import { CardDialog } from './card-dialog'
import { type CardForm, draftFrom, formOf, isTouched, newForm } from './card-form'
import { KeyLegend } from './key-legend'
import { LaneColumn } from './lane-column'
import { KIND_OF_LANE } from './lane-words'
import { laneViews, type OpenCard } from './lanes'
import styles from './page.module.css'
import { useBoard } from './use-board'
import { useCardKeys } from './use-card-keys'

/** Questions, theories and predictions, and what became of them. */
export default function SpeculationPage() {
  const { showId } = useShow()
  return showId === null ? null : <BoardOf key={showId} showId={showId} />
}

function BoardOf({ showId }: { readonly showId: ShowId }) {
  const { reach } = useShow()
  const { board, move, add, change, remove } = useBoard(showId)
  const [form, setForm] = useState<CardForm | null>(null)
  /** A new card that was typed into and not saved, for when the form opens again. */
  const [kept, setKept] = useState<CardForm | null>(null)
  const [menuOf, setMenuOf] = useState<CardId | null>(null)
  const lanes = board.data ? laneViews(board.data) : []

  const openNew = (lane: Lane) => {
    const kind = KIND_OF_LANE[lane] ?? 'question'
    setForm(kept ? { ...kept, kind } : newForm(freshId(), kind, reach))
  }
  const edit = (card: OpenCard) => setForm(formOf(card))
  const close = () => {
    setKept(form && !form.before && isTouched(form) ? form : null)
    setForm(null)
  }
  const save = async (written: CardForm): Promise<void> => {
    const draft = draftFrom(written, showId)
    if (!draft) return
    const before = written.before && draftFrom(formOf(written.before), showId)
    const saved = before ? await change(draft, before) : await add(draft)
    if (!saved) return
    setForm(null)
    setKept(null)
    follow(draft.id)
  }
  const {
    board: field,
    onKeyDown,
    follow,
  } = useCardKeys({
    lanes,
    onPlace: (id, place) => void move(id, place),
    onEdit: edit,
    onDelete: (card) => void remove(card.id),
  })
  const { card: asked } = useSearch({ from: '/speculation' })
  const isThere = board.data !== undefined
  const followed = useRef(follow)
  followed.current = follow
  useEffect(() => {
    const id = CardId.safeParse(asked)
    if (isThere && id.success) followed.current(id.data)
  }, [asked, isThere])
  useShortcut('c', () => openNew('questions'), { enabled: form === null })

  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
    const id = CardId.safeParse(row?.dataset.card)
    if (!id.success) return
    event.preventDefault()
    setMenuOf(id.data)
  }

  return (
    <div className={styles.page}>
      <PageHead title={m.boards_title()}>
        <Button icon={IconPlus} keys={['C']} onPress={() => openNew('questions')}>
          {m.boards_new()}
        </Button>
      </PageHead>
      {board.isError && (
        <Banner
          kind="error"
          title={errorWords(board.error).title}
          action={
            <Button size="sm" onPress={() => void board.refetch()}>
              {m.app_try_again()}
            </Button>
          }
        >
          {errorWords(board.error).text}
        </Banner>
      )}
      {board.isPending && <SkeletonLines lines={6} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and the menu belong to the cards inside */}
      <div ref={field} className={styles.lanes} onKeyDownCapture={onKeyDown} onContextMenu={openMenu}>
        {lanes.map((view) => (
          <LaneColumn
            key={view.lane}
            view={view}
            menuOf={menuOf}
            onMenu={setMenuOf}
            onPlace={(id, place) => void move(id, place)}
            onAdd={openNew}
            onEdit={edit}
            onDelete={(card) => void remove(card.id)}
          />
        ))}
      </div>
      <KeyLegend />
      {form && (
        <CardDialog form={form} onChange={setForm} onClose={close} onSave={(written) => void save(written)} />
      )}
    </div>
  )
}
