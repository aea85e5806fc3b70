import type { Section } from '@shared/recap/telling'

/** How many of the latest episodes are laid open from the start. */
const OPEN_AT_FIRST = 2

/** A section about an episode, with the season it belongs to. */
export interface EpisodeSection {
  readonly season: number
  readonly number: number
  readonly section: Section
}

/** A run of earlier episodes that lies folded together: within one season. */
export interface Fold {
  readonly season: number
  readonly episodes: readonly EpisodeSection[]
}

/** The earlier episodes by season, and the latest ones, which lie open. A lone early one stays open. */
export function foldsBySeason(episodes: readonly EpisodeSection[]): {
  readonly folds: readonly Fold[]
  readonly open: readonly EpisodeSection[]
} {
  const at = episodes.length - OPEN_AT_FIRST
  if (at <= 1) return { folds: [], open: episodes }
  const folds: { season: number; episodes: EpisodeSection[] }[] = []
  for (const entry of episodes.slice(0, at)) {
    const last = folds.at(-1)
    if (last && last.season === entry.season) last.episodes.push(entry)
    else folds.push({ season: entry.season, episodes: [entry] })
  }
  return { folds, open: episodes.slice(at) }
}
