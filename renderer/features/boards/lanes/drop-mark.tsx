import { useMemo, useRef } from 'react'
import { useDropIndicator } from 'react-aria/useDroppableCollection'
import type { Key } from 'react-stately'
import type { DroppableCollectionState } from 'react-stately/useDroppableCollectionState'
import { BUTTON, CELL, ROW } from './grid-roles'
import styles from './lane-column.module.css'

interface DropMarkProps {
  readonly state: DroppableCollectionState
  /** The row before or after which a card would come to lie; left out, the lane as a whole. */
  readonly of?: Key
  readonly position?: 'before' | 'after'
  /** Where the line is drawn, in px from the top of the lane. */
  readonly top?: number
}

/** Where a card that is dragged may be dropped: a line for the eye, a button for the keyboard and for screen readers. */
export function DropMark({ state, of, position = 'before', top = 0 }: DropMarkProps) {
  const button = useRef<HTMLDivElement>(null)
  const target = useMemo(
    () =>
      of === undefined
        ? ({ type: 'root' } as const)
        : ({ type: 'item', key: of, dropPosition: position } as const),
    [of, position],
  )
  const { dropIndicatorProps, isDropTarget, isHidden } = useDropIndicator({ target }, state, button)
  if (isHidden) return null
  return (
    <div
      {...ROW}
      className={styles.mark}
      data-drop-target={(isDropTarget && of !== undefined) || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div {...CELL}>
        <div {...dropIndicatorProps} {...BUTTON} className="vh" ref={button} />
      </div>
    </div>
  )
}
