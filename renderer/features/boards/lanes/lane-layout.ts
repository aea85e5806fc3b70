import type { RefObject } from 'react'
import type { DropTargetDelegate } from 'react-aria/useDroppableCollection'
import type { Key } from 'react-stately'
import type { LaneCollection } from './lane-collection'
import type { LaneWindow } from './use-lane-window'

/** What React Aria asks a list about where its rows are: for a page up or down, and for what lies under the pointer. */
export function laneLayout(
  pane: RefObject<HTMLElement | null>,
  window: LaneWindow,
  collection: () => LaneCollection,
) {
  const rect = (y: number, height: number) => ({ x: 0, y, width: pane.current?.clientWidth ?? 0, height })
  const drop: DropTargetDelegate = {
    getDropTargetFromPoint(_x, y, isValid) {
      const row = window.getVirtualItemForOffset(y + (pane.current?.scrollTop ?? 0))
      const node = row && collection().at(row.index)
      if (!node) return { type: 'root' }
      const isAbove = y + (pane.current?.scrollTop ?? 0) <= row.start + row.size / 2
      const next = isAbove ? node.key : node.nextKey
      const target =
        next == null
          ? ({ type: 'item', key: node.key, dropPosition: 'after' } as const)
          : ({ type: 'item', key: next, dropPosition: 'before' } as const)
      return isValid(target) ? target : { type: 'root' }
    },
  }
  return {
    drop,
    getItemRect(key: Key) {
      const row = window.measurementsCache[collection().placeOf(key)]
      return row ? rect(row.start, row.size) : null
    },
    getVisibleRect: () => rect(pane.current?.scrollTop ?? 0, pane.current?.clientHeight ?? 0),
    getContentSize: () => rect(0, window.getTotalSize()),
  }
}
