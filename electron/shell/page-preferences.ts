import path from 'node:path'
import { app } from 'electron'

/** What every window of ours is made with: sandboxed, isolated, and with the one bridge. */
export const PAGE_PREFERENCES = {
  preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  devTools: !app.isPackaged,
} as const
