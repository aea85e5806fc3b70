import type { TrackerReading } from '@shared/library/press-schema'
import type { Lifted } from '@shared/veil/schema'

type Known = Lifted<TrackerReading>

export interface ChartPoint {
  readonly reading: Known
  readonly value: number
  /** Episodes from the start; readings within one episode are spread over it, in their order. */
  readonly at: number
}

export interface ChartStretch {
  readonly from: ChartPoint
  readonly to: ChartPoint
  /** Episodes lie between the two for which nobody has a number. */
  readonly unknown: boolean
}

export interface TrackerChart {
  /** Numbers that no source contradicts. */
  readonly points: readonly ChartPoint[]
  /** Numbers that contradict another one. */
  readonly disputed: readonly ChartPoint[]
  readonly stretches: readonly ChartStretch[]
  /** Readings of which only words are known. */
  readonly words: readonly { readonly reading: Known; readonly at: number }[]
}

/** How much of an episode's width its readings take. */
const SPREAD = 0.7

/** Places the readings of a tracker, and says which stretches between them are known. Veiled ones are left out. */
export function trackerChart(readings: readonly TrackerReading[]): TrackerChart {
  const known = readings.filter((reading): reading is Known => !reading.veiled)
  const place = (reading: Known): number => {
    // a contradiction stands at the moment that it contradicts, and takes no room of its own
    const moments = [
      ...new Set(known.filter((other) => other.ordinal === reading.ordinal).map(({ point }) => point)),
    ]
    return reading.ordinal + (moments.indexOf(reading.point) / moments.length) * SPREAD
  }
  const placed = known.map((reading) => ({ reading, at: place(reading) })).sort((a, b) => a.at - b.at)
  const numbers = placed.flatMap(({ reading, at }) =>
    reading.value === null ? [] : [{ reading, at, value: reading.value }],
  )
  const points = numbers.filter(({ reading }) => !reading.disputed)
  return {
    points,
    disputed: numbers.filter(({ reading }) => reading.disputed),
    stretches: points.slice(1).flatMap((to, index) => {
      const from = points[index]
      return from ? [{ from, to, unknown: to.reading.ordinal - from.reading.ordinal > 1 }] : []
    }),
    words: placed.filter(({ reading }) => reading.value === null),
  }
}
