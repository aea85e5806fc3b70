import type { Box } from '@shared/cast/geometry'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** No smaller than this are px of the picture drawn for reading: below it, names could not be read. */
const LEAST_SCALE = 0.86

/**
 * How large a picture is drawn in its frame. One that is larger than its frame scrolls, and begins at its
 * middle, where whoever has the most lines stands; or it is shown whole, small as it may be.
 */
export function useFit(box: Box): {
  readonly frame: RefObject<HTMLDivElement | null>
  /** In px. */
  readonly least: { readonly minWidth: number; readonly minHeight: number }
  /** Whether it is larger than its frame at a size that can be read. */
  readonly overflows: boolean
  readonly whole: boolean
  readonly showWhole: (whole: boolean) => void
} {
  const frame = useRef<HTMLDivElement>(null)
  const [whole, showWhole] = useState(false)
  const [overflows, setOverflows] = useState(false)
  const width = box.width * LEAST_SCALE
  const height = box.height * LEAST_SCALE

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watch = new ResizeObserver(() =>
      setOverflows(element.offsetWidth < width || element.offsetHeight < height),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [width, height])
  // biome-ignore lint/correctness/useExhaustiveDependencies: back at reading size, it begins at its middle again
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
    element.scrollTop = (element.scrollHeight - element.clientHeight) / 2
  }, [whole])
  const least = whole ? { minWidth: 0, minHeight: 0 } : { minWidth: width, minHeight: height }
  return { frame, least, overflows, whole, showWhole }
}
