import type { Episode } from '@shared/library/schema'
import { episodeLabel } from '../../../ui/words'

/** An episode that may be chosen for nothing is said by this id. */
export const NONE = 'none'

/** Episodes to choose from, by name where it may be read. */
export const episodeChoices = (episodes: readonly Episode[]) =>
  episodes.map((episode) => ({
    id: String(episode.ordinal),
    label: episode.details.veiled
      ? episodeLabel(episode)
      : `${episodeLabel(episode)}, ${episode.details.title}`,
  }))

/** The ordinal that was chosen. */
export const chosen = (id: string): number | null => (id === NONE ? null : Number(id))
