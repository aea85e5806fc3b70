import { foldEarlier, type OpenEpisode } from './reading'

/** A run of earlier episodes that lies folded together: within one season. */
export interface Fold {
  readonly season: number
  readonly episodes: readonly OpenEpisode[]
}

/** The earlier episodes by season, and the ones that lie open. */
export function foldsBySeason(episodes: readonly OpenEpisode[]): {
  readonly folds: readonly Fold[]
  readonly open: readonly OpenEpisode[]
} {
  const { folded, open } = foldEarlier(episodes)
  const folds: Fold[] = []
  for (const entry of folded) {
    const last = folds.at(-1)
    if (last && last.season === entry.episode.season)
      folds[folds.length - 1] = { ...last, episodes: [...last.episodes, entry] }
    else folds.push({ season: entry.episode.season, episodes: [entry] })
  }
  return { folds, open }
}
