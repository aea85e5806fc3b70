import path from 'node:path'
import type { Broadcast, Reply } from '@shared/ipc'
import { resolveLanguage } from '@shared/messages'
import { app, session } from 'electron'
import { restAfterStart } from './core/rest'
import { registerAppScheme, serveAppPages } from './shell/app-protocol'
import { broadcast, emit, openBridge } from './shell/bridge'
import { type CoreLink, linkCore } from './shell/core-link'
import { placeIn, placeInArguments } from './shell/deep-links'
import { gate } from './shell/gate'
import { openLink } from './shell/links'
import { lockDown } from './shell/lockdown'
import { startLog, writeLog } from './shell/logs'
import { keptLooks } from './shell/looks'
import { type MainWindow, openMainWindow } from './shell/main-window'
import { offerTextMenu, speakTo } from './shell/menus'
import { openPackFile, packFilesIn } from './shell/opened-packs'
import { chooseDataFolder, DATA_FILE, packsFolder } from './shell/paths'

// Boot order, and nothing else.

registerAppScheme()
// under Wayland the keys that work from anywhere come through the desktop's portal
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
// enableSandbox() takes --no-sandbox away from child processes, without which root cannot run them
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const checking = process.argv.includes('--self-check')
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const dataFolder = chooseDataFolder(checking)
const dataFile = path.join(dataFolder, DATA_FILE)
startLog(dataFolder)

const report = (error: unknown): void =>
  writeLog('warn', error instanceof Error ? error.message : String(error))
const pages = path.join(import.meta.dirname, '../renderer')
const looks = keptLooks({
  dataFolder,
  dataFile,
  pages,
  kept: devServer === undefined && !checking,
  onNone: () => release(),
  report,
})
/** Lets the core begin that was held back. */
let release = (): void => {}

/** What else hears what the core tells the windows. */
let hears: ((message: Broadcast) => void) | null = null

const newCore = () =>
  linkCore({
    script: new URL('core.js', import.meta.url),
    start: {
      dataFile,
      packsFolder: packsFolder(),
      version: app.getVersion(),
      electron: process.versions.electron,
      packaged: app.isPackaged,
      // the bench measures what an installed app does, from sources
      checkOutput: !app.isPackaged && process.env.ENTRACTE_AS_INSTALLED !== '1',
    },
    onBroadcast(message) {
      if (message.kind === 'topics') looks.forget()
      broadcast(message)
      hears?.(message)
    },
    onLog: writeLog,
    onRestart: (running) => emit('desktop.coreRestarted', { running }),
    clock: () => performance.now(),
    held: looks.expected,
  })

function run(core: CoreLink): void {
  release = core.release
  let mainWindow: MainWindow | null = null
  // what comes from outside waits here until the page of the open window hears events
  let heard = gate()
  const openPacks = (files: readonly string[]): void => {
    for (const file of files) void heard.opened.then(() => openPackFile(core, file))
  }
  const goTo = (target: ReturnType<typeof placeIn>): void => {
    if (target) void heard.opened.then(() => emit('desktop.goTo', target))
  }
  const openWindow = (): void => {
    mainWindow = openMainWindow({ devServer, stateFile: path.join(dataFolder, 'window.json'), report, looks })
    mainWindow.window.on('closed', () => {
      mainWindow = null
      heard = gate()
    })
  }
  const needWindow = (): void => {
    if (app.isReady() && !mainWindow) openWindow()
  }

  // a Mac may send these before the app is ready
  app.on('open-file', (event, file) => {
    event.preventDefault()
    needWindow()
    openPacks([file])
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    needWindow()
    goTo(placeIn(url))
  })
  app.on('second-instance', (_event, argv) => {
    needWindow()
    mainWindow?.raise()
    openPacks(packFilesIn(argv))
    goTo(placeInArguments(argv))
  })
  app.on('activate', needWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let library: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (library === 'closed') return
    // quitting waits for the database to close, however often it is asked for
    event.preventDefault()
    if (library === 'closing') return
    library = 'closing'
    void core
      .stop()
      .then(looks.write)
      .finally(() => {
        library = 'closed'
        app.quit()
      })
  })
  app.on('web-contents-created', (_event, contents) => offerTextMenu(contents))

  void app.whenReady().then(() => {
    let desktop: Promise<(request: unknown) => Promise<Reply>> | undefined
    openBridge({
      core,
      async desktop(request) {
        desktop ??= import('./shell/desktop').then(({ serveDesktop }) => {
          const { answer, hear } = serveDesktop({
            mainWindow: () => mainWindow,
            core,
            dataFile,
            devServer,
            overlayFile: path.join(dataFolder, 'overlay.json'),
            report,
            onListening: () => heard.open(),
          })
          hears = hear
          return answer
        })
        return (await desktop)(request)
      },
      devServer,
      asked: restAfterStart(report),
    })
    lockDown(session.defaultSession, devServer, (url) => {
      openLink(mainWindow?.window ?? null, url).catch(report)
    })
    serveAppPages(pages, core, looks.dressed)
    openWindow()
    speakTo(resolveLanguage('system', app.getLocale()))
    if (app.isPackaged) app.setAsDefaultProtocolClient('entracte')
    openPacks(packFilesIn(process.argv.slice(1)))
    goTo(placeInArguments(process.argv.slice(1)))
  })
}

// the library opens while Chromium is still getting ready
if (checking) void app.whenReady().then(async () => (await import('./shell/self-check')).selfCheck(newCore()))
else if (app.requestSingleInstanceLock()) run(newCore())
else app.exit(0)
