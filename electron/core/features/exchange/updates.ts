import { AppError } from '@shared/app-error'
import { asFlat, asLists, canonical, flatten, unflatten } from '@shared/exchange/flat-pack'
import { merge3 } from '@shared/exchange/merge'
import { checkPack } from '@shared/exchange/pack-rules'
import type { Pack } from '@shared/exchange/pack-schema'
import { same } from '@shared/exchange/patch'
import type { ChangesOf, PackApplied, PackChanges, PackUpdate } from '@shared/exchange/schema'
import { ItemId, type ShowId } from '@shared/ids'
import { redact } from '@shared/veil/rules'
import type { CoreContext } from '../../context'
import type { LibraryService } from '../library/service'
import type { PackShelf } from './pack-shelf'
import { type StampedChange, updateChanges } from './update-changes'

/** New versions that are kept between looking at them and applying them. */
const KEPT = 2
/** Changes on one page. */
const PAGE = 100

interface Staged {
  readonly showId: ShowId
  readonly theirs: Pack
  readonly changes: readonly StampedChange[]
  readonly update: PackUpdate
}

/** New versions of packs beside what they would change: looked at first, applied when the person says so. */
export function packUpdates({ db, newId }: CoreContext, library: LibraryService, shelf: PackShelf) {
  const staged = new Map<ItemId, Staged>()

  const mustFind = (updateId: ItemId): Staged => {
    const found = staged.get(updateId)
    if (!found) throw new AppError('not-found', 'no such update', { what: 'update' })
    return found
  }

  const mergeInto = (showId: ShowId, theirs: Pack) => {
    const rows = shelf.read(showId)
    const mine = unflatten(asFlat(rows.lists))
    const merged = merge3(shelf.baseOf(showId, mine), mine, theirs, shelf.inUse(showId, rows))
    return { rows, mine, merged }
  }

  return {
    /** Keeps a new version of a show's pack, and says what it would do. Writes nothing. */
    stage(showId: ShowId, pack: Pack): PackUpdate {
      const theirs = canonical(pack)
      const { mine, merged } = mergeInto(showId, theirs)
      const changes = updateChanges(mine, theirs, merged.pack, merged.notes)
      const count = (...whats: string[]) => changes.filter(({ change }) => whats.includes(change.what)).length
      const updateId = ItemId.parse(newId())
      const update: PackUpdate = {
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
      staged.set(updateId, { showId, theirs, changes, update })
      for (const oldest of [...staged.keys()].slice(0, -KEPT)) staged.delete(oldest)
      return update
    },

    /** What was said of a staged version when it was looked at. */
    read: (updateId: ItemId): PackUpdate => mustFind(updateId).update,

    /** What a staged version would change, as far as the reading line allows. */
    changes({ updateId, offset }: ChangesOf): PackChanges {
      const { showId, changes } = mustFind(updateId)
      const horizon = library.horizonOf(showId)
      const rows = changes.map(({ safeAfter, change }) => redact(safeAfter, horizon, () => change))
      const open = rows.filter(({ veiled }) => !veiled)
      const veils = rows
        .filter(({ veiled }) => veiled)
        .sort((a, b) => ('safeAfter' in a && 'safeAfter' in b ? (a.safeAfter ?? 0) - (b.safeAfter ?? 0) : 0))
      return { total: rows.length, rows: [...open, ...veils].slice(offset, offset + PAGE) }
    },

    /**
     * Applies a staged version, in one transaction: before it the old state, after it the new one, and never
     * anything in between. The merge is made anew from what is there now.
     */
    apply(updateId: ItemId): PackApplied {
      const { showId, theirs, changes } = mustFind(updateId)
      db.transaction(() => {
        library.mustHave(showId)
        shelf.keepHeader(showId)
        const { rows, merged } = mergeInto(showId, theirs)
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
