import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Pack } from '@shared/exchange/pack-schema'
import type { Log } from '../../context'
import { toPack } from './check-pack'

/** The packs that came with the app. They are read when they are asked for, and kept. */
export function bundledPacks(folder: string, log: Log) {
  let packs: ReadonlyMap<string, Pack> | null = null

  const read = (): ReadonlyMap<string, Pack> => {
    const found = new Map<string, Pack>()
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()) {
      try {
        const pack = toPack(name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
        // a bare JSON file brings no pictures along
        if (pack.artwork.length > 0) throw new Error('it names pictures that are not there')
        found.set(pack.pack.id, pack)
      } catch (error) {
        // one bad pack must not hide the others
        log.error(`the bundled pack ${name} cannot be used`, error)
      }
    }
    return found
  }

  return {
    all: (): Pack[] => {
      packs ??= read()
      return [...packs.values()]
    },
    find: (id: string): Pack | null => {
      packs ??= read()
      return packs.get(id) ?? null
    },
  }
}
export type BundledPacks = ReturnType<typeof bundledPacks>
