import { AppError } from '@shared/app-error'
import type { ShowId } from '@shared/ids'
import type { LibraryPeek, Press } from '@shared/library/schema'
import { behindVeil, redact } from '@shared/veil/rules'
import type { Peeked, SafeAfter } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { citationReader } from '../../db/citations'
import { stampOf } from '../../db/stamp'
import { pressStore } from './press-store'
import type { LibraryService } from './service'

/** Bulletins, audience figures and trackers of a show, as far as the reading line allows. */
export function pressService({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const store = pressStore(db)
  const citationsOf = citationReader(db)

  return {
    /** What one veil of the library's pages hides, for one look. */
    peek(veil: LibraryPeek): Peeked {
      const { showId } = veil
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const find = <T extends { safe_after: SafeAfter }>(rows: readonly T[], nth: number) =>
        behindVeil(rows, ({ safe_after }) => safe_after, horizon, nth)
      let found: Peeked | null = null
      if (veil.of === 'title') found = library.peekTitle(showId, veil.episodeId)
      else if (veil.of === 'bulletin') {
        const row = find(store.bulletins(showId), veil.nth)
        if (row) found = { heading: row.headline, text: row.text }
      } else {
        const row = find(store.audience(showId), veil.nth)
        if (row) found = { heading: null, text: row.text }
      }
      if (!found) throw new AppError('not-found', 'no such veil', { what: 'veil' })
      return found
    },

    press(showId: ShowId): Press {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const bulletins = store.bulletins(showId)
      const audience = store.audience(showId)
      const trackers = store.trackers(showId).map((row) => ({ row, readings: store.readings(row.id) }))
      const cited = citationsOf([
        ...bulletins.map(({ id }) => id),
        ...audience.map(({ id }) => id),
        ...trackers.flatMap(({ readings }) => readings.map(({ id }) => id)),
      ])
      const sources = (id: string) => [...(cited.get(id) ?? [])]
      return {
        bulletins: bulletins.map(({ safe_after, by_name, by_role, ...row }) =>
          redact(safe_after, horizon, () => ({
            ...row,
            by: by_name === null ? null : { name: by_name, role: by_role ?? '' },
            sources: sources(row.id),
          })),
        ),
        audience: audience.map(({ safe_after, window_days, ...row }) =>
          redact(safe_after, horizon, () => ({ ...row, windowDays: window_days, sources: sources(row.id) })),
        ),
        trackers: trackers.map(({ row: { safe_after, ...tracker }, readings }) =>
          redact(safe_after, horizon, () => ({
            ...tracker,
            readings: readings.map(({ safe_after, safe_from_ms, ...reading }) =>
              redact(stampOf({ safe_after, safe_from_ms }), horizon, () => ({
                ...reading,
                sources: sources(reading.id),
              })),
            ),
          })),
        ),
      }
    },
  }
}
export type PressService = ReturnType<typeof pressService>
