import type { EpisodeId, ShowId } from '@shared/ids'
import type { Ms } from '@shared/time'
import { isSafe } from '@shared/veil/rules'
import type { WatchedEpisode } from '@shared/watch/schema'
import type { LibraryService } from '../library/service'

/** Episodes as the clock may tell of them: within what the person may know. */
export const shownEpisodes = (library: LibraryService) => ({
  /** How long an episode is, for whoever may know: it has been reached, or it is the one that is on. */
  runtimeOf(showId: ShowId, episodeId: EpisodeId): Ms | null {
    const within = library.horizonOf(showId)
    const row = library.knownRows(showId, within).find(({ id }) => id === episodeId)
    if (!row || row.runtime_ms === null) return null
    // from the first moment of the episode that is on, and never further ahead
    return isSafe({ after: row.ordinal, fromMs: 0 as Ms }, within) ? row.runtime_ms : null
  },

  /** An episode with its veil; null when its season is hidden. */
  told(showId: ShowId, episodeId: EpisodeId): WatchedEpisode | null {
    const within = library.horizonOf(showId)
    const row = library.knownRows(showId, within).find(({ id }) => id === episodeId)
    if (!row) return null
    const { season, number, ordinal } = row
    return { showId, episodeId, season, number, ordinal, details: library.detailsOf(row, within) }
  },
})
