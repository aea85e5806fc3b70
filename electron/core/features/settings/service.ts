import { statSync } from 'node:fs'
import path from 'node:path'
import { type About, Settings, type SettingsPatch } from '@shared/settings/schema'
import type { VeilChoices } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { schemaVersion } from '../../db/migrate'
import { remembered } from '../../db/remembered'
import { settingsStore } from './store'

/** What the shell tells the core about the app it runs in. */
export interface AppFacts {
  readonly version: string
  readonly electron: string
  readonly packaged: boolean
  readonly dataFile: string
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** What a person chose, and what the app can say about itself. */
export function settingsService({ db }: Pick<CoreContext, 'db'>, facts: AppFacts) {
  const store = settingsStore(db)

  const known = new Set(Object.keys(Settings.shape))
  const kept = remembered(
    db,
    ['setting'],
    (_all: null): Readonly<Settings> =>
      Settings.parse(Object.fromEntries(Object.entries(store.all()).filter(([key]) => known.has(key)))),
  )
  const read = (): Readonly<Settings> => kept(null)

  return {
    read,

    change(patch: SettingsPatch): Readonly<Settings> {
      return db
        .transaction(() => {
          for (const [key, value] of Object.entries(patch)) if (value !== undefined) store.write(key, value)
          return read()
        })
        .immediate()
    },

    /** Says what a veil hides at least. */
    setVeil(veil: VeilChoices): Readonly<Settings> {
      return db
        .transaction(() => {
          store.write('veil', veil)
          return read()
        })
        .immediate()
    },

    about(): About {
      return {
        version: facts.version,
        electron: facts.electron,
        sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()),
        platform: `${process.platform} ${process.arch}`,
        packaged: facts.packaged,
        dataFolder: path.dirname(facts.dataFile),
        dataFile: facts.dataFile,
        dataBytes: bytesOf(facts.dataFile) + bytesOf(`${facts.dataFile}-wal`),
        schemaVersion: schemaVersion(db),
      }
    },
  }
}
export type SettingsService = ReturnType<typeof settingsService>
