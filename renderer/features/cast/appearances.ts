import type { EpisodeOrdinal } from '@shared/veil/schema'

export interface Appearance {
  readonly season: number
  readonly number: number
}

interface Span {
  readonly season: number
  readonly from: number
  readonly to: number
}

/** The first and the last known appearance in every season. */
export function spansBySeason(appearances: readonly Appearance[]): Span[] {
  const spans = new Map<number, Span>()
  for (const { season, number } of appearances) {
    const span = spans.get(season)
    spans.set(season, {
      season,
      from: Math.min(span?.from ?? number, number),
      to: Math.max(span?.to ?? number, number),
    })
  }
  return [...spans.values()].sort((a, b) => a.season - b.season)
}

/**
 * Where a role is known to appear, in the space of a few letters: `E2–7`, or `S1E2–S2E4` over more than
 * one season. It says from where to where, not that every episode between has the role.
 *
 * @param placeOf where an ordinal lies in its season; null for an episode the show does not list
 * @param seasons how many seasons the show has: with one, the season is not worth its letters
 */
export function appearances(
  ordinals: readonly EpisodeOrdinal[],
  placeOf: (ordinal: EpisodeOrdinal) => Appearance | null,
  seasons: number,
): string {
  const places = ordinals.map(placeOf).filter((place) => place !== null)
  const spans = spansBySeason(places)
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last) return ''
  const mark = (season: number, number: number) => (seasons > 1 ? `S${season}E${number}` : `E${number}`)
  if (first !== last) return `${mark(first.season, first.from)}–${mark(last.season, last.to)}`
  return first.from === first.to
    ? mark(first.season, first.from)
    : `${mark(first.season, first.from)}–${first.to}`
}
