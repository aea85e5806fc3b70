import type { Episode, Reading } from '@shared/library/schema'

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
 * The episodes that come next: the first past the line that has not been watched, and the one after it. When the line
 * lies before what was watched, they are seen again.
 *
 * @param episodes in the order in which the person watches
 */
export function nextEpisodes(
  episodes: readonly Episode[],
  { reach, watchedRun }: Pick<Reading, 'reach' | 'watchedRun'>,
): readonly Episode[] {
  const line = reach ?? 0
  const first = episodes.findIndex(
    ({ ordinal, viewings }) => ordinal > line && (viewings === 0 || ordinal <= watchedRun),
  )
  return first < 0 ? [] : episodes.slice(first, first + 2)
}
