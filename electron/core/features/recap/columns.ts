import type { BeatColumns, RecapPage } from '@shared/recap/schema'
import type { Ms } from '@shared/time'
import { isSafe, redact, veilFor } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, SafeAfter, Stamp, Veil } from '@shared/veil/schema'
import type { PageBeats } from './store'

interface Columns {
  readonly beats: BeatColumns
  readonly veils: RecapPage['veils']
  /** The place in the columns of each row that may be read, -1 for the others. */
  readonly places: Places
}

/** For each row of a page. */
export type Places = readonly number[]

const NOTHING = () => ({})

/** Looks a stamp up once for all neighbours that share it: most beats of an episode do. */
function veilOfStamps(horizon: Horizon | null) {
  let asked: Stamp | null = null
  let veil: Veil | { readonly veiled: false } = veilFor(undefined, null)
  return (after: SafeAfter | undefined, fromMs: Ms | null, of: EpisodeOrdinal) => {
    if (asked === null || asked.after !== after || asked.fromMs !== fromMs || asked.of !== of) {
      asked = { after, fromMs, of }
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
  { shape: { order, ids, ordinals }, texts, safeAfter, safeFromMs }: PageBeats,
  seasons: ReadonlyMap<number, SafeAfter>,
  horizon: Horizon | null,
): Columns {
  const beats: BeatColumns = { id: [], ordinal: [], text: [], fromMs: [] }
  const veils: RecapPage['veils'] = { ordinal: [], safeAfter: [] }
  const places: number[] = new Array(ids.length).fill(-1)
  const veilOf = veilOfStamps(horizon)
  let episode = 0
  let known = false
  for (const at of order) {
    const id = ids[at]
    const ordinal = ordinals[at]
    if (id === undefined || ordinal === undefined) continue
    if (ordinal !== episode) {
      episode = ordinal
      known = isSafe(seasons.get(ordinal), horizon)
    }
    if (!known) continue
    const fromMs = (safeFromMs[at] ?? null) as Ms | null
    const veil = veilOf(safeAfter[at] as SafeAfter | undefined, fromMs, ordinal)
    if (veil.veiled) {
      veils.ordinal.push(ordinal)
      veils.safeAfter.push(veil.safeAfter)
      continue
    }
    places[at] = beats.id.length
    beats.id.push(id)
    beats.ordinal.push(ordinal)
    beats.text.push(texts[at] ?? '')
    beats.fromMs.push(fromMs)
  }
  return { beats, veils, places }
}

/** The places of those rows that are open, ascending, because rows come in the order of the story. */
export function indexesIn(places: Places, rows: readonly number[]): number[] {
  const found: number[] = []
  for (const row of rows) {
    const place = places[row] ?? -1
    if (place >= 0) found.push(place)
  }
  return found
}
