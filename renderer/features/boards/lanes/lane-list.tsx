import type { BoardId } from '@shared/ids'
import { m } from '@shared/messages'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { ListKeyboardDelegate } from 'react-aria/ListKeyboardDelegate'
import { mergeProps } from 'react-aria/mergeProps'
import { useDraggableCollection } from 'react-aria/useDraggableCollection'
import { useDroppableCollection } from 'react-aria/useDroppableCollection'
import { useFocusRing } from 'react-aria/useFocusRing'
import { useGridList } from 'react-aria/useGridList'
import type { Key } from 'react-stately'
import { useDraggableCollectionState } from 'react-stately/useDraggableCollectionState'
import { useDroppableCollectionState } from 'react-stately/useDroppableCollectionState'
import { useListState } from 'react-stately/useListState'
import { useShow } from '../../../api/current-show'
import { cx } from '../../../ui/cx'
import { useBoardTools } from '../board-context'
import { DropMark } from './drop-mark'
import { CELL, ONLY_ROW } from './grid-roles'
import { LaneCollection } from './lane-collection'
import styles from './lane-column.module.css'
import { laneLayout } from './lane-layout'
import { clearOthers, type LaneLists } from './lane-lists'
import { CardRow, PlaceProvider, VeilItem } from './lane-row'
import { isCard, type LaneRow, rowsOf } from './lane-rows'
import type { LaneView } from './lanes'
import { useLaneDrag } from './use-lane-drag'
import { GAP, useLaneWindow } from './use-lane-window'
import { useLatest } from './use-latest'
import { veilWords } from './veil-row'

interface LaneListProps {
  readonly boardId: BoardId
  readonly view: LaneView
  readonly label: string
  /** Where lists are found by their lane, to give a card the focus before it is drawn. */
  readonly lists: RefObject<LaneLists>
  readonly isFiltering: boolean
}

/**
 * The cards of a lane and the veils below them, as far as they are in sight. Its behaviour is that of React Aria's
 * grid list, its drawing is ours: a card that moves is drawn where it lands before its key is over.
 */
export function LaneList({ boardId, view, label, lists, isFiltering }: LaneListProps) {
  const { isFixed, openCard } = useBoardTools()
  const { episodeByOrdinal } = useShow()
  const pane = useRef<HTMLDivElement>(null)
  const { id: laneId } = view
  const rows = rowsOf(view)
  const collection = useMemo(
    () =>
      new LaneCollection(rows, (row) =>
        isCard(row) ? row.text || m.boards_sealed_title() : veilWords(row, episodeByOrdinal),
      ),
    [rows, episodeByOrdinal],
  )
  const list = useListState<LaneRow>({
    collection,
    selectionMode: 'multiple',
    selectionBehavior: 'replace',
    onSelectionChange: (keys) => {
      if (keys === 'all' || keys.size > 0) clearOthers(lists.current, laneId)
    },
  })
  const selectionManager = useLatest(list.selectionManager)
  const state = useLatest({ ...list, selectionManager })

  const options = useLaneDrag(view)
  const drag = useLatest(useDraggableCollectionState({ ...options.drag, collection, selectionManager }))
  const drop = useLatest(useDroppableCollectionState({ ...options.drop, collection, selectionManager }))
  const { focusedKey } = selectionManager
  const target = drop.target?.type === 'item' ? drop.target.key : null
  const drawn = useLaneWindow(pane, collection, [focusedKey, drag.draggedKey, target])

  const latest = useRef(collection)
  latest.current = collection
  const layout = useMemo(() => laneLayout(pane, drawn, () => latest.current), [drawn])
  const keyboardDelegate = useMemo(
    () => new ListKeyboardDelegate({ collection, ref: pane, layoutDelegate: layout }),
    [collection, layout],
  )
  const onAction = useCallback(
    (key: Key) => {
      const row = state.collection.getItem(key)?.value
      if (row && isCard(row)) openCard(row)
    },
    [state, openCard],
  )
  const { gridProps } = useGridList(
    {
      'aria-label': label,
      isVirtualized: true,
      keyboardDelegate,
      keyboardNavigationBehavior: 'tab',
      disallowTypeAhead: true,
      // Escape lowers a veil that was lifted; what is selected goes with the focus
      escapeKeyBehavior: 'none',
      onAction,
    },
    state,
    pane,
  )
  useDraggableCollection({}, drag, pane)
  const { collectionProps } = useDroppableCollection(
    { ...options.drop, keyboardDelegate, dropTargetDelegate: layout.drop },
    drop,
    pane,
  )
  const { focusProps, isFocusVisible } = useFocusRing()
  useLayoutEffect(() => {
    const known = lists.current
    known.set(laneId, state)
    return () => {
      known.delete(laneId)
    }
  }, [lists, laneId, state])

  const isEmpty = rows.length === 0
  const isDropping = drag.draggingKeys.size > 0 || drop.target !== null
  const last = collection.getLastKey()
  return (
    <div
      {...mergeProps(gridProps, collectionProps, focusProps)}
      ref={pane}
      className={cx(styles.list, selectionManager.selectedKeys.size > 1 && styles.many)}
      data-empty={isEmpty || undefined}
      data-drop-target={drop.isDropTarget({ type: 'root' }) || undefined}
      data-focus-visible={isFocusVisible || undefined}
    >
      <DropMark state={drop} />
      {isEmpty ? (
        <Nothing>{isFiltering ? m.boards_lane_no_match() : m.boards_lane_empty()}</Nothing>
      ) : (
        <div role="presentation" className={styles.rows} style={{ height: drawn.getTotalSize() }}>
          {drawn.getVirtualItems().flatMap(({ index, start, end }) => {
            const row = rows[index]
            if (!row) return []
            const isCurrent = focusedKey === row.id
            const common = {
              state,
              isCurrent,
              isFocused: isCurrent && selectionManager.isFocused,
              isSelected: selectionManager.isSelected(row.id),
              measure: drawn.measureElement,
            }
            return [
              isDropping && (
                <DropMark key={`before ${row.id}`} state={drop} of={row.id} top={start - GAP / 2 - 1} />
              ),
              <div
                key={row.id}
                role="presentation"
                ref={drawn.measureElement}
                className={styles.place}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                <PlaceProvider value={index}>
                  {isCard(row) ? (
                    <CardRow
                      {...common}
                      card={row}
                      drag={drag}
                      isFixed={isFixed}
                      isDragged={drag.isDragging(row.id)}
                    />
                  ) : (
                    <VeilItem {...common} boardId={boardId} laneId={laneId} group={row} />
                  )}
                </PlaceProvider>
              </div>,
              isDropping && row.id === last && (
                <DropMark key="after" state={drop} of={row.id} position="after" top={end + GAP / 2 - 1} />
              ),
            ]
          })}
        </div>
      )}
    </div>
  )
}

/** What a lane says that shows no card: the one row of its list. */
const Nothing = ({ children }: { readonly children: string }) => (
  <div {...ONLY_ROW} className={styles.cell}>
    <div {...CELL} className={styles.cell}>
      <p className={styles.empty}>{children}</p>
    </div>
  </div>
)
