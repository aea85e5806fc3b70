import type { Episode } from '@shared/library/schema'
import { useMemo } from 'react'
import { type CurrentShow, useShow } from '../../api/current-show'
import { episodeCode, episodeLabel } from '../../ui/words'

export interface EpisodeMarks {
  /** `E7` while one season is known, `S2E3` from the second on: for facts, in mono. */
  readonly mark: (ordinal: number) => string
  /** `S2 E3`, for sentences; null for an episode that the show does not list. */
  readonly label: (ordinal: number | null) => string | null
  readonly placeOf: (ordinal: number) => Episode | null
  /** `S2 E3`: the first episode past the line, which is all that a veil for a character may say; null at the end. */
  readonly next: string | null
  /** How many seasons have been reached. */
  readonly seasons: number
}

/** How episodes are named on the pages of the cast. */
export function useEpisodeMarks(): EpisodeMarks {
  const { episodes, episodeByOrdinal, reach } = useShow()
  return useMemo(() => marksOf(episodes, episodeByOrdinal, reach), [episodes, episodeByOrdinal, reach])
}

function marksOf(
  episodes: readonly Episode[],
  episodeByOrdinal: CurrentShow['episodeByOrdinal'],
  reach: number | null,
): EpisodeMarks {
  const seasons = new Set(
    episodes.filter(({ ordinal }) => ordinal <= (reach ?? 0)).map(({ season }) => season),
  ).size
  const next = episodes.find(({ ordinal }) => ordinal > (reach ?? 0))
  return {
    seasons,
    next: next ? episodeLabel(next) : null,
    placeOf: (ordinal) => episodeByOrdinal(ordinal) ?? null,
    label: (ordinal) => {
      const episode = episodeByOrdinal(ordinal)
      return episode ? episodeLabel(episode) : null
    },
    mark: (ordinal) => {
      const episode = episodeByOrdinal(ordinal)
      if (!episode) return ''
      return seasons > 1 ? episodeCode(episode) : `E${episode.number}`
    },
  }
}
