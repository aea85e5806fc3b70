import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in CSS pixels, kept up with the window; 0 before it has been drawn. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    setWidth(Math.round(current.getBoundingClientRect().width))
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    watcher.observe(current)
    return () => watcher.disconnect()
  }, [element])
  return width
}
