import type { ShowId } from '@shared/ids'
import type { Press } from '@shared/library/schema'
import { redact } from '@shared/veil/rules'
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
