import type { TrackerReading } from '@shared/library/press-schema'
import type { Lifted } from '@shared/veil/schema'

export type OpenReading = Lifted<TrackerReading>

/** An episode as a chart draws it, in story order. */
export interface ChartEpisode {
  readonly ordinal: number
  /** The first of its season, where there are several. */
  readonly opens?: boolean
  /** Within the reach, so that nothing known means that nobody knows. */
  readonly reached: boolean
}

/** One moment of an episode: what was read at it, once or by sources that contradict each other. */
export interface Moment {
  readonly key: string
  readonly readings: readonly OpenReading[]
}

export const openReadings = (readings: readonly TrackerReading[]): OpenReading[] =>
  readings.filter((reading): reading is OpenReading => !reading.veiled)

/**
 * The moments of an episode in their order. A contradiction belongs to the moment that it contradicts; each reading
 * of the person's own is a moment for itself.
 */
export function momentsOf(readings: readonly OpenReading[], ordinal: number): Moment[] {
  const moments = new Map<string, OpenReading[]>()
  for (const reading of readings.filter((one) => one.ordinal === ordinal)) {
    const key = reading.mine ? reading.id : reading.point
    const others = moments.get(key)
    if (others) others.push(reading)
    else moments.set(key, [reading])
  }
  return [...moments].map(([key, of]) => ({ key, readings: of }))
}

export type PointKind = 'line' | 'disputed' | 'beside'

/**
 * How a number is drawn. The line goes through what no source contradicts; a reading of the person's own joins it
 * where the episode has no other number, and stands beside it where it has, since nobody knows which came first.
 */
export function kindOf(reading: OpenReading, all: readonly OpenReading[]): PointKind {
  if (reading.disputed) return 'disputed'
  if (!reading.mine) return 'line'
  const theirs = all.some(
    (other) => other.ordinal === reading.ordinal && !other.mine && !other.disputed && other.value !== null,
  )
  return theirs ? 'beside' : 'line'
}

/** Episodes in a row for which nobody has a number, nor words: `from` and `to` are ordinals, both counted in. */
export interface UnknownRun {
  readonly from: number
  readonly to: number
}

/** The reached episodes of which nothing is known, as runs. A veiled reading looks like one that does not exist. */
export function unknownRuns(
  episodes: readonly ChartEpisode[],
  readings: readonly OpenReading[],
): UnknownRun[] {
  const known = new Set<number>(readings.map(({ ordinal }) => ordinal))
  const runs: UnknownRun[] = []
  let last = -1
  for (const [index, { ordinal, reached }] of episodes.entries()) {
    if (!reached || known.has(ordinal)) continue
    const run = runs.at(-1)
    if (run && last === index - 1) runs[runs.length - 1] = { from: run.from, to: ordinal }
    else runs.push({ from: ordinal, to: ordinal })
    last = index
  }
  return runs
}
