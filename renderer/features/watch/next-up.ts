import type { Episode } from '@shared/library/schema'

/** The first episode past the reading line, in the order in which the person watches; else the first of all. */
export function nextUp(inWatchOrder: readonly Episode[], reach: number | null): Episode | null {
  const unseen = inWatchOrder.find(({ ordinal, special }) => !special && ordinal > (reach ?? 0))
  return unseen ?? inWatchOrder[0] ?? null
}

/** The episode that comes after another in that order; null after the last. */
export function following(inWatchOrder: readonly Episode[], episodeId: Episode['id']): Episode | null {
  const at = inWatchOrder.findIndex(({ id }) => id === episodeId)
  return at < 0 ? null : (inWatchOrder[at + 1] ?? null)
}

/** Whether an ordinary episode that has not been seen lies between the reading line and this one. */
export function liesFurtherOff(episodes: readonly Episode[], reach: number | null, ordinal: number): boolean {
  return episodes.some(
    (episode) => !episode.special && episode.ordinal > (reach ?? 0) && episode.ordinal < ordinal,
  )
}
