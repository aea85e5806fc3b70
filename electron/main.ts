import path from 'node:path'
import { desktopContract } from '@shared/contract'
import { resolveLanguage, speak } from '@shared/messages'
import { app, BrowserWindow, session } from 'electron'
import { serve } from './core/serve'
import { registerAppScheme, serveAppPages } from './shell/app-protocol'
import { broadcast, emit, openBridge } from './shell/bridge'
import { linkCore } from './shell/core-link'
import { placeIn, placeInArguments } from './shell/deep-links'
import { desktopHandlers } from './shell/desktop-handlers'
import { gate } from './shell/gate'
import { openLink } from './shell/links'
import { lockDown } from './shell/lockdown'
import { startLog, writeLog } from './shell/logs'
import { type MainWindow, openMainWindow } from './shell/main-window'
import { offerTextMenu, setApplicationMenu } from './shell/menus'
import { openPackFile, packFilesIn } from './shell/opened-packs'
import { chooseDataFolder, DATA_FILE, packsFolder } from './shell/paths'
import { selfCheck } from './shell/self-check'

// Boot order, and nothing else.

registerAppScheme()
// enableSandbox() takes --no-sandbox away from child processes, without which root cannot run them
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const checking = process.argv.includes('--self-check')
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const dataFolder = chooseDataFolder(checking)
const dataFile = path.join(dataFolder, DATA_FILE)
startLog(dataFolder)

const newCore = () =>
  linkCore({
    script: new URL('core.js', import.meta.url),
    start: {
      dataFile,
      packsFolder: packsFolder(),
      version: app.getVersion(),
      electron: process.versions.electron,
      packaged: app.isPackaged,
      checkOutput: !app.isPackaged,
    },
    onBroadcast: broadcast,
    onLog: writeLog,
    onRestart: (running) => emit('desktop.coreRestarted', { running }),
    clock: () => performance.now(),
  })

function run(): void {
  const core = newCore()
  let mainWindow: MainWindow | null = null

  const open = (): void => {
    mainWindow = openMainWindow({
      devServer,
      stateFile: path.join(dataFolder, 'window.json'),
      report: (error) => writeLog('warn', String(error)),
    })
    mainWindow.window.on('closed', () => {
      mainWindow = null
    })
  }
  const report = (error: unknown): void =>
    writeLog('warn', error instanceof Error ? error.message : String(error))
  // events wait here until the page hears them
  const heard = gate()
  const desktop = serve(
    desktopContract,
    desktopHandlers({ mainWindow: () => mainWindow, core, dataFile, onListening: heard.open }),
    {
      broadcast,
      log: {
        info: (text) => writeLog('info', text),
        warn: (text) => writeLog('warn', text),
        error: (text, cause) => writeLog('error', `${text} ${String(cause ?? '')}`),
      },
      checkOutput: !app.isPackaged,
    },
  )
  openBridge({ core, desktop: desktop.answer, devServer })
  const openPacks = (files: readonly string[]): void => {
    for (const file of files) void heard.opened.then(() => openPackFile(core, file))
  }
  const goTo = (place: ReturnType<typeof placeIn>): void => {
    if (place) void heard.opened.then(() => emit('desktop.goTo', { place }))
  }

  lockDown(session.defaultSession, devServer, (url) => {
    openLink(mainWindow?.window ?? null, url).catch(report)
  })
  app.on('web-contents-created', (_event, contents) => offerTextMenu(contents))
  app.on('second-instance', (_event, argv) => {
    if (!mainWindow) open()
    if (mainWindow?.window.isMinimized()) mainWindow.window.restore()
    mainWindow?.window.focus()
    openPacks(packFilesIn(argv))
    goTo(placeInArguments(argv))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openPacks([file])
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    goTo(placeIn(url))
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    // quitting waits for the database to close
    event.preventDefault()
    stopped = true
    void core.stop().finally(() => app.quit())
  })

  serveAppPages(path.join(import.meta.dirname, '../renderer'))
  speak(resolveLanguage('system', app.getLocale()))
  setApplicationMenu()
  if (app.isPackaged) app.setAsDefaultProtocolClient('entracte')
  open()
  openPacks(packFilesIn(process.argv.slice(1)))
  goTo(placeInArguments(process.argv.slice(1)))
}

if (checking) void app.whenReady().then(() => selfCheck(newCore()))
else if (app.requestSingleInstanceLock()) void app.whenReady().then(run)
else app.exit(0)
