import { skippedSpecials } from '@shared/library/rules'
import type { Episode } from '@shared/library/schema'
import type { RecapPlace } from '@shared/recap/telling'
import type { Reach } from '@shared/veil/schema'

export interface Place extends RecapPlace {
  readonly episode: Episode
}

/** The episodes of a show, each with whether a recap tells of it. An open title alone does not make it so. */
export function placesOf(episodes: readonly Episode[], reach: Reach | null): Place[] {
  const watched = episodes.map(({ ordinal, special, viewings }) => ({
    ordinal,
    special,
    watched: viewings > 0,
  }))
  const skipped = reach === null ? new Set<number>() : skippedSpecials(watched, reach)
  return episodes.map((episode) => ({
    episode,
    ordinal: episode.ordinal,
    runtimeMs: episode.details.veiled ? null : episode.details.runtimeMs,
    open: reach !== null && episode.ordinal <= reach && !skipped.has(episode.ordinal),
  }))
}

export interface PlacesOfSeason {
  readonly season: number
  readonly places: readonly Place[]
  /** None of its episodes has been reached. */
  readonly veiled: boolean
}

/** The seasons of a show in the order of their episodes. */
export function seasonsOf(places: readonly Place[]): PlacesOfSeason[] {
  return [...new Set(places.map(({ episode }) => episode.season))].map((season) => {
    const own = places.filter(({ episode }) => episode.season === season)
    return { season, places: own, veiled: own.every(({ open }) => !open) }
  })
}
