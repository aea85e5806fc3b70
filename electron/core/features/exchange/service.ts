import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/app-error'
import type { Pack } from '@shared/exchange/pack-schema'
import { same } from '@shared/exchange/patch'
import type {
  BundledPack,
  PackApplied,
  PackFile,
  PackProgress,
  PackUpdate,
  RemoveShow,
  ShowBelongings,
  StartWithPack,
} from '@shared/exchange/schema'
import { ShowId } from '@shared/ids'
import type { TaskContext } from '@shared/ipc'
import { Reach } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import type { LibraryService } from '../library/service'
import type { SettingsService } from '../settings/service'
import type { BundledPacks } from './bundled'
import { packSteps } from './check-pack'
import { readPackFile } from './pack-file'
import { type PicturedPack, readPictures } from './pack-pictures'
import { packShelf } from './pack-shelf'
import type { RowChange } from './pack-writer'
import { inTurns } from './turns'
import { packUpdates } from './updates'

/** Rows written between two looks at the queue: a save waits for one slice at most. */
const SLICE = 600

/** Where the slice that begins at a row ends: a picture ends one, because it takes as long as hundreds of rows. */
function sliceEnd(rows: readonly RowChange[], from: number): number {
  const picture = rows.findIndex((row, at) => at >= from && row.do === 'insert' && row.table === 'picture')
  return Math.min(from + SLICE, rows.length, picture < 0 ? rows.length : picture + 1)
}

/** Collects what a generator yields, in steps. */
function* collected<T>(from: Generator<T>): Generator<void, T[]> {
  const all: T[] = []
  for (const each of from) {
    all.push(each)
    yield
  }
  return all
}

/** Brings shows in from packs, keeps them in step with new versions, and takes them out again. */
export function exchangeService(
  context: CoreContext,
  {
    library,
    settings,
    bundled,
  }: { library: LibraryService; settings: SettingsService; bundled: BundledPacks },
) {
  const { db } = context
  const shelf = packShelf(context, bundled)
  const updates = packUpdates(context, library, shelf)
  const { store } = shelf
  const removed: ((showId: ShowId) => void)[] = []

  const refuseTwice = (pack: Pack): void => {
    if (store.showOf(pack.pack.id) || writing.has(pack.pack.id))
      throw new AppError('pack-already-here', `${pack.pack.id} is already a show`, { title: pack.show.title })
  }

  /** Packs that are being written now: their show cannot be seen yet, and a second one would collide with it. */
  const writing = new Set<string>()

  const finish = (showId: ShowId): void => {
    shelf.ready(showId)
    settings.change({ showId, welcomed: true })
  }

  const lastOfFirstSeason = (pack: Pack): Reach =>
    Reach.parse(Math.max(0, ...(pack.seasons[0]?.episodes.map(({ ordinal }) => ordinal) ?? [])))

  const readChecked = async (
    { name, bytes }: PackFile,
    task: TaskContext<PackProgress>,
  ): Promise<PicturedPack> => {
    task.progress({ step: 'reading', done: 0, of: bytes.byteLength })
    const { raw, file } = await readPackFile(name, bytes, task.signal)
    task.progress({ step: 'checking', done: 0, of: 1 })
    const pack = await inTurns(packSteps(name, raw), task.signal)
    return readPictures(name, pack, file, task.signal)
  }

  const writeInSlices = async (
    rows: readonly RowChange[],
    task: TaskContext<PackProgress>,
  ): Promise<void> => {
    let done = 0
    while (done < rows.length) {
      if (task.signal.aborted) throw new AppError('cancelled', 'the import was cancelled')
      const end = sliceEnd(rows, done)
      db.transaction(() => {
        for (const row of rows.slice(done, end)) store.change(row)
      }).immediate()
      done = end
      task.progress({ step: 'writing', done, of: rows.length })
      await nextTurn()
    }
    if (task.signal.aborted) throw new AppError('cancelled', 'the import was cancelled')
  }

  return {
    /** The shows as packs, for the workshop. */
    shelf,
    update: updates.read,
    changes: updates.changes,
    applyUpdate: updates.apply,

    /** Clears what an import left behind that a crash cut short. */
    discardUnfinished(): number {
      shelf.pictures.dropUnnamed()
      return store.discardUnfinished()
    },

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
          const showId = ShowId.parse(context.newId())
          const rows = [...shelf.rowsFor(pack, showId)]
          for (const row of rows) store.change(row)
          finish(showId)
          library.markSeenBefore(showId, watchedThrough)
          return { showId, title: pack.show.title, items: rows.length }
        })
        .immediate()
    },

    /**
     * Makes a show of a pack file. It is read, checked and written in slices between which saves go first.
     * Everything is checked before the first row is written; until the last one is there the show cannot be
     * seen, and a cancel takes back what there is.
     */
    async importPack(file: PackFile, task: TaskContext<PackProgress>): Promise<PackApplied> {
      const { pack, pictures } = await readChecked(file, task)
      refuseTwice(pack)
      writing.add(pack.pack.id)
      const showId = ShowId.parse(context.newId())
      try {
        const rows = await inTurns(collected(shelf.rowsFor(pack, showId, false, pictures)), task.signal)
        await writeInSlices(rows, task)
        db.transaction(() => finish(showId)).immediate()
        return { showId, title: pack.show.title, items: rows.length }
      } catch (error) {
        store.discard(showId)
        throw error
      } finally {
        writing.delete(pack.pack.id)
      }
    },

    /**
     * Reads a pack file that would update a show, and says what it would do. Nothing is written.
     *
     * @throws AppError `not-found` when no show came from this pack
     */
    async inspect(file: PackFile, task: TaskContext<PackProgress>): Promise<PackUpdate> {
      const read = await readChecked(file, task)
      const { id } = read.pack.pack
      const showId = store.showOf(id)
      if (!showId) throw new AppError('not-found', `${id} is no show yet`, { what: 'show' })
      task.progress({ step: 'comparing', done: 0, of: 1 })
      await nextTurn()
      return updates.stage(showId, read)
    },

    /** What of the person's own would go with a show. */
    belongings(showId: ShowId): ShowBelongings {
      library.mustHave(showId)
      return shelf.own.ofShow(showId)
    },

    /**
     * Takes a show out of the library with all that hangs on it, notes included.
     *
     * @throws AppError `invalid-input` when anything of the person's is there that they were not told of
     */
    removeShow({ showId, told }: RemoveShow): void {
      db.transaction(() => {
        library.mustHave(showId)
        if (!same(shelf.own.ofShow(showId), told))
          throw new AppError('invalid-input', 'not what was spoken of', { place: 'told' })
        store.removeShow(showId)
      }).immediate()
      updates.forget(showId)
      for (const listener of removed) listener(showId)
    },

    /** Tells whoever keeps something open about a show that it is gone. */
    whenRemoved: (listener: (showId: ShowId) => void): void => void removed.push(listener),
  }
}
export type ExchangeService = ReturnType<typeof exchangeService>
