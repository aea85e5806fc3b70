import { AppError } from '@shared/app-error'
import type { Item } from '@shared/exchange/flat-fields'
import { asFlat, asLists, canonical, flatten, unflatten } from '@shared/exchange/flat-pack'
import { merge3 } from '@shared/exchange/merge'
import { checkPack } from '@shared/exchange/pack-rules'
import type { Pack } from '@shared/exchange/pack-schema'
import { same } from '@shared/exchange/patch'
import type { ApplyUpdate, ChangesOf, PackApplied, PackChanges, PackUpdate } from '@shared/exchange/schema'
import { ItemId, type ShowId } from '@shared/ids'
import { redact } from '@shared/veil/rules'
import type { CoreContext } from '../../context'
import type { LibraryService } from '../library/service'
import { outlook } from './outlook'
import type { PicturedPack, StoredPicture } from './pack-pictures'
import type { PackShelf } from './pack-shelf'
import { type StampedChange, updateChanges } from './update-changes'

/** New versions that are kept between looking at them and applying them. */
const KEPT = 2
/** Changes on one page. */
const PAGE = 100

interface Staged {
  readonly showId: ShowId
  readonly theirs: Pack
  readonly pictures: readonly StoredPicture[]
  readonly changes: readonly (StampedChange & { readonly choice: ItemId | null })[]
  /** The episodes as they will be. */
  readonly episodes: readonly Item[]
  readonly update: Omit<PackUpdate, 'lineBackTo'>
}

/** New versions of packs beside what they would change: looked at first, applied when the person says so. */
export function packUpdates({ db, newId }: CoreContext, library: LibraryService, shelf: PackShelf) {
  const staged = new Map<ItemId, Staged>()

  const mustFind = (updateId: ItemId): Staged => {
    const found = staged.get(updateId)
    if (!found) throw new AppError('not-found', 'no such update', { what: 'update' })
    return found
  }

  const mergeInto = (showId: ShowId, theirs: Pack, preferred?: ReadonlySet<string>) => {
    const rows = shelf.read(showId)
    const mine = unflatten(asFlat(rows.lists))
    const merged = merge3(shelf.baseOf(showId, mine), mine, theirs, shelf.inUse(showId, rows), preferred)
    return { rows, mine, merged }
  }

  const outlookOf = ({ showId, episodes }: Staged) =>
    outlook({
      now: shelf.read(showId).lists.episode,
      next: episodes,
      reading: library.readingOf(showId),
      watched: shelf.own.watched(showId),
      horizon: library.horizonOf(showId),
    })

  const placeOf = (showId: ShowId, key: string | null): PackUpdate['lineBackTo'] => {
    const { season, episode } = asFlat(shelf.read(showId).lists)
    const to = episode.find((each) => each.key === key)
    const of = season.find((each) => each.key === to?.parent)
    return to && of ? { season: of.number, number: to.number } : 'start'
  }

  const read = (updateId: ItemId): PackUpdate => {
    const found = mustFind(updateId)
    const { lineBack } = outlookOf(found)
    return { ...found.update, lineBackTo: lineBack && placeOf(found.showId, lineBack.to) }
  }

  return {
    /** Keeps a new version of a show's pack, and says what it would do. Writes nothing. */
    stage(showId: ShowId, { pack, pictures }: PicturedPack): PackUpdate {
      const theirs = canonical(pack)
      const { mine, merged } = mergeInto(showId, theirs)
      const changes = updateChanges(mine, theirs, merged.pack, merged.notes).map((change) => ({
        ...change,
        choice: change.conflict === undefined ? null : ItemId.parse(newId()),
      }))
      const count = (...whats: string[]) => changes.filter(({ change }) => whats.includes(change.what)).length
      const updateId = ItemId.parse(newId())
      const update = {
        updateId,
        showId,
        title: mine.show.title,
        versionNow: mine.pack.version,
        versionThen: theirs.pack.version,
        counts: {
          added: count('added'),
          changed: count('changed'),
          removed: count('removed'),
          conflicts: count('conflict', 'left-out'),
          kept: count('kept'),
        },
        problems: checkPack(merged.pack).length,
      }
      const { episode: episodes } = asLists(flatten(merged.pack))
      staged.set(updateId, { showId, theirs, pictures, changes, episodes, update })
      for (const oldest of [...staged.keys()].slice(0, -KEPT)) staged.delete(oldest)
      return read(updateId)
    },

    /** What was said of a staged version when it was looked at, and what it does to the reading line now. */
    read,

    /** Drops what is staged for a show that is gone. */
    forget(showId: ShowId): void {
      for (const [id, { showId: its }] of staged) if (its === showId) staged.delete(id)
    },

    /**
     * What a staged version would change, as far as the reading line allows: nothing is open here that is veiled
     * now, or will be after the update.
     */
    changes({ updateId, offset }: ChangesOf): PackChanges {
      const found = mustFind(updateId)
      const horizon = library.horizonOf(found.showId)
      const { stampOf } = outlookOf(found)
      const rows = found.changes.map(({ needs, change, choice }) =>
        redact(stampOf(needs), horizon, () => ({ ...change, choice })),
      )
      const open = rows.filter(({ veiled }) => !veiled)
      const veils = rows
        .filter(({ veiled }) => veiled)
        .sort((a, b) => ('safeAfter' in a && 'safeAfter' in b ? (a.safeAfter ?? 0) - (b.safeAfter ?? 0) : 0))
      return { total: rows.length, rows: [...open, ...veils].slice(offset, offset + PAGE) }
    },

    /**
     * Applies a staged version, in one transaction: before it the old state, after it the new one, and never
     * anything in between. The merge is made anew from what is there now.
     *
     * @throws AppError `invalid-input` for the choice of a conflict that there is not
     */
    apply({ updateId, theirs: chosen }: ApplyUpdate): PackApplied {
      const { showId, theirs, pictures, changes } = mustFind(updateId)
      const preferred = chosen.map((id) => {
        const conflict = changes.find(({ choice }) => choice === id)?.conflict
        if (conflict === undefined)
          throw new AppError('invalid-input', 'no such conflict', { place: 'theirs' })
        return conflict
      })
      db.transaction(() => {
        library.mustHave(showId)
        shelf.keepHeader(showId)
        const { rows, merged } = mergeInto(showId, theirs, new Set(preferred))
        for (const picture of pictures) shelf.pictures.add(showId, picture)
        shelf.write(showId, rows, asLists(flatten(merged.pack)))
        // rows that nobody edited are their own base; a show of the person's own has only the one that is kept
        const pristine = !shelf.isOwn(showId) && same(merged.pack, theirs)
        shelf.store.setBase(showId, pristine ? null : theirs)
        shelf.store.forgetSteps(showId)
      }).immediate()
      staged.delete(updateId)
      return { showId, title: theirs.show.title, items: changes.length }
    },
  }
}
export type PackUpdates = ReturnType<typeof packUpdates>
