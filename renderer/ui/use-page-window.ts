import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** A list that is no longer than this is drawn whole. */
const WHOLE = 100
/** Rows that are drawn beyond those in sight, on either side. */
const BEYOND = 8

interface LongList {
  readonly list: RefObject<HTMLElement | null>
  readonly count: number
  /** How high a row is before it is drawn, in px. */
  readonly height: number
  /** Draws everything all the same: paper does not scroll. */
  readonly isWhole?: boolean
}

/**
 * Which rows of a list are drawn that scrolls with its page, and how much room those above and below them take, in px.
 * What is drawn says its place by `data-index`, and is given to `measure` as its ref.
 */
export function usePageWindow({ list, count, height, isWhole = false }: LongList) {
  const [above, setAbove] = useState(0)
  const isAll = isWhole || count <= WHOLE
  const window = useVirtualizer({
    count,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scrolls]') ?? null,
    estimateSize: () => height,
    scrollMargin: above,
    overscan: BEYOND,
    initialRect: { width: 0, height: globalThis.innerHeight },
    enabled: !isAll,
  })
  // what stands above the list may take another height whenever something is drawn
  useLayoutEffect(() => {
    const page = list.current?.closest('[data-scrolls]')
    if (isAll || !page || !list.current) return
    const top = list.current.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop
    setAbove((known) => (Math.abs(known - top) < 1 ? known : top))
  })
  if (isAll) {
    const places = Array.from({ length: count }, (_, place) => place)
    return { places, before: 0, after: 0, measure: undefined, isAll }
  }
  const rows = window.getVirtualItems()
  return {
    places: rows.map(({ index }) => index),
    before: (rows[0]?.start ?? above) - above,
    after: window.getTotalSize() - ((rows.at(-1)?.end ?? above) - above),
    measure: window.measureElement,
    isAll,
  }
}
