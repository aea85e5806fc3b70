import type { Board, BoardSummary } from '@shared/boards/schema'
import { type BoardId, CardId, type MemberId } from '@shared/ids'
import { m } from '@shared/messages'
import { useSearch } from '@tanstack/react-router'
import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useShow } from '../../api/current-show'
import type { People } from '../../api/people'
import { useShortcut } from '../../ui/shortcuts'
import { toasts } from '../../ui/toasts'
import { ArchiveDialog } from './archive-dialog'
import type { BoardActs } from './board-acts'
import { type BoardTools, BoardToolsProvider, type Layer, LayerProvider } from './board-context'
import { BoardHead } from './board-head'
import { BoardTrouble } from './board-trouble'
import { laneName } from './board-words'
import { CardDialog } from './card/card-dialog'
import { CardPageDialog } from './card/card-page'
import { LabelDialog } from './card/label-dialog'
import { Said } from './card/said'
import { useDecideWith } from './card/use-decide'
import { kindFor, useEditor } from './card/use-editor'
import { useNoteAsEvidence } from './card/use-note-evidence'
import { DropLaneDialog } from './lanes/drop-lane-dialog'
import { EVERYTHING, isFiltering, labelsOn, passes } from './lanes/filter'
import { KeyLegend } from './lanes/key-legend'
import { LaneColumn } from './lanes/lane-column'
import { type LaneLists, selectedIn } from './lanes/lane-lists'
import { inOrder, type LaneView, laneViews, laneWith } from './lanes/lanes'
import { useCardKeys } from './lanes/use-card-keys'
import { NameDialog } from './name-dialog'
import styles from './page.module.css'
import type { BoardChoice } from './use-board'

interface BoardPageProps {
  readonly board: Board
  readonly acts: BoardActs
  readonly people: People
  readonly boards: readonly BoardSummary[]
  readonly choice: BoardChoice
  readonly onChoose: (change: { boardId?: BoardId | null; as?: MemberId | null }) => void
}

/** What is open over the board as a whole. */
type Over =
  | { readonly is: 'card'; readonly id: CardId }
  | { readonly is: 'archive' }
  | { readonly is: 'label'; readonly ids: readonly CardId[] }
  | { readonly is: 'lane' | 'drop'; readonly lane: LaneView }

/** A board: its lanes, its head, and whatever is open over it. */
export function BoardPage({ board, acts, people, boards, choice, onChoose }: BoardPageProps) {
  const { reach } = useShow()
  const { as } = choice
  const isFixed = board.newer
  const [filter, setFilter] = useState(EVERYTHING)
  const [layer, setLayer] = useState<Layer | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const lists = useRef<LaneLists>(new Map())
  const search = useRef<HTMLInputElement>(null)

  const viewOf = useMemo(() => laneViews(passes(filter, people.own(as))), [filter, people, as])
  const lanes = useMemo(() => board.lanes.map(viewOf), [board.lanes, viewOf])
  // the chips may come a moment after a card that moves
  const calm = useDeferredValue(board.lanes)
  const named = useMemo(() => labelsOn(calm, filter.labels).join('\n'), [calm, filter.labels])
  const labels = useMemo(() => named.split('\n').filter(Boolean), [named])
  const among = (id: CardId): readonly CardId[] => {
    const lane = laneWith(lanes, id)
    const selected = lane ? selectedIn(lists.current, lane.id) : new Set<CardId>()
    return lane && selected.has(id) ? inOrder(lane.cards, selected) : [id]
  }
  const decide = useDecideWith(acts)
  const editor = useEditor({
    boardId: board.id,
    as,
    reach,
    acts,
    onSaved: (id) => over === null && keys.follow(id),
  })
  const keys = useCardKeys({
    lanes,
    lists,
    acts,
    isFixed,
    among,
    onLayer: setLayer,
    onEdit: (card) => void editor.edit(card),
    onLabel: (ids) => setOver({ is: 'label', ids }),
    onDecide: decide,
  })

  // what cards may do is read when they do it, so that a card that did not change is not drawn again
  const now = useRef({ lanes, among, editor })
  now.current = { lanes, among, editor }
  const tools = useMemo(
    (): BoardTools => ({
      acts,
      people,
      as,
      isFixed,
      lanes: () => now.current.lanes,
      among: (id) => now.current.among(id),
      openLayer: setLayer,
      closeLayer: (kind) => setLayer((open) => (open?.kind === kind ? null : open)),
      openCard: ({ id }) => setOver({ is: 'card', id }),
      editCard: (card) => void now.current.editor.edit(card),
      addTo: (laneId) => {
        const lane = now.current.lanes.find(({ id }) => id === laneId)
        now.current.editor.openNew(kindFor(lane?.role ?? null, laneId))
      },
      labelCards: (ids) => setOver({ is: 'label', ids }),
      editLane: (lane) => setOver({ is: 'lane', lane }),
      dropLane: (lane) => setOver({ is: 'drop', lane }),
    }),
    [acts, people, as, isFixed],
  )

  // the head is drawn again when something in it changes, and not for every move of a card
  const { onNew, onArchive } = useMemo(
    () => ({
      onNew: () => now.current.editor.openNew({ kind: 'question' }),
      onArchive: () => setOver({ is: 'archive' }),
    }),
    [],
  )

  const { card: asked, note } = useSearch({ from: '/speculation' })
  const follow = useRef(keys.follow)
  follow.current = keys.follow
  useEffect(() => {
    const id = CardId.safeParse(asked)
    if (id.success) follow.current(id.data)
  }, [asked])
  useNoteAsEvidence(note, (evidence) => now.current.editor.openNew({ kind: 'theory', evidence: [evidence] }))

  const isClear = editor.form === null && over === null
  useShortcut('c', onNew, { enabled: isClear && !isFixed })
  useShortcut('/', () => search.current?.focus(), { enabled: isClear })
  useShortcut('Mod+z', () => toasts.undoNewest() || void acts.undo(), {
    enabled: isClear && board.undo !== null,
  })
  useShortcut(['Mod+Shift+z', 'Mod+y'], () => void acts.redo(), { enabled: isClear })

  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
    const id = CardId.safeParse(row?.dataset.card)
    if (!id.success) return
    event.preventDefault()
    setLayer({ kind: 'menu', id: id.data })
  }
  const isNarrowed = isFiltering(filter)

  return (
    <BoardToolsProvider value={tools}>
      <LayerProvider value={layer}>
        <div className={styles.page}>
          <div className={styles.board}>
            <BoardHead
              boards={boards}
              choice={choice}
              boardId={board.id}
              title={board.title}
              canUndo={board.undo !== null}
              canRedo={board.redo !== null}
              labels={labels}
              filter={filter}
              search={search}
              onFilter={setFilter}
              onChoose={onChoose}
              onNew={onNew}
              onArchive={onArchive}
            />
            <BoardTrouble board={board} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and the menu belong to the cards inside */}
            <div
              ref={keys.board}
              className={styles.lanes}
              onKeyDownCapture={keys.onKeyDown}
              onContextMenu={openMenu}
            >
              {lanes.map((view) => (
                <LaneColumn
                  key={view.id}
                  boardId={board.id}
                  view={view}
                  lists={lists}
                  isFiltering={isNarrowed}
                />
              ))}
            </div>
            <KeyLegend />
          </div>
        </div>
        <Said />
        {editor.form && (
          <CardDialog
            form={editor.form}
            labels={labels}
            onChange={editor.change}
            onClose={editor.close}
            onSave={(written) => void editor.save(written)}
          />
        )}
        {over?.is === 'card' && !editor.form && (
          <CardPageDialog
            id={over.id}
            onGrow={(kind, parentId) => editor.openNew({ kind, parentId })}
            onOpen={(id) => setOver({ is: 'card', id })}
            onClose={() => setOver(null)}
          />
        )}
        {over?.is === 'label' && <LabelDialog ids={over.ids} labels={labels} onClose={() => setOver(null)} />}
        {over?.is === 'archive' && <ArchiveDialog boardId={board.id} onClose={() => setOver(null)} />}
        {over?.is === 'drop' && <DropLaneDialog lane={over.lane} onClose={() => setOver(null)} />}
        {over?.is === 'lane' && (
          <NameDialog
            title={m.boards_lane_rename()}
            label={m.boards_name()}
            name={laneName(over.lane)}
            maxLength={80}
            mayBeEmpty={over.lane.role !== null}
            {...(over.lane.role !== null ? { hint: m.boards_lane_rename_hint() } : {})}
            onSave={(name) => void acts.saveLane(over.lane.id, name === '' ? null : name)}
            onClose={() => setOver(null)}
          />
        )}
      </LayerProvider>
    </BoardToolsProvider>
  )
}
