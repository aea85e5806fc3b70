import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from './window-state'

/** The overlay as the design has it: called it shows the line, at rest its top line only. */
export const OVERLAY = { width: 380, height: 160, rest: 44 } as const
/** How far from the edges of the display it opens the first time. */
const MARGIN = 24

interface Corner {
  readonly x: number
  readonly y: number
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** Where the overlay was last; null when nobody knows. */
export function readOverlayPlace(file: string): Corner | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('x' in kept) || !('y' in kept)) return null
    return isWhole(kept.x) && isWhole(kept.y) ? { x: kept.x, y: kept.y } : null
  } catch {
    return null
  }
}

/** Keeps where it is. Losing it costs nobody anything, so a failure is only reported. */
export function writeOverlayPlace(file: string, { x, y }: Corner, report: (error: unknown) => void): void {
  try {
    writeFileSync(file, JSON.stringify({ x, y }))
  } catch (error) {
    report(error)
  }
}

/**
 * Where the overlay opens: where it was, if all of it can be seen there, otherwise in the upper right corner of the
 * display on which the person is.
 *
 * @param displays the work areas of all displays
 * @param current the one with the pointer
 */
export function placeOverlay(
  saved: Corner | null,
  displays: readonly Rectangle[],
  current: Rectangle,
): Corner {
  const fits = displays.some(
    (area) =>
      saved !== null &&
      saved.x >= area.x &&
      saved.y >= area.y &&
      saved.x + OVERLAY.width <= area.x + area.width &&
      saved.y + OVERLAY.height <= area.y + area.height,
  )
  if (saved && fits) return saved
  return { x: current.x + current.width - OVERLAY.width - MARGIN, y: current.y + MARGIN }
}
