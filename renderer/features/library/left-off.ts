import type { Episode } from '@shared/library/schema'

/**
 * Where a person stopped: at the line they moved by hand, else at the episode they watched last, else at
 * the end of what they have watched from the start.
 *
 * @param episodes in their order
 * @returns null when nothing has been watched
 */
export function lastEpisode(
  episodes: readonly Episode[],
  reach: number | null,
  byHand: boolean,
): Episode | null {
  const atLine = episodes.findLast(({ ordinal }) => reach !== null && ordinal <= reach) ?? null
  if (byHand) return atLine
  const watched = episodes.filter(({ viewings }) => viewings > 0)
  const latest = watched.reduce<Episode | null>((best, episode) => {
    if (!best) return episode
    return (episode.lastWatchedAt ?? '') >= (best.lastWatchedAt ?? '') ? episode : best
  }, null)
  return latest ?? atLine
}

/**
 * The episodes that come next: the first past the line that has not been watched, and the one after it.
 *
 * @param episodes in the order in which the person watches
 */
export function nextEpisodes(episodes: readonly Episode[], reach: number | null): readonly Episode[] {
  const first = episodes.findIndex(({ ordinal, viewings }) => ordinal > (reach ?? 0) && viewings === 0)
  return first < 0 ? [] : episodes.slice(first, first + 2)
}
