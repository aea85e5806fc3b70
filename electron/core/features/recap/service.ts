import type { EpisodeId, ShowId } from '@shared/ids'
import type { Beat, Recap, RecapEpisode, Standing } from '@shared/recap/schema'
import { isSafe, redact } from '@shared/veil/rules'
import type { CoreContext } from '../../context'
import { citationReader } from '../../db/citations'
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
      const reach = library.reachOf(showId)
      const names = cast.namesOf(showId, reach)
      const beats = store.beats(showId)
      const cited = citationsOf(
        beats.filter(({ safe_after }) => isSafe(safe_after, reach)).map(({ id }) => id),
      )

      const toBeat = (row: BeatRow): Beat =>
        redact(row.safe_after, reach, () => ({
          id: row.id,
          text: row.text,
          threads: row.threads,
          roles: row.roles.flatMap((id) => names.get(id) ?? []),
          sources: [...(cited.get(row.id) ?? [])],
        }))
      const byEpisode = new Map<EpisodeId, Beat[]>()
      for (const row of beats)
        byEpisode.set(row.episode_id, [...(byEpisode.get(row.episode_id) ?? []), toBeat(row)])

      const rows = library.knownRows(showId, reach)
      const last = rows.findLast(({ ordinal }) => isSafe(ordinal, reach))
      const standing: Standing | null =
        last?.standing == null ? null : redact(last.ordinal, reach, () => ({ text: last.standing ?? '' }))

      return {
        reach,
        standing,
        threads: store
          .threads(showId)
          .map(({ safe_after, ...thread }) => redact(safe_after, reach, () => thread)),
        episodes: rows.map(
          (row): RecapEpisode => ({
            id: row.id,
            season: row.season,
            number: row.number,
            ordinal: row.ordinal,
            details: library.detailsOf(row, reach),
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
