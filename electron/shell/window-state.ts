import { readFileSync, writeFileSync } from 'node:fs'
import { Theme } from '@shared/settings/schema'
import { z } from 'zod'

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Rectangle = z.infer<typeof Rectangle>

/** What a window needs before the database is open: its place, and the look of its first frame. */
export const WindowState = z.object({
  bounds: Rectangle.nullable().catch(null).default(null),
  maximised: z.boolean().catch(false).default(false),
  theme: Theme.catch('system').default('system'),
})
export type WindowState = z.infer<typeof WindowState>

const SIZE = { width: 1440, height: 900 }
export const MIN_SIZE = { width: 880, height: 560 }
/** How much of a title bar must lie on a display, in pixels, for a person to be able to grab it. */
const GRIP = 80

/** Reads the state; whatever cannot be read falls back to its default. */
export function readWindowState(file: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return WindowState.parse({})
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
