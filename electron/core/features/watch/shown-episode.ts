import type { EpisodeId, ShowId } from '@shared/ids'
import type { Ms } from '@shared/time'
import { isSafe } from '@shared/veil/rules'
import type { WatchedEpisode } from '@shared/watch/schema'
import type { LibraryService } from '../library/service'

export interface ShownEpisode {
  /** The episode with its veil; null when its season is hidden. */
  readonly episode: WatchedEpisode | null
  /** How long it is, for whoever may know: it has been reached, or it is the one that is on. */
  readonly runtimeMs: Ms | null
}

/** An episode as the clock may tell of it: within what the person may know. */
export function shownEpisode(library: LibraryService, showId: ShowId, episodeId: EpisodeId): ShownEpisode {
  const within = library.horizonOf(showId)
  const row = library.knownRows(showId, within).find(({ id }) => id === episodeId)
  if (!row) return { episode: null, runtimeMs: null }
  const { season, number, ordinal } = row
  // from the first moment of the episode that is on, and never further ahead
  const open = isSafe({ after: ordinal, fromMs: 0 as Ms }, within)
  return {
    episode: { showId, episodeId, season, number, ordinal, details: library.detailsOf(row, within) },
    runtimeMs: open ? row.runtime_ms : null,
  }
}
