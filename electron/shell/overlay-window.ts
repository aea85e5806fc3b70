import { BrowserWindow, screen } from 'electron'
import { emit } from './bridge'
import { APP_ORIGIN } from './origin'
import { OVERLAY, placeOverlay, readOverlayPlace, writeOverlayPlace } from './overlay-place'
import { PAGE_PREFERENCES } from './page-preferences'

/** The ground before any style has loaded: always the dark room. */
const GROUND = '#0F0B11'

export interface OverlayOptions {
  readonly devServer: string | undefined
  /** Where its place is kept. */
  readonly placeFile: string
  readonly report: (error: unknown) => void
}

/**
 * The strip over the film: always on top, also over a player that fills the screen. Called it takes the keys; at
 * rest it folds to its top line and leaves them to the player. Hidden it stays loaded, so that a call is quick.
 */
export function overlayWindow({ devServer, placeFile, report }: OverlayOptions) {
  let window: BrowserWindow | null = null
  let called = false

  const tell = (): void => emit('desktop.overlayChanged', { open: window?.isVisible() ?? false, called })

  const open = (): BrowserWindow => {
    if (window) return window
    const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
    const current = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea
    const fresh = new BrowserWindow({
      ...placeOverlay(readOverlayPlace(placeFile), displays, current),
      width: OVERLAY.width,
      height: OVERLAY.rest,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      hasShadow: true,
      backgroundColor: GROUND,
      title: 'Entracte',
      // a panel of macOS takes the keys without bringing the app over the film
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      webPreferences: PAGE_PREFERENCES,
    })
    fresh.setAlwaysOnTop(true, 'screen-saver')
    fresh.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
    fresh.on('moved', () => {
      const { x, y } = fresh.getBounds()
      writeOverlayPlace(placeFile, { x, y }, report)
    })
    fresh.on('closed', () => {
      window = null
      called = false
      tell()
    })
    fresh.on('blur', () => fold())
    void fresh.loadURL(`${devServer ?? `${APP_ORIGIN}/index.html`}?theme=salle#/overlay`)
    window = fresh
    return fresh
  }

  const size = (target: BrowserWindow, height: number): void => {
    const { x, y } = target.getBounds()
    target.setBounds({ x, y, width: OVERLAY.width, height })
  }

  /** Folds to the top line. The keys go back to whoever had them. */
  const fold = (): void => {
    if (!window?.isVisible() || !called) return
    called = false
    size(window, OVERLAY.rest)
    tell()
  }

  return {
    /** Shows the line, ready for the first key. */
    call(): void {
      const target = open()
      called = true
      size(target, OVERLAY.height)
      target.show()
      target.focus()
      target.webContents.focus()
      tell()
    },
    /** Shows the top line and leaves the keys where they are. */
    show(): void {
      const target = open()
      if (target.isVisible()) return
      called = false
      size(target, OVERLAY.rest)
      target.showInactive()
      tell()
    },
    /** Gives the keys back to the film. */
    rest(): void {
      fold()
      window?.blur()
    },
    hide(): void {
      called = false
      window?.hide()
      tell()
    },
    state: () => ({ open: window?.isVisible() ?? false, called }),
    /** Ends it with the app's window; its page gets to put its last letters on disk. */
    close: () => window?.close(),
  }
}
export type OverlayWindow = ReturnType<typeof overlayWindow>
