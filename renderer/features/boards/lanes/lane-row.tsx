import type { BoardId, LaneId } from '@shared/ids'
import {
  type ComponentProps,
  createContext,
  memo,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
} from 'react'
import { mergeProps } from 'react-aria/mergeProps'
import { useDraggableItem } from 'react-aria/useDraggableCollection'
import { useFocusRing } from 'react-aria/useFocusRing'
import { useGridListItem } from 'react-aria/useGridList'
import { useHover } from 'react-aria/useHover'
import type { DraggableCollectionState } from 'react-stately/useDraggableCollectionState'
import type { ListState } from 'react-stately/useListState'
import { CardFace } from '../card/card-face'
import { GripProvider } from '../card/grip'
import styles from './lane-column.module.css'
import type { LaneRow, VeilGroup } from './lane-rows'
import type { OpenCard } from './lanes'
import { VeilRow } from './veil-row'

/*
 * The rows of a lane. A row is drawn again when one of its own properties changes and not with its list: what it
 * needs of the list besides, it asks when something happens to it.
 */

interface RowProps {
  /** The list, which answers as it is now. */
  readonly state: ListState<LaneRow>
  readonly isFocused: boolean
  /** The row that Tab goes to, also while the focus is elsewhere. */
  readonly isCurrent: boolean
  readonly isSelected: boolean
  /** Tells the list how high the row is now. */
  readonly measure: (row: HTMLElement | null) => void
}

interface CardRowProps extends RowProps {
  readonly card: OpenCard
  readonly drag: DraggableCollectionState
  readonly isFixed: boolean
  readonly isDragged: boolean
}

const Place = createContext(0)
/** How many rows come before a row. It has its own way to the row: a move changes it and nothing else of a card. */
export const PlaceProvider = Place.Provider

function Row({ children, ...props }: ComponentProps<'div'>) {
  const index = { 'aria-rowindex': useContext(Place) + 1 }
  return (
    <div {...props} {...index}>
      {children}
    </div>
  )
}

function useRow({ state, isFocused, isCurrent, isSelected, measure }: RowProps, row: LaneRow) {
  const ref = useRef<HTMLDivElement>(null)
  const node = state.collection.getItem(row.id)
  if (!node) throw new Error('a row is drawn that its lane does not have')
  const item = useGridListItem({ node, shouldSelectOnPressUp: true }, state, ref)
  const { focusProps, isFocusVisible } = useFocusRing()
  // what the focus shows makes a card higher: the rows below make room before anybody sees it
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two are what a row's height depends on
  useLayoutEffect(() => measure(ref.current?.parentElement ?? null), [measure, isFocused, row])
  const props = mergeProps(item.rowProps, focusProps, {
    className: styles.item,
    tabIndex: isCurrent ? 0 : -1,
    'aria-selected': isSelected,
    'data-selected': isSelected || undefined,
    'data-focus-visible': isFocusVisible || undefined,
  })
  const cell = (content: ReactNode) => (
    <div {...item.gridCellProps} className={styles.cell}>
      {content}
    </div>
  )
  return { ref, props, cell }
}

/** A card as a row of its lane. */
export const CardRow = memo(function CardRow({ card, drag, isFixed, isDragged, ...row }: CardRowProps) {
  const { ref, props, cell } = useRow(row, card)
  const { hoverProps, isHovered } = useHover({})
  const { dragProps, dragButtonProps } = useDraggableItem({ key: card.id, hasDragButton: true }, drag)
  return (
    <Row
      {...mergeProps(props, hoverProps, isFixed ? {} : dragProps)}
      ref={ref}
      data-card={card.id}
      data-dragging={isDragged || undefined}
    >
      {cell(
        <GripProvider value={dragButtonProps}>
          <CardFace card={card} isFocused={row.isFocused} isHovered={isHovered} />
        </GripProvider>,
      )}
    </Row>
  )
})

interface VeilItemProps extends RowProps {
  readonly boardId: BoardId
  readonly laneId: LaneId
  readonly group: VeilGroup
}

/** Veils as a row of their lane: L or Enter lifts one. */
export const VeilItem = memo(function VeilItem({ boardId, laneId, group, ...row }: VeilItemProps) {
  const { ref, props, cell } = useRow(row, group)
  return (
    <Row {...props} ref={ref} data-veil>
      {cell(<VeilRow boardId={boardId} laneId={laneId} group={group} />)}
    </Row>
  )
})
