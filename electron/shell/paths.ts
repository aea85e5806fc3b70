import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'

/** The library's name in the data folder. */
export const DATA_FILE = 'entracte.db'

/**
 * Chooses the data folder: the one that `ENTRACTE_USER_DATA` names, a fresh one for a self-check, the
 * system's own for an installed app, and one beside it for an app that runs from its sources.
 */
export function chooseDataFolder(selfCheck: boolean): string {
  const named = process.env.ENTRACTE_USER_DATA
  const folder = named
    ? path.resolve(named)
    : selfCheck
      ? mkdtempSync(path.join(tmpdir(), 'entracte-check-'))
      : app.isPackaged
        ? app.getPath('userData')
        : path.join(app.getPath('appData'), `${app.name} Development`)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  return folder
}

/** Where the packs lie that came with the app. */
export const packsFolder = (): string =>
  app.isPackaged
    ? path.join(process.resourcesPath, 'packs')
    : path.join(app.getAppPath(), 'resources', 'packs')
