import { AppError } from '@shared/app-error'
import type { ItemId, ShowId } from '@shared/ids'
import type { Picture, PictureBytes, Pictures } from '@shared/library/picture-schema'
import { isSafe, nameStamp, pictureStamp, redact } from '@shared/veil/rules'
import type { Horizon, SafeAfter, Stamp } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { stampOf } from '../../db/stamp'
import { type ArtworkRow, libraryPictures } from './picture-store'
import type { LibraryService } from './service'

type AnyStamp = SafeAfter | undefined | Stamp

/** What a picture is of: whether that has been met, and whether it may at least be told that it is there. */
interface Subject {
  readonly met: boolean
  readonly told: boolean
}

/** A picture's own stamp. That of a still is never earlier than its episode, whatever a pack said. */
function ownStamp(row: ArtworkRow): Stamp {
  const { ordinal } = row
  const early = ordinal !== null && (row.safe_after === null || row.safe_after < ordinal)
  return early ? { after: ordinal, fromMs: null } : stampOf(row)
}

/** The pictures of a show, as far as the reading line and the person's choices allow. */
export function pictureService({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const store = libraryPictures(db)

  /** Whether every season may be known: a poster that is still to come might be that of a hidden one. */
  const allToldOf = (showId: ShowId, horizon: Horizon | null): boolean =>
    store.seasonStamps(showId).every((stamp) => isSafe(stamp as SafeAfter, horizon))

  const subjectOf = (row: ArtworkRow, horizon: Horizon | null, allTold: boolean): Subject => {
    if (row.kind === 'poster') return { met: true, told: allTold }
    if (row.kind === 'still') {
      const known = row.ordinal !== null && isSafe(row.season_safe_after, horizon)
      return { met: known, told: known }
    }
    const role = { after: row.role_safe_after, fromMs: row.role_safe_from_ms }
    const there = row.role_id !== null
    return { met: there && isSafe(role, horizon), told: there && isSafe(nameStamp(role, horizon), horizon) }
  }

  /** The stamp under which the picture alone is shown; undefined, which veils, when it is not. */
  const shownStamp = (row: ArtworkRow, horizon: Horizon | null, allTold: boolean): AnyStamp => {
    const own = ownStamp(row)
    const { met, told } = subjectOf(row, horizon, allTold)
    if (met && isSafe(own, horizon)) return own
    return told && horizon?.choices.images === false ? pictureStamp(own, horizon) : undefined
  }

  const toPicture = (row: ArtworkRow, horizon: Horizon | null, allTold: boolean) =>
    redact(shownStamp(row, horizon, allTold), horizon, (): Picture => {
      // what is said of it stays a text
      const said = subjectOf(row, horizon, allTold).met && isSafe(ownStamp(row), horizon)
      return { id: row.id, alt: said ? row.alt : null, credit: said ? row.credit : null }
    })

  return {
    /**
     * One picture for each place that has one to show: the first of those that are open, else the first that the
     * person's choice allows.
     */
    pictures(showId: ShowId): Pictures {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const allTold = allToldOf(showId, horizon)
      const found = new Map<string, { readonly row: ArtworkRow; readonly picture: Picture }>()
      for (const row of store.of(showId)) {
        const picture = toPicture(row, horizon, allTold)
        if (picture.veiled) continue
        const place = row.episode_id ?? row.role_id ?? 'poster'
        const earlier = found.get(place)
        if (earlier && (earlier.picture.alt !== null || picture.alt === null)) continue
        const { id, alt, credit } = picture
        found.set(place, { row, picture: { id, alt, credit } })
      }
      const all = [...found.values()]
      return {
        poster: found.get('poster')?.picture ?? null,
        stills: all.flatMap(({ row, picture }) =>
          row.episode_id ? [{ episodeId: row.episode_id, picture }] : [],
        ),
        portraits: all.flatMap(({ row, picture }) => (row.role_id ? [{ roleId: row.role_id, picture }] : [])),
      }
    },

    /**
     * The bytes of a picture, if it may be shown at the time of asking.
     *
     * @throws AppError `not-found`, the same for one that is veiled and one that is not there
     */
    picture(id: ItemId): PictureBytes {
      const row = store.find(id)
      const horizon = row && library.horizonOf(row.show_id)
      const shown = row && toPicture(row, horizon, allToldOf(row.show_id, horizon))
      if (!shown || shown.veiled) throw new AppError('not-found', 'no such picture', { what: 'picture' })
      return store.bytes(id)
    },
  }
}
export type PictureService = ReturnType<typeof pictureService>
