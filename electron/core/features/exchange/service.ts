import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import type { Pack } from '@shared/exchange/pack-schema'
import type { BundledPack, PackApplied, PackFile, PackProgress, StartWithPack } from '@shared/exchange/schema'
import { ShowId } from '@shared/ids'
import type { TaskContext } from '@shared/ipc'
import { Reach } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import type { SettingsService } from '../settings/service'
import type { BundledPacks } from './bundled'
import { toPack } from './check-pack'
import { readPackFile } from './pack-file'
import { type PackRow, packRows } from './pack-rows'
import { exchangeStore } from './store'

/** Rows written between two looks at the queue: a save waits for one slice at most. */
const SLICE = 600

/** Brings shows in from packs. */
export function exchangeService(
  context: CoreContext,
  {
    library,
    settings,
    bundled,
  }: { library: LibraryService; settings: SettingsService; bundled: BundledPacks },
) {
  const { db } = context
  const store = exchangeStore(db)

  const refuseTwice = (pack: Pack): void => {
    if (store.showOf(pack.pack.id) || writing.has(pack.pack.id))
      throw new AppError('pack-already-here', `${pack.pack.id} is already a show`, { title: pack.show.title })
  }

  /** Packs that are being written now: their show cannot be seen yet, and a second one would collide with it. */
  const writing = new Set<string>()

  const writeSlice = (rows: readonly PackRow[]): void =>
    db
      .transaction(() => {
        for (const row of rows) store.insert(row)
      })
      .immediate()

  const finish = (showId: ShowId): void => {
    store.ready(showId)
    settings.change({ showId, welcomed: true })
  }

  const lastOfFirstSeason = (pack: Pack): Reach =>
    Reach.parse(Math.max(0, ...(pack.seasons[0]?.episodes.map(({ ordinal }) => ordinal) ?? [])))

  return {
    /** Clears what an import left behind that a crash cut short. */
    discardUnfinished: (): number => store.discardUnfinished(),

    bundled: (): BundledPack[] =>
      bundled.all().map((pack) => ({
        id: pack.pack.id,
        title: pack.show.title,
        version: pack.pack.version,
        seasons: pack.seasons.length,
        episodes: pack.seasons.reduce((sum, { episodes }) => sum + episodes.length, 0),
        roles: pack.roles.length,
        showId: store.showOf(pack.pack.id),
        firstSeasonEnds: lastOfFirstSeason(pack),
      })),

    /** Makes a show of a pack that came with the app, all in one transaction. */
    start({ packId, watchedThrough }: StartWithPack): PackApplied {
      const pack = bundled.find(packId)
      if (!pack) throw new AppError('not-found', `no pack ${packId}`, { what: 'pack' })
      return db
        .transaction(() => {
          refuseTwice(pack)
          const { showId: id, rows } = packRows(pack, context.newId, nowIso(context))
          const showId = ShowId.parse(id)
          for (const row of rows) store.insert(row)
          finish(showId)
          library.markSeenBefore(showId, watchedThrough)
          return { showId, title: pack.show.title, items: rows.length }
        })
        .immediate()
    },

    /**
     * Makes a show of a pack file, in slices. Everything is checked before the first row is written; until the
     * last one is there the show cannot be seen, and a cancel takes back what there is.
     */
    async importPack({ name, bytes }: PackFile, task: TaskContext<PackProgress>): Promise<PackApplied> {
      const stopIfCancelled = (): void => {
        if (task.signal.aborted) throw new AppError('cancelled', 'the import was cancelled')
      }
      task.progress({ step: 'reading', done: 0, of: bytes.byteLength })
      const raw = await readPackFile(name, bytes)
      stopIfCancelled()
      task.progress({ step: 'checking', done: 0, of: 1 })
      const pack = toPack(name, raw)
      refuseTwice(pack)
      const { showId: id, rows } = packRows(pack, context.newId, nowIso(context))
      const showId = ShowId.parse(id)
      writing.add(pack.pack.id)
      try {
        for (let done = 0; done < rows.length; done += SLICE) {
          stopIfCancelled()
          writeSlice(rows.slice(done, done + SLICE))
          task.progress({ step: 'writing', done: Math.min(done + SLICE, rows.length), of: rows.length })
          await nextTurn()
        }
        stopIfCancelled()
        db.transaction(() => finish(showId)).immediate()
      } catch (error) {
        store.discard(showId)
        throw error
      } finally {
        writing.delete(pack.pack.id)
      }
      return { showId, title: pack.show.title, items: rows.length }
    },
  }
}
export type ExchangeService = ReturnType<typeof exchangeService>
