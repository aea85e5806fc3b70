import { AppError } from '@shared/app-error'
import { anchorItem } from '@shared/exchange/anchors'
import { move, put, remove } from '@shared/exchange/edits'
import { type Item, type Kind, referencesOf } from '@shared/exchange/flat-fields'
import { asFlat, type Lists, seasonKey, unflatten } from '@shared/exchange/flat-pack'
import { ShowId } from '@shared/ids'
import type { PictureBytes } from '@shared/library/picture-schema'
import { ITEM_FIELDS } from '@shared/studio/items'
import { newPack } from '@shared/studio/rules'
import type {
  Findings,
  ItemOf,
  ListOf,
  MoveItem,
  NewPicture,
  NewShow,
  OfFile,
  Outline,
  PackBytes,
  Preview,
  PreviewOf,
  PreviewRows,
  PreviewRowsOf,
  PutItem,
  Step,
  StudioItem,
  StudioList,
  WorkshopDoor,
  WorkshopId,
} from '@shared/studio/schema'
import { IsoDate } from '@shared/time'
import { type CoreContext, nowIso } from '../../context'
import { placeOf } from '../../serve'
import type { ExchangeService } from '../exchange/service'
import type { LibraryService } from '../library/service'
import { packEdits } from './edits'
import { packBytes } from './pack-bytes'
import { findingsOf, itemOf, listOf, mustFind, outlineOf, previewOf, previewRowsOf } from './views'
import { openWorkshops } from './workshops'

/** Characters of an id that are random. */
const MARK = 10

/** What nobody may change by hand: a pack keeps its id for ever. */
const FIXED: Partial<Record<Kind, readonly string[]>> = { pack: ['id'] }

/** Where packs are made and edited. Nothing here answers without an open workshop. */
export function studioService(context: CoreContext, library: LibraryService, exchange: ExchangeService) {
  const { db } = context
  const { shelf } = exchange
  const edits = packEdits(context, exchange)
  const workshops = openWorkshops(context.newId)
  exchange.whenRemoved(workshops.closeOf)

  const listsOf = (id: WorkshopId): Lists => shelf.read(workshops.showOf(id)).lists
  const inTransaction = <T>(work: () => T): T => db.transaction(work).immediate()
  const mark = (): string => context.newId().replaceAll('-', '').slice(-MARK)

  /** An item's fields with some of them changed. @throws AppError `edit-refused` with the `place` */
  const checked = (kind: Kind, fields: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const parsed = ITEM_FIELDS[kind].safeParse(fields)
    if (parsed.success) return parsed.data
    const place = placeOf(parsed.error.issues[0]?.path ?? [])
    throw new AppError('edit-refused', `${kind}.${place} does not fit`, { rule: 'incomplete', place })
  }

  /** @throws AppError `edit-refused` when an item names something that is not there */
  const refuseUnknown = (rows: Lists, kind: Kind, item: Item): void => {
    const unknown = referencesOf(kind, item).find(
      (named) => named.key !== item.key && !rows[named.kind].some(({ key }) => key === named.key),
    )
    if (unknown)
      throw new AppError('edit-refused', `there is no such ${unknown.kind}`, {
        rule: `unknown-${unknown.kind}`,
      })
  }

  const mustHavePicture = (showId: ShowId, file: string) => {
    const picture = shelf.pictures.find(showId, file)
    if (!picture) throw new AppError('edit-refused', 'no such picture', { rule: 'no-picture', place: 'file' })
    return picture
  }

  return {
    /** Makes a show of the person's own, with episodes to be named. */
    create(wanted: NewShow): { showId: ShowId } {
      const today = IsoDate.parse(nowIso(context).slice(0, 10))
      const pack = newPack(wanted, today, mark())
      return inTransaction(() => {
        const showId = ShowId.parse(context.newId())
        for (const row of shelf.rowsFor(pack, showId, true)) shelf.store.change(row)
        shelf.ready(showId)
        return { showId }
      })
    },

    /** Whether a show is the person's own, before its workshop is opened. */
    door(showId: ShowId): WorkshopDoor {
      library.mustHave(showId)
      return { own: shelf.isOwn(showId), edited: edits.canUndo(showId) }
    },

    /** The person's word that they want to read this show whole. */
    open(showId: ShowId): { workshopId: WorkshopId } {
      library.mustHave(showId)
      return { workshopId: workshops.open(showId) }
    },
    close: (id: WorkshopId): void => workshops.close(id),

    outline(id: WorkshopId): Outline {
      const showId = workshops.showOf(id)
      const [canUndo, canRedo] = [edits.canUndo(showId), edits.canRedo(showId)]
      return { own: shelf.isOwn(showId), canUndo, canRedo, ...outlineOf(shelf.read(showId).lists) }
    },
    list: ({ workshopId, ...wanted }: ListOf): StudioList => listOf(listsOf(workshopId), wanted),
    item: ({ workshopId, kind, key }: ItemOf): StudioItem => itemOf(listsOf(workshopId), kind, key),
    findings: (id: WorkshopId): Findings => findingsOf(listsOf(id)),
    preview: ({ workshopId, reach }: PreviewOf): Preview => previewOf(listsOf(workshopId), reach),
    previewRows: ({ workshopId, ...wanted }: PreviewRowsOf): PreviewRows =>
      previewRowsOf(listsOf(workshopId), wanted),

    /** Keeps a picture for artwork to name. @throws AppError `edit-refused` with what is wrong with it as `rule` */
    addPicture({ workshopId, bytes }: NewPicture): { file: string } {
      const showId = workshops.showOf(workshopId)
      return inTransaction(() => {
        const kept = shelf.addPicture(showId, bytes)
        if (typeof kept === 'string')
          throw new AppError('edit-refused', 'this picture is not taken', { rule: kept, place: 'file' })
        return { file: kept.file }
      })
    },
    picture({ workshopId, file }: OfFile): PictureBytes {
      const { type, bytes } = mustHavePicture(workshops.showOf(workshopId), file)
      return { type, bytes: new Uint8Array(bytes) }
    },

    /**
     * Changes some fields of an item, or makes a new one. A stamp that the person did not touch moves with what
     * it guards; one that they set too early is refused.
     */
    put({ workshopId, kind, key, fields }: PutItem): { key: string } {
      const showId = workshops.showOf(workshopId)
      if (FIXED[kind]?.some((field) => Object.hasOwn(fields, field)))
        throw new AppError('edit-refused', 'this stays as it is', { rule: 'incomplete', place: 'id' })
      let kept = key ?? `own-${mark()}`
      inTransaction(() =>
        edits.edit(
          showId,
          (from, rows) => {
            const known: Item = key === null ? { key: kept } : mustFind(rows, kind, key)
            const { key: _key, ordinal: _ordinal, ...old } = known
            const item: Item = { ...checked(kind, { ...old, ...fields }), key: kept }
            refuseUnknown(rows, kind, item)
            if (kind === 'artwork') mustHavePicture(showId, String(item.file))
            if (kind !== 'season') return put(from, kind, anchorItem(rows, kind, item))
            // a season is known by its number, which nobody else may have
            kept = seasonKey(Number(item.number))
            if (kept !== key && rows.season.some((season) => season.key === kept))
              throw new AppError('edit-refused', 'two seasons of one number', {
                rule: 'duplicate-number',
                place: 'number',
              })
            return put(from, kind, anchorItem(rows, kind, key === null ? { ...item, key: kept } : item))
          },
          { refuse: true, close: !('safeAfter' in fields || 'safeFromMs' in fields) },
        ),
      )
      return { key: kept }
    },

    /** @throws AppError `item-in-use` when something of the person's hangs on it */
    remove({ workshopId, kind, key }: ItemOf): void {
      const showId = workshops.showOf(workshopId)
      inTransaction(() =>
        edits.edit(
          showId,
          (from, rows) => {
            mustFind(rows, kind, key)
            return remove(from, kind, key)
          },
          { refuse: false, close: true },
        ),
      )
    },

    move({ workshopId, kind, key, before }: MoveItem): void {
      const showId = workshops.showOf(workshopId)
      inTransaction(() =>
        edits.edit(showId, (from) => move(from, kind, key, before), { refuse: true, close: true }),
      )
    },

    undo: (id: WorkshopId): Step => inTransaction(() => edits.step(workshops.showOf(id), 'undo')),
    redo: (id: WorkshopId): Step => inTransaction(() => edits.step(workshops.showOf(id), 'redo')),

    /**
     * The show as a pack file. A show of the person's own is compared with this state from now on, when a
     * version of it comes back.
     *
     * @throws AppError `pack-invalid` while the check finds something
     */
    async exportPack(id: WorkshopId): Promise<PackBytes> {
      const showId = workshops.showOf(id)
      const { lists } = shelf.read(showId)
      const [finding] = findingsOf(lists).rows
      if (finding)
        throw new AppError('pack-invalid', `the check finds ${finding.rule}`, { problem: finding.rule })
      const pack = unflatten(asFlat(lists))
      inTransaction(() => {
        shelf.prepareEdit(showId)
        if (shelf.isOwn(showId)) shelf.store.setBase(showId, pack)
      })
      return {
        name: `${pack.pack.id}-${pack.pack.version}.entracte`,
        bytes: await packBytes(pack, shelf.picturesOf(showId, pack)),
      }
    },
  }
}
export type StudioService = ReturnType<typeof studioService>
