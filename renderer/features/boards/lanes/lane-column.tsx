import type { BoardId } from '@shared/ids'
import { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { memo, type RefObject, useCallback } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { GridList } from 'react-aria-components/GridList'
import {
  DropIndicator,
  type ItemDropTarget,
  isTextDropItem,
  useDragAndDrop,
} from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { cx } from '../../../ui/cx'
import { useBoardTools } from '../board-context'
import { laneName } from '../board-words'
import { CardItem, isCard, VeilItem } from '../card/card-item'
import styles from './lane-column.module.css'
import { LaneHead } from './lane-head'
import { clearOthers, type LaneLists } from './lane-lists'
import { type LaneRow, rowsOf } from './lane-rows'
import { dropBefore, inOrder, type LaneView } from './lanes'

/** What a dragged card is called between lanes. No other program is offered it. */
const CARD = 'entracte-card'
/** How high a card is before it is drawn, in px: a title of two lines, evidence, odds and a foot. */
const CARD_HEIGHT = 148
const LAYOUT = { estimatedRowSize: CARD_HEIGHT, gap: 12, padding: 8, dropIndicatorThickness: 2 }

export interface LaneColumnProps {
  readonly boardId: BoardId
  readonly view: LaneView
  /** Where lists are found by their lane, to give a card the focus before it is drawn. */
  readonly lists: RefObject<LaneLists>
  readonly isFiltering: boolean
}

/** One lane: its name, its cards, and the veils of those that are still to come. */
export const LaneColumn = memo(function LaneColumn({ boardId, view, lists, isFiltering }: LaneColumnProps) {
  const { acts, isFixed, openCard } = useBoardTools()
  const { id: laneId, cards, all } = view
  const name = laneName(view)
  const count = cards.length + view.veils.length
  const rows = rowsOf(view)

  const idsOf = (keys: Iterable<unknown>): ReadonlySet<CardId> =>
    new Set([...keys].flatMap((key) => CardId.safeParse(key).data ?? []))
  const beforeOf = ({ key, dropPosition }: ItemDropTarget, moved: ReadonlySet<CardId>) => {
    const target = CardId.safeParse(key)
    return target.success ? dropBefore(all, target.data, dropPosition, moved) : null
  }
  const take = async (items: readonly Parameters<typeof isTextDropItem>[0][], target?: ItemDropTarget) => {
    const texts = await Promise.all(items.filter(isTextDropItem).map((item) => item.getText(CARD)))
    const ids = [...idsOf(texts)]
    if (ids.length > 0)
      await acts.move(ids, { laneId, before: target ? beforeOf(target, new Set(ids)) : null })
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isFixed,
    getItems: (keys) => inOrder(cards, idsOf(keys)).map((id) => ({ [CARD]: id })),
    acceptedDragTypes: [CARD],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      const moved = idsOf(keys)
      if (moved.size > 0) void acts.move(inOrder(cards, moved), { laneId, before: beforeOf(target, moved) })
    },
    onInsert: ({ items, target }) => void take(items, target),
    onRootDrop: ({ items }) => void take(items),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ''} />,
  })

  const draw = useCallback(
    (row: LaneRow) =>
      isCard(row) ? <CardItem card={row} /> : <VeilItem boardId={boardId} laneId={laneId} group={row} />,
    [boardId, laneId],
  )

  return (
    <section className={styles.lane} data-lane={view.role ?? laneId}>
      <LaneHead view={view} name={name} count={count} />
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT} shouldObserveItemSize>
        <GridList
          className={({ state }) => {
            // kept for giving the focus to a card that is not drawn yet
            lists.current.set(laneId, state)
            return cx(styles.list, state.selectionManager.selectedKeys.size > 1 && styles.many)
          }}
          aria-label={m.boards_lane_count({ lane: name, count })}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          // Escape lowers a veil that was lifted; what is selected goes with the focus
          escapeKeyBehavior="none"
          selectionMode="multiple"
          selectionBehavior="replace"
          onSelectionChange={(keys) => {
            if (keys === 'all' || keys.size > 0) clearOthers(lists.current, laneId)
          }}
          onAction={(key) => {
            const card = cards.find(({ id }) => id === key)
            if (card) openCard(card)
          }}
          renderEmptyState={() => (
            <p className={styles.empty}>{isFiltering ? m.boards_lane_no_match() : m.boards_lane_empty()}</p>
          )}
        >
          <Collection items={rows} dependencies={[draw]}>
            {draw}
          </Collection>
        </GridList>
      </Virtualizer>
    </section>
  )
})
