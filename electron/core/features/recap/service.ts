import type { EpisodeId, ShowId } from '@shared/ids'
import type { Beat, Recap, RecapEpisode, Standing } from '@shared/recap/schema'
import { isSafe, redact } from '@shared/veil/rules'
import type { CoreContext } from '../../context'
import { citationReader } from '../../db/citations'
import { stampOf } from '../../db/stamp'
import type { CastService } from '../cast/service'
import type { LibraryService } from '../library/service'
import { type BeatRow, recapStore } from './store'

/** "Previously on…" for exactly the point a person has reached. */
export function recapService({ db }: Pick<CoreContext, 'db'>, library: LibraryService, cast: CastService) {
  const store = recapStore(db)
  const citationsOf = citationReader(db)

  return {
    previously(showId: ShowId): Recap {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const names = cast.namesOf(showId, horizon)
      const beats = store.beats(showId)
      const cited = citationsOf(beats.filter((row) => isSafe(stampOf(row), horizon)).map(({ id }) => id))

      const toBeat = (row: BeatRow): Beat =>
        redact(stampOf(row), horizon, () => ({
          id: row.id,
          text: row.text,
          threads: row.threads,
          roles: row.roles.flatMap((id) => names.get(id) ?? []),
          sources: [...(cited.get(row.id) ?? [])],
        }))
      const byEpisode = new Map<EpisodeId, Beat[]>()
      for (const row of beats)
        byEpisode.set(row.episode_id, [...(byEpisode.get(row.episode_id) ?? []), toBeat(row)])

      const rows = library.knownRows(showId, horizon)
      const last = rows.findLast(({ ordinal }) => isSafe(ordinal, horizon))
      const standing: Standing | null =
        last?.standing == null ? null : redact(last.ordinal, horizon, () => ({ text: last.standing ?? '' }))

      return {
        reach: horizon?.reach ?? null,
        standing,
        threads: store
          .threads(showId)
          .map(({ safe_after, ...thread }) => redact(safe_after, horizon, () => thread)),
        episodes: rows.map(
          (row): RecapEpisode => ({
            id: row.id,
            season: row.season,
            number: row.number,
            ordinal: row.ordinal,
            details: library.detailsOf(row, horizon),
            viewings: row.viewings,
            lastWatchedAt: row.last_watched_at,
            beats: byEpisode.get(row.id) ?? [],
          }),
        ),
      }
    },
  }
}
export type RecapService = ReturnType<typeof recapService>
