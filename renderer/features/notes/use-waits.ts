import type { EpisodeId } from '@shared/ids'
import { ownNotesReach } from '@shared/library/rules'
import { useShow } from '../../api/current-show'

/** Whether a note on this episode lies behind the reading line. */
export function useWaits(episodeId: EpisodeId | null): boolean {
  const { episodes, page } = useShow()
  if (episodeId === null) return false
  const episode = episodes.find(({ id }) => id === episodeId)
  return episode !== undefined && episode.ordinal > ((page && ownNotesReach(page.reading)) ?? 0)
}
