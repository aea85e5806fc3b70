import { CardId, type LaneId } from '@shared/ids'

/** As much of a list's state as it takes to give one of its rows the focus, and to know what is selected. */
interface ListState {
  readonly collection: { getItem(key: string): unknown }
  readonly selectionManager: {
    readonly selectedKeys: ReadonlySet<unknown>
    setFocused(isFocused: boolean): void
    setFocusedKey(key: string): void
    setSelectedKeys(keys: Iterable<string>): void
    replaceSelection(key: string): void
    clearSelection(): void
  }
}

/** The list of every lane. A row that is far down is not in the page before it has the focus. */
export type LaneLists = Map<LaneId, ListState>

/**
 * Gives a row the focus, whether it is drawn or not.
 *
 * @param selected the rows that are selected with it
 * @returns whether a list has it
 */
export function focusRow(lists: LaneLists, key: string, selected: ReadonlySet<string>): boolean {
  for (const [laneId, { collection, selectionManager }] of lists) {
    if (!collection.getItem(key)) continue
    // a lane that has just lost the card does not take the focus for its neighbour
    for (const [id, other] of lists) if (id !== laneId) other.selectionManager.setFocused(false)
    selectionManager.setFocused(true)
    selectionManager.setFocusedKey(key)
    if (selected.size > 1) selectionManager.setSelectedKeys(selected)
    else selectionManager.replaceSelection(key)
    clearOthers(lists, laneId)
    return true
  }
  return false
}

/** The cards that are selected in a lane. */
export const selectedIn = (lists: LaneLists, laneId: LaneId): ReadonlySet<CardId> => {
  const keys = lists.get(laneId)?.selectionManager.selectedKeys ?? []
  return new Set([...keys].flatMap((key) => CardId.safeParse(key).data ?? []))
}

/** Selects nothing in the other lanes: what is selected moves together. */
export function clearOthers(lists: LaneLists, laneId: LaneId): void {
  for (const [id, { selectionManager }] of lists)
    if (id !== laneId && selectionManager.selectedKeys.size > 0) selectionManager.clearSelection()
}
