import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useMemo } from 'react'
import type { Key } from 'react-stately'
import type { LaneCollection } from './lane-collection'

/** How high a card is before it is drawn, in px: a title of two lines, evidence, odds and a foot. */
const CARD_HEIGHT = 148
/** Between two rows, and above the first and below the last, in px. */
export const GAP = 12
const EDGE = 8
/** Rows that are drawn beyond those in sight, on either side. */
const BEYOND = 3

/**
 * Which rows of a lane are drawn, and where: those in sight, and those that must not go while they are out of it.
 *
 * @param kept rows that stay drawn wherever they are: the one with the focus, what is dragged and where it would go
 */
export function useLaneWindow(
  pane: RefObject<HTMLElement | null>,
  collection: LaneCollection,
  kept: readonly (Key | null)[],
) {
  const keys = useMemo(() => [...collection.getKeys()], [collection])
  const keyAt = useCallback((place: number) => keys[place] ?? place, [keys])
  const places = kept.flatMap((key) => (key === null ? [] : collection.placeOf(key))).filter((at) => at >= 0)
  const rows = useVirtualizer({
    count: collection.size,
    getScrollElement: () => pane.current,
    getItemKey: keyAt,
    estimateSize: () => CARD_HEIGHT,
    // read, not remembered: a card is measured when what it shows has changed
    measureElement: (row: HTMLElement, entry) =>
      Math.round(entry?.borderBoxSize[0]?.blockSize ?? row.offsetHeight),
    initialRect: { width: 0, height: window.innerHeight },
    overscan: BEYOND,
    gap: GAP,
    paddingStart: EDGE,
    paddingEnd: EDGE,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...places])].sort((a, b) => a - b),
  })
  return rows
}

export type LaneWindow = ReturnType<typeof useLaneWindow>
