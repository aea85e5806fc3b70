import { mapLists } from '@shared/exchange/anchors'
import type { Item, Kind } from '@shared/exchange/flat-fields'
import { asFlat, asLists, flatten, type Lists, unflatten } from '@shared/exchange/flat-pack'
import { MAX_ARTWORK_BYTES } from '@shared/exchange/limits'
import type { Pack } from '@shared/exchange/pack-schema'
import { same } from '@shared/exchange/patch'
import type { PictureProblem } from '@shared/exchange/picture-header'
import type { ShowId } from '@shared/ids'
import { type CoreContext, nowIso } from '../../context'
import type { BundledPacks } from './bundled'
import { ownThings } from './own-things'
import { packIds } from './pack-ids'
import { type StoredPicture, toPicture } from './pack-pictures'
import { type KeptHeader, packReader, type ShowRows } from './pack-reader'
import type { Value } from './pack-tables'
import { citationRows, type RowChange, rowChanges } from './pack-writer'
import { pictureStore } from './picture-store'
import { exchangeStore } from './store'

type Row = Record<string, Value>

const showRow = (pack: Item, show: Item): Row => ({
  title: String(show.title),
  emphasis: (show.emphasis ?? null) as Value,
  creator: (show.creator ?? null) as Value,
  network: (show.network ?? null) as Value,
  genre: (show.genre ?? null) as Value,
  premise: show.premise === '' ? null : ((show.premise ?? null) as Value),
  first_aired: (show.firstAired ?? null) as Value,
  as_of: (pack.asOf ?? null) as Value,
  pack_id: String(pack.id),
  pack_version: String(pack.version),
})

const headerRow = (pack: Item, own: boolean) => ({
  title: String(pack.title),
  about: String(pack.about),
  licence: String(pack.licence),
  language: String(pack.language),
  own,
})

const single = (lists: Lists, kind: 'pack' | 'show'): Item => {
  const [item] = lists[kind]
  if (!item) throw new RangeError(`a show without its ${kind}`)
  return item
}

/** The shows of the library as packs: read back from their rows, and written as differences to them. */
export function packShelf(context: CoreContext, bundled: BundledPacks) {
  const { db } = context
  const store = exchangeStore(db)
  const reader = packReader(db, context.newId)
  const own = ownThings(db)
  const pictures = pictureStore(db)
  const written: ((showId: ShowId) => void)[] = []

  /** A show from before headers were kept has that of its bundled pack, or says that nothing is known. */
  const headerOf = (showId: ShowId): KeptHeader => {
    const kept = reader.header(showId)
    if (kept) return kept
    const packId = store.packIdOf(showId)
    const pack = packId === null ? null : bundled.find(packId)
    const title = db.prepare('SELECT title FROM show WHERE id = ?').pluck().get(showId)
    if (!pack) return { title: String(title ?? ''), about: '', licence: '', language: 'en' }
    const { title: name, about, licence, language } = pack.pack
    return { title: name, about, licence, language }
  }

  // The core has the one connection that writes, so what was read stays true until it writes again. Nothing is
  // kept from within a transaction: it may be taken back, and the counter does not go back with it.
  const counter = db.prepare<[], number>('SELECT total_changes()').pluck()
  let kept: { readonly showId: ShowId; readonly changes: number; readonly rows: ShowRows } | null = null
  const read = (showId: ShowId): ShowRows => {
    const changes = counter.get() ?? 0
    if (kept?.showId === showId && kept.changes === changes) return kept.rows
    const rows = reader.read(showId, headerOf(showId))
    if (!db.inTransaction) kept = { showId, changes, rows }
    return rows
  }
  const packOf = (showId: ShowId): Pack => unflatten(asFlat(read(showId).lists))

  /** Keeps the header of a show from before headers were kept. */
  const keepHeader = (showId: ShowId): void => {
    if (!reader.header(showId))
      store.putHeader(showId, { ...headerOf(showId), own: store.packIdOf(showId) === null })
  }

  return {
    store,
    own,
    pictures,
    /** Keeps a picture for a show's artwork to name, or says why not. */
    addPicture(showId: ShowId, bytes: Uint8Array): StoredPicture | PictureProblem {
      const picture = toPicture(bytes)
      if (typeof picture === 'string') return picture
      pictures.add(showId, picture)
      return pictures.totalWith(showId, picture.file) > MAX_ARTWORK_BYTES ? 'picture-too-large' : picture
    },
    /** The pictures that a pack of this show names. @throws RangeError when one is not there */
    picturesOf: (showId: ShowId, pack: Pack): StoredPicture[] =>
      [...new Set(pack.artwork.map(({ file }) => file))].map((file) => {
        const picture = pictures.find(showId, file)
        if (!picture) throw new RangeError('artwork without its picture')
        return picture
      }),
    read,
    packOf,

    /**
     * The rows of a pack as a new show that cannot be seen yet. Any number of them from the start breaks no
     * reference.
     *
     * @param isOwn whether it is a show of the person's own making
     * @param pictures what the pack's artwork names
     */
    *rowsFor(
      pack: Pack,
      showId: ShowId,
      isOwn = false,
      pictures: readonly StoredPicture[] = [],
    ): Generator<RowChange> {
      const lists = asLists(flatten(pack))
      const [header, show] = [single(lists, 'pack'), single(lists, 'show')]
      const now = nowIso(context)
      const writing = { showId, ids: packIds(context.newId), newId: context.newId, now }
      const row = { id: showId, ...showRow(header, show), ready: 0, created_at: now }
      yield { do: 'insert', table: 'show', row }
      const { own: _own, ...words } = headerRow(header, isOwn)
      const headed = { show_id: showId, ...words, own: isOwn ? 1 : 0 }
      yield { do: 'insert', table: 'pack_header', row: headed }
      for (const { file, type, width, height, bytes } of pictures) {
        const picture = { show_id: showId, file, type, width, height, bytes }
        yield { do: 'insert', table: 'picture', row: picture }
      }
      const nothing = mapLists(lists, () => [])
      yield* rowChanges(nothing, lists, writing)
      yield* citationRows(showId, show.sources, writing)
    },

    /**
     * Writes what lies between a show's rows and a new state of its items, and moves what is the person's own
     * with it. To be called within a transaction.
     */
    write(showId: ShowId, { lists: from, ids }: ShowRows, to: Lists): void {
      const writing = { showId, ids, newId: context.newId, now: nowIso(context) }
      for (const step of rowChanges(from, to, writing)) store.change(step)
      own.follow(showId, from.episode, to.episode)
      const [header, show] = [single(to, 'pack'), single(to, 'show')]
      if (!same(single(from, 'pack'), header) || !same(single(from, 'show'), show)) {
        store.update('show', showId, showRow(header, show))
        store.putHeader(showId, headerRow(header, store.isOwn(showId)))
      }
      if (!same(single(from, 'show').sources, show.sources)) {
        store.change({ do: 'clear', table: 'citation', owner: 'item_id', id: showId })
        for (const step of citationRows(showId, show.sources, writing)) store.change(step)
      }
      for (const listener of written) listener(showId)
    },

    /** Lets a show be seen, when all its rows are there. To be called within a transaction. */
    ready(showId: ShowId): void {
      store.ready(showId)
      for (const listener of written) listener(showId)
    },

    /** Tells whoever follows the items of shows that some have been written, in the same transaction. */
    whenWritten: (listener: (showId: ShowId) => void): void => void written.push(listener),

    keepHeader,

    /** Keeps a show's pack as it is before the first edit, for the merge with its next version. */
    prepareEdit(showId: ShowId): void {
      keepHeader(showId)
      if (!store.isOwn(showId) && !store.hasBase(showId)) store.setBase(showId, packOf(showId))
    },

    /** Whether a show is of the person's own making: with a pack of theirs, or without any. */
    isOwn: (showId: ShowId): boolean =>
      reader.header(showId) ? store.isOwn(showId) : store.packIdOf(showId) === null,

    /**
     * What a new version of the show's pack is merged against: the pack before the person's edits; the rows
     * themselves when nobody has edited them; null for a show of the person's own that was never given away.
     *
     * @param now the show as its rows are
     */
    baseOf: (showId: ShowId, now: Pack): Pack | null =>
      store.base(showId) ?? (store.isOwn(showId) ? null : now),

    /** `kind/key` of the episodes and trackers on which something of the person's hangs. */
    inUse(showId: ShowId, { lists, ids }: ShowRows): ReadonlySet<string> {
      const known = new Map<string, string>()
      for (const kind of ['episode', 'tracker'] satisfies Kind[]) {
        for (const { key } of lists[kind]) known.set(ids.find(kind, key), `${kind}/${key}`)
      }
      return new Set(own.used(showId).flatMap((id) => known.get(id) ?? []))
    },
  }
}
export type PackShelf = ReturnType<typeof packShelf>
