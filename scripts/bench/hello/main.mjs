// The least that an Electron app can be: the baseline that the app is measured against.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'

mkdirSync(process.env.ENTRACTE_USER_DATA, { recursive: true })
app.setPath('userData', process.env.ENTRACTE_USER_DATA)
/** What the app is asked by the bench in the same way, field by field: both bridges carry as much. */
const SETTINGS = {
  theme: 'system',
  language: 'system',
  railed: false,
  showId: '01a22509-d824-77db-9f0c-5ccbf3010681',
  welcomed: true,
  veil: { titles: true, names: true, nextTitle: false, images: true },
  recap: {},
}
ipcMain.handle('hello:call', () => ({ ok: true, value: SETTINGS }))
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
