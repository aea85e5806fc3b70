import { useShow } from '../../api/current-show'
import { episodeLabel } from '../../ui/words'

/** Says for a stamp what a veil prints on itself: `S2 E3`, or null when the episode is not known. */
export function useSafeLabel(): (safeAfter: number | null) => string | null {
  const { episodeByOrdinal } = useShow()
  return (safeAfter) => {
    const episode = episodeByOrdinal(safeAfter)
    return episode ? episodeLabel(episode) : null
  }
}
