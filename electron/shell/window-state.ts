import { readFileSync, writeFileSync } from 'node:fs'
import { THEMES } from '@shared/settings/choices'
import type { Theme } from '@shared/settings/schema'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a window needs before the database is open: its place, and the look of its first frame. */
export interface WindowState {
  readonly bounds: Rectangle | null
  readonly maximised: boolean
  readonly theme: Theme
}

const SIZE = { width: 1440, height: 900 }
export const MIN_SIZE = { width: 880, height: 560 }
/** How much of a title bar must lie on a display, in pixels, for a person to be able to grab it. */
const GRIP = 80

type Kept = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Kept => typeof value === 'object' && value !== null

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

const boundsIn = (kept: unknown): Rectangle | null => {
  if (!isRecord(kept)) return null
  const { x, y, width, height } = kept
  const whole = isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height)
  return whole && width > 0 && height > 0 ? { x, y, width, height } : null
}

/**
 * Reads the state; whatever cannot be read falls back to its default. By hand: this is read before the window
 * opens, and zod would take longer to set up than the window to open.
 */
export function readWindowState(file: string): WindowState {
  let kept: Kept = {}
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isRecord(parsed)) kept = parsed
  } catch {
    // an unreadable state is as good as none
  }
  return {
    bounds: boundsIn(kept.bounds),
    maximised: kept.maximised === true,
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'system',
  }
}

/** Writes the state. Losing it costs nobody anything, so a failure is only reported. */
export function writeWindowState(file: string, state: WindowState, report: (error: unknown) => void): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    report(error)
  }
}

/**
 * Where a window opens: where it was, if its title bar can still be reached there, otherwise in the middle.
 *
 * @param saved the bounds at the last close
 * @param displays the work areas of the displays, the primary one first
 */
export function placeWindow(saved: Rectangle | null, displays: readonly Rectangle[]): Partial<Rectangle> {
  const primary = displays[0]
  const fit = {
    width: Math.min(SIZE.width, primary?.width ?? SIZE.width),
    height: Math.min(SIZE.height, primary?.height ?? SIZE.height),
  }
  if (!saved) return fit
  const reachable = displays.some(
    (area) =>
      saved.x + saved.width - GRIP >= area.x &&
      saved.x + GRIP <= area.x + area.width &&
      saved.y >= area.y &&
      saved.y + GRIP <= area.y + area.height,
  )
  return reachable ? saved : { ...fit }
}
