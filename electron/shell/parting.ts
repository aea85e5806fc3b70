import type { LastLook } from '@shared/desktop/schema'
import { app, type BrowserWindow } from 'electron'

/** The longest that a window which nobody sees any more may take to draw its first page once more, in ms. */
const PATIENCE_MS = 3000

export interface PartingOptions {
  /** Loads the page that tells how it looks. */
  readonly draw: () => void
  /** Loads the page as ever: the window is wanted again. */
  readonly drawAgain: () => void
  /** What the page told; null when there is nothing to keep. */
  readonly onLook: (look: LastLook | null) => void
}

let quitting = false
app.on('before-quit', () => {
  quitting = true
})

/**
 * Lets a window go only when its first page has been drawn once more and kept for the next start. The person sees none
 * of this: the window is hidden at once.
 */
export function parting(window: BrowserWindow, { draw, drawAgain, onLook }: PartingOptions) {
  let limit: ReturnType<typeof setTimeout> | null = null
  const part = (look: LastLook | null): void => {
    if (limit === null) return
    clearTimeout(limit)
    limit = null
    onLook(look)
    window.destroy()
    // closing was held up, and quitting with it
    if (quitting) app.quit()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (limit !== null) return
    limit = setTimeout(() => part(null), PATIENCE_MS)
    window.hide()
    window.webContents.setBackgroundThrottling(false)
    draw()
  })
  window.webContents.on('render-process-gone', () => part(null))

  return {
    /** The page has been drawn; only one that was asked for counts. */
    keep: part,
    /** Brings the window back when it is on its way out. */
    stay(): void {
      if (limit === null) return
      clearTimeout(limit)
      limit = null
      quitting = false
      window.webContents.setBackgroundThrottling(true)
      drawAgain()
      window.show()
    },
  }
}
