import type { LaneId } from '@shared/ids'

/** As much of a list's state as it takes to give one of its rows the focus. */
interface ListState {
  readonly collection: { getItem(key: string): unknown }
  readonly selectionManager: {
    readonly focusedKey: unknown
    setFocused(isFocused: boolean): void
    setFocusedKey(key: string): void
  }
}

/** The list of every lane. A row that is far down is not in the page before it has the focus. */
export type LaneLists = Map<LaneId, ListState>

/** Gives a row the focus, whether it is drawn or not. @returns whether a list has it */
export function focusRow(lists: LaneLists, key: string): boolean {
  for (const { collection, selectionManager } of lists.values()) {
    if (!collection.getItem(key)) continue
    selectionManager.setFocused(true)
    selectionManager.setFocusedKey(key)
    return true
  }
  return false
}
