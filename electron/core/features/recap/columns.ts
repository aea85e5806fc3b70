import type { BeatColumns, RecapPage } from '@shared/recap/schema'
import type { Ms } from '@shared/time'
import { isSafe, redact, veilFor } from '@shared/veil/rules'
import type { Horizon, SafeAfter, Stamp, Veil } from '@shared/veil/schema'
import type { EpisodeBeats } from './store'

interface Columns {
  readonly beats: BeatColumns
  readonly veils: RecapPage['veils']
}

const NOTHING = () => ({})

/** Looks a stamp up once for all neighbours that share it: most beats of an episode do. */
function veilOfStamps(horizon: Horizon | null) {
  let asked: Stamp | null = null
  let veil: Veil | { readonly veiled: false } = veilFor(undefined, null)
  return (after: SafeAfter | undefined, fromMs: Ms | null) => {
    if (asked === null || asked.after !== after || asked.fromMs !== fromMs) {
      asked = { after, fromMs }
      veil = redact(asked, horizon, NOTHING)
    }
    return veil
  }
}

/**
 * Beats as they leave the core: what may be read in columns, and for each of the others its episode and its
 * stamp. Of a season that may not be known at all, nothing is told.
 */
export function beatColumns(episodes: readonly EpisodeBeats[], horizon: Horizon | null): Columns {
  const beats: BeatColumns = { id: [], ordinal: [], text: [], fromMs: [] }
  const veils: RecapPage['veils'] = { ordinal: [], safeAfter: [] }
  const veilOf = veilOfStamps(horizon)
  for (const { ordinal, seasonSafeAfter, order, ids, texts, safeAfter, safeFromMs } of episodes) {
    if (!isSafe(seasonSafeAfter as SafeAfter, horizon)) continue
    for (const at of order) {
      const fromMs = (safeFromMs[at] ?? null) as Ms | null
      const veil = veilOf(safeAfter[at] as SafeAfter | undefined, fromMs)
      const id = ids[at]
      if (veil.veiled || id === undefined) {
        veils.ordinal.push(ordinal)
        veils.safeAfter.push(veil.veiled ? veil.safeAfter : null)
        continue
      }
      beats.id.push(id)
      beats.ordinal.push(ordinal)
      beats.text.push(texts[at] ?? '')
      beats.fromMs.push(fromMs)
    }
  }
  return { beats, veils }
}

/** The places of those beats that are open, ascending. Ids grow as a pack is written, so mostly they are so already. */
export function indexesIn(places: ReadonlyMap<string, number>, ids: readonly string[]): number[] {
  const found: number[] = []
  let ascending = true
  for (const id of ids) {
    const place = places.get(id)
    if (place === undefined) continue
    if (found.length > 0 && place < (found[found.length - 1] ?? 0)) ascending = false
    found.push(place)
  }
  return ascending ? found : found.sort((a, b) => a - b)
}
