import type { Item } from '@shared/exchange/flat-fields'
import { effectiveReach, horizonOf, watchedRun } from '@shared/library/rules'
import type { Reading } from '@shared/library/schema'
import { isSafe, STRICT } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, SafeAfter } from '@shared/veil/schema'
import { episodeMoves } from './episode-moves'

interface Sides {
  /** The episodes of a show as they are, and as an update leaves them. */
  readonly now: readonly Item[]
  readonly next: readonly Item[]
  readonly reading: Pick<Reading, 'reach' | 'byHand'>
  /** Ordinals as they are. */
  readonly watched: ReadonlySet<number>
  /** What is seen as it is; null when nobody can tell. */
  readonly horizon: Horizon | null
}

const ordinals = (episodes: readonly Item[]): ReadonlyMap<string, EpisodeOrdinal> =>
  // counted by the pack's own schema
  new Map(episodes.map(({ key, ordinal }) => [key, ordinal as EpisodeOrdinal]))

/**
 * What an update lets somebody read before it is applied. Its episodes may be counted differently from those
 * that are here, so stamps are compared by the keys of episodes, on both sides.
 */
export function outlook({ now, next, reading, watched, horizon }: Sides) {
  const [here, there] = [ordinals(now), ordinals(next)]
  const places = next.map(({ key, ordinal, special }) => ({
    ordinal: Number(ordinal),
    special: special === true,
    watched: watched.has(here.get(key) ?? 0),
    // only for the names of veils, of which there are none here
    seasonSafeAfter: null,
  }))
  const { reach } = reading
  const follows = reach === null ? null : (episodeMoves(now, next)?.reaches[reach] ?? reach)
  const last = Math.max(0, ...places.map(({ ordinal }) => ordinal))
  const reachThen =
    follows === null ? null : effectiveReach(reading.byHand ? follows : null, watchedRun(places), last)
  // what is on now opens single moments only, and nothing here waits for a moment
  const after = reachThen === null ? null : horizonOf(places, reachThen, null, STRICT)

  const goesBack = reachThen !== null && follows !== null && reachThen < follows
  const reached = next.find(({ ordinal }) => ordinal === reachThen)

  return {
    /** The key of the episode that the line goes back to, null for the start; or null when it stays. */
    lineBack: goesBack ? { to: reached?.key ?? null } : null,

    /**
     * The stamp, as episodes are counted here, of a text that needs these episodes: null when all of them are seen
     * and will be after the update; undefined, which veils, when one is not here or nobody can tell.
     *
     * @param needs keys of episodes
     */
    stampOf(needs: readonly string[] | null): SafeAfter | undefined {
      if (!needs) return undefined
      let unseen: EpisodeOrdinal | null = null
      for (const key of needs) {
        const ordinal = here.get(key)
        if (ordinal === undefined) return undefined
        if (!isSafe(ordinal, horizon) && ordinal > (unseen ?? 0)) unseen = ordinal
      }
      if (unseen !== null) return unseen
      return needs.every((key) => !there.has(key) || isSafe(there.get(key), after)) ? null : undefined
    },
  }
}
