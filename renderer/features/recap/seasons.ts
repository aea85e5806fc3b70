import type { Recap, RecapEpisode } from '@shared/recap/schema'

export interface RecapSeason {
  readonly season: number
  readonly episodes: readonly RecapEpisode[]
  /** None of its episodes has been reached. */
  readonly veiled: boolean
}

/** The seasons of a show in the order of their episodes. */
export function seasonsOf({ episodes, reach }: Recap): RecapSeason[] {
  return [...new Set(episodes.map(({ season }) => season))].map((season) => {
    const own = episodes.filter((episode) => episode.season === season)
    return { season, episodes: own, veiled: own.every(({ ordinal }) => ordinal > (reach ?? 0)) }
  })
}
