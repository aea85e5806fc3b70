import { m } from '@shared/messages'
import type { RecapEpisode } from '@shared/recap/schema'
import { dayOf, spelled, spelledFirst } from '../../ui/words'
import { countBeats, type OpenEpisode } from './reading'

/** `seen twice, last on 29 April 2021`; null when it has not been watched. */
export function seenWords({ viewings, lastWatchedAt }: RecapEpisode): string | null {
  if (viewings === 0) return null
  const seen =
    viewings === 2 ? m.recap_seen_twice() : m.recap_seen({ count: viewings, spelled: spelled(viewings) })
  return lastWatchedAt === null ? seen : m.recap_seen_last({ seen, date: dayOf(lastWatchedAt) })
}

/** `fourteen beats` */
export const beatsWords = (episodes: readonly OpenEpisode[]): string => {
  const count = countBeats(episodes)
  return m.recap_beats({ count, spelled: spelled(count) })
}

/** `Three beats, safe after S1 E8` */
export const veiledWords = (beats: number, episode: string): string =>
  beats === 0
    ? m.app_veil_safe_after({ episode })
    : m.recap_veiled_beats({ count: beats, spelled: spelledFirst(beats), episode })
