// The least that an Electron app can be: the baseline that the app is measured against.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'

mkdirSync(process.env.ENTRACTE_USER_DATA, { recursive: true })
app.setPath('userData', process.env.ENTRACTE_USER_DATA)
ipcMain.handle('ping', (_event, value) => value)
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    frame: false,
    webPreferences: { sandbox: true, preload: path.join(import.meta.dirname, 'preload.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  window.loadFile(path.join(import.meta.dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
