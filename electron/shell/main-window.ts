import type { LastLook } from '@shared/desktop/schema'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { emit } from './bridge'
import type { Looks } from './looks'
import { APP_ORIGIN } from './origin'
import { PAGE_PREFERENCES } from './page-preferences'
import { parting } from './parting'
import { MIN_SIZE, placeWindow, readWindowState, type WindowState, writeWindowState } from './window-state'

/** The ground of the first frame, before any style has loaded: `surface` of each theme. */
const GROUND = { papier: '#FBF6EC', salle: '#1A151D' }

export interface MainWindowOptions {
  readonly devServer: string | undefined
  /** Where the window's place is kept. */
  readonly stateFile: string
  readonly report: (error: unknown) => void
  readonly looks: Looks
}

const lookOf = (theme: WindowState['theme']): 'papier' | 'salle' =>
  theme === 'system' ? (nativeTheme.shouldUseDarkColors ? 'salle' : 'papier') : theme

/** Tells native controls, and the ground behind the page of one window, which theme is on. */
function showTheme(window: BrowserWindow, theme: WindowState['theme']): void {
  nativeTheme.themeSource = theme === 'system' ? 'system' : theme === 'salle' ? 'dark' : 'light'
  window.setBackgroundColor(GROUND[lookOf(theme)])
}

/** Opens the app's window where it was last, in the look it had last. */
export function openMainWindow({ devServer, stateFile, report, looks }: MainWindowOptions) {
  let state = readWindowState(stateFile)
  nativeTheme.themeSource = state.theme === 'system' ? 'system' : state.theme === 'salle' ? 'dark' : 'light'
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const mac = process.platform === 'darwin'

  const window = new BrowserWindow({
    ...placeWindow(state.bounds, displays),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: app.name,
    backgroundColor: GROUND[lookOf(state.theme)],
    ...(mac ? { titleBarStyle: 'hidden', trafficLightPosition: { x: 14, y: 13 } } : { frame: false }),
    webPreferences: PAGE_PREFERENCES,
  })
  if (state.maximised) window.maximize()

  const save = (): void => {
    if (window.isDestroyed()) return
    state = { ...state, bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    writeWindowState(stateFile, state, report)
  }
  const tell = (): void =>
    emit('desktop.windowChanged', { maximised: window.isMaximized(), fullScreen: window.isFullScreen() })
  window.on('maximize', tell)
  window.on('unmaximize', tell)
  window.on('enter-full-screen', tell)
  window.on('leave-full-screen', tell)
  window.on('close', save)
  window.once('ready-to-show', () => window.show())

  const page = devServer ?? `${APP_ORIGIN}/index.html`
  const load = (more = ''): void => void window.loadURL(`${page}?theme=${state.theme}${more}`)
  const size = () => window.getContentSize()
  const going = looks.kept
    ? parting(window, {
        draw: () => load('&look=keep'),
        drawAgain: load,
        onLook: (look) => looks.keep(look, size()),
      })
    : null
  load(looks.take(size(), lookOf(state.theme)) ? '&look=last' : '')

  return {
    window,
    /** The first page has been drawn, in a window that is going. */
    partWith: (look: LastLook | null) => going?.keep(look),
    /** Shows the window, wherever it was, and keeps it from going. */
    raise(): void {
      going?.stay()
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    /** Keeps the theme for the first frame of the next start. */
    rememberTheme(theme: WindowState['theme']): void {
      state = { ...state, theme }
      showTheme(window, theme)
      save()
    },
  }
}
export type MainWindow = ReturnType<typeof openMainWindow>
