import type { BeatColumns, RecapPage } from '@shared/recap/schema'
import type { Ms } from '@shared/time'
import { isSafe, redact, veilFor } from '@shared/veil/rules'
import type { Horizon, SafeAfter, Stamp, Veil } from '@shared/veil/schema'
import type { PageBeats } from './store'

interface Columns {
  readonly beats: BeatColumns
  readonly veils: RecapPage['veils']
  /** The place in the columns of each beat that may be read. */
  readonly places: ReadonlyMap<string, number>
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
export function beatColumns(
  { order, ids, ordinals, texts, safeAfter, safeFromMs }: PageBeats,
  seasons: ReadonlyMap<number, SafeAfter>,
  horizon: Horizon | null,
): Columns {
  const beats: BeatColumns = { id: [], ordinal: [], text: [], fromMs: [] }
  const veils: RecapPage['veils'] = { ordinal: [], safeAfter: [] }
  const places = new Map<string, number>()
  const veilOf = veilOfStamps(horizon)
  let [episode, known] = [0, false]
  for (const at of order) {
    const [id, ordinal] = [ids[at], ordinals[at]]
    if (id === undefined || ordinal === undefined) continue
    if (ordinal !== episode) [episode, known] = [ordinal, isSafe(seasons.get(ordinal), horizon)]
    if (!known) continue
    const fromMs = (safeFromMs[at] ?? null) as Ms | null
    const veil = veilOf(safeAfter[at] as SafeAfter | undefined, fromMs)
    if (veil.veiled) {
      veils.ordinal.push(ordinal)
      veils.safeAfter.push(veil.safeAfter)
      continue
    }
    places.set(id, beats.id.length)
    beats.id.push(id)
    beats.ordinal.push(ordinal)
    beats.text.push(texts[at] ?? '')
    beats.fromMs.push(fromMs)
  }
  return { beats, veils, places }
}

/** The places of those beats that are open, ascending. Rows are read in the order of the story, so mostly they are. */
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
