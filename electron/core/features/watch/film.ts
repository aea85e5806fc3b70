import type { EpisodeId, ShowId } from '@shared/ids'

/** A film on disk, and the episode that it is. */
export interface Film {
  readonly showId: ShowId
  readonly episodeId: EpisodeId
  /** With its folder. */
  readonly place: string
}

/** Tells of each film once, however often its player speaks of it. */
export function filmTeller(onFilm: ((film: Film) => void) | undefined) {
  let told: string | undefined
  return (episode: Omit<Film, 'place'>, place: string | undefined): void => {
    if (place === undefined || place === told) return
    told = place
    onFilm?.({ ...episode, place })
  }
}
