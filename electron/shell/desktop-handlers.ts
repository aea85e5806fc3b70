import type { desktopContract } from '@shared/desktop/contract'
import type { Handlers } from '@shared/ipc'
import { app, shell } from 'electron'
import type { CoreLink } from './core-link'
import { openLink } from './links'
import type { MainWindow } from './main-window'
import { speakTo } from './menus'
import { pagePrinter } from './print-pages'
import { saveFile } from './save-file'
import type { WatchDesk } from './watch-desk'

const PLATFORMS: Readonly<Partial<Record<NodeJS.Platform, 'mac' | 'windows'>>> = {
  darwin: 'mac',
  win32: 'windows',
}

export interface DesktopOptions {
  /** The open window; null between two windows on a Mac. */
  readonly mainWindow: () => MainWindow | null
  readonly core: CoreLink
  readonly dataFile: string
  readonly devServer: string | undefined
  readonly desk: WatchDesk
  /** The page has begun to hear events. */
  readonly onListening: () => void
}

/** What needs Electron and is asked for by a page. */
export function desktopHandlers({
  mainWindow,
  core,
  dataFile,
  devServer,
  desk,
  onListening,
}: DesktopOptions): Handlers<typeof desktopContract> {
  const window = () => mainWindow()?.window ?? null
  const printer = pagePrinter(devServer)
  return {
    desktop: {
      listening: onListening,
      window({ action }) {
        const target = window()
        if (action === 'minimise') target?.minimize()
        else if (action === 'close') target?.close()
        else if (target?.isMaximized()) target.unmaximize()
        else target?.maximize()
      },
      windowState: () => ({
        maximised: window()?.isMaximized() ?? false,
        fullScreen: window()?.isFullScreen() ?? false,
        platform: PLATFORMS[process.platform] ?? 'linux',
      }),
      overlay({ action }) {
        if (action === 'main') {
          desk.overlay.hide()
          window()?.show()
          window()?.focus()
        } else desk.withWindow(desk.overlay[action])
      },
      overlayState: desk.overlay.state,
      shortcuts: desk.keysNow,
      openLink: ({ url }) => openLink(window(), url),
      print: printer.print,
      printDrawn: printer.drawn,
      keepLook: ({ look }) => mainWindow()?.partWith(look),
      saveFile: (file) => saveFile(window(), file),
      revealData: () => shell.showItemInFolder(dataFile),
      showTheme: ({ theme }) => mainWindow()?.rememberTheme(theme),
      speak: ({ language }) => speakTo(language),
      locale: () => app.getLocale(),
      async retryCore() {
        await core.restart()
        return (await core.call({ method: 'settings.read', input: undefined })).ok
      },
    },
  }
}
