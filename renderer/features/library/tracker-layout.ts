import { scaleFor } from './chart-scale'
import { alongLine, type Box, CHARACTER, dotBox, type Label, placeLabels } from './label-places'
import { type ChartEpisode, kindOf, momentsOf, type OpenReading, type PointKind } from './tracker-line'

export interface ChartPoint {
  readonly reading: OpenReading
  readonly value: number
  readonly kind: PointKind
  /** Which episode of the chart, counted from 0. */
  readonly column: number
  readonly x: number
  readonly y: number
}

export interface ChartWords {
  readonly reading: OpenReading
  readonly text: string
  readonly x: number
  /** Which end of the words is at the line: they are written towards the middle of the chart. */
  readonly anchor: 'start' | 'end'
}

export interface TrackerLayout {
  readonly columns: readonly (ChartEpisode & { readonly left: number; readonly middle: number })[]
  readonly points: readonly ChartPoint[]
  readonly stretches: readonly {
    readonly from: ChartPoint
    readonly to: ChartPoint
    /** Episodes lie between the two for which nobody has a number. */
    readonly unknown: boolean
  }[]
  readonly words: readonly ChartWords[]
  /** The middles of the reached episodes of which nothing is known. */
  readonly unknown: readonly number[]
  /** The stretches of the chart that are veiled, from left to right. */
  readonly veils: readonly { readonly left: number; readonly right: number }[]
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly labels: readonly Label[]
  /** The episodes whose number is written under the chart: all, or as many as there is room for. */
  readonly numbered: ReadonlySet<number>
}

interface Wanted {
  readonly episodes: readonly ChartEpisode[]
  readonly readings: readonly OpenReading[]
  /** What the chart is drawn in, without the axes. */
  readonly frame: Box
  /** How a value is written beside its point. */
  readonly write: (value: number) => string
}

/** An episode with many readings gets more room than one with a single one, up to so many times. */
const MOST_ROOM = 4
/** More numbers than this would be a wall of them, and a long search for places. */
const MOST_LABELS = 120
/** What an episode's number takes under the axis. */
const NUMBER_WIDTH = 17
/** Room at the foot and the head of the plot, so that a number fits under and over its points. */
const FOOT = 20
const HEAD = 18

/**
 * Lays a tracker out. Episodes follow each other evenly, but one in which several numbers are known is as wide as
 * it has moments, so that they can be told apart. Veiled readings take no part: a veiled episode is as wide as one
 * with nothing in it.
 */
export function layOut({ episodes, readings, frame, write }: Wanted): TrackerLayout {
  const moments = episodes.map(({ ordinal }) => momentsOf(readings, ordinal))
  const rooms = moments.map(({ length }) => Math.min(MOST_ROOM, Math.max(1, length)))
  const unit = (frame.right - frame.left) / rooms.reduce((sum, room) => sum + room, 0)
  let left = frame.left
  const columns = episodes.map((episode, index) => {
    const width = (rooms[index] ?? 1) * unit
    const column = { ...episode, left, middle: left + width / 2, width }
    left += width
    return column
  })
  const placed = columns.flatMap(({ left: from, width }, column) => {
    const all = moments[column] ?? []
    return all.flatMap((moment, turn) =>
      moment.readings.map((reading) => ({ reading, column, x: from + ((turn + 0.5) / all.length) * width })),
    )
  })
  const numbers = placed.flatMap((one) =>
    one.reading.value === null ? [] : [{ ...one, value: one.reading.value }],
  )
  const scale = numbers.length > 0 ? scaleFor(numbers.map(({ value }) => value)) : null
  const y = (value: number) => {
    const [foot, head] = [frame.bottom - FOOT, frame.top + HEAD]
    return foot - (scale?.place(value) ?? 0) * (foot - head)
  }
  const points = numbers.map(
    (one): ChartPoint => ({ ...one, kind: kindOf(one.reading, readings), y: y(one.value) }),
  )
  const line = points.filter(({ kind }) => kind === 'line')
  const stretches = line.slice(1).flatMap((to, index) => {
    const from = line[index]
    return from ? [{ from, to, unknown: to.column - from.column > 1 }] : []
  })
  const centre = (frame.left + frame.right) / 2
  const words = placed.flatMap(({ reading, x }): ChartWords[] =>
    reading.value === null
      ? [{ reading, text: reading.words ?? '?', x, anchor: x > centre ? 'end' : 'start' }]
      : [],
  )
  const known = new Set<number>(readings.map(({ ordinal }) => ordinal))
  return {
    columns,
    points,
    stretches,
    words,
    unknown: columns.flatMap(({ ordinal, reached, middle }) =>
      reached && !known.has(ordinal) ? [middle] : [],
    ),
    veils: veilsOf(columns),
    ticks: (scale?.ticks ?? []).map((value) => ({ value, y: y(value) })),
    labels: placeLabels(
      inOrderOfWeight(points)
        .slice(0, MOST_LABELS)
        .map(({ reading, x, y: at, value }) => ({
          key: reading.id,
          text: write(value),
          x,
          y: at,
        })),
      [
        ...points.map(dotBox),
        ...stretches.flatMap(({ from, to }) => alongLine(from, to)),
        ...words.map((one) => wordsBox(one, frame)),
      ],
      frame,
    ),
    numbered: numberedOf(columns),
  }
}

const wordsBox = ({ x, anchor, text }: ChartWords, { top, bottom }: Box): Box => {
  const width = text.length * CHARACTER
  // the words and the dotted line that they stand at
  return anchor === 'end'
    ? { left: x - width - 6, right: x + 2, top, bottom: Math.min(bottom, top + 14) }
    : { left: x - 2, right: x + width + 6, top, bottom: Math.min(bottom, top + 14) }
}

function veilsOf(
  columns: readonly { readonly reached: boolean; readonly left: number; readonly width: number }[],
) {
  const veils: { left: number; right: number }[] = []
  for (const { reached, left, width } of columns) {
    if (reached) continue
    const last = veils.at(-1)
    // the same sum as the column's own place, so that two neighbours are one
    if (last && Math.abs(last.right - left) < 0.01) last.right = left + width
    else veils.push({ left, right: left + width })
  }
  return veils
}

/** The newest number first, then the oldest, then the rest as it comes; what is contradicted last. */
function inOrderOfWeight(points: readonly ChartPoint[]): ChartPoint[] {
  const line = points.filter(({ kind }) => kind === 'line')
  const ends = [...new Set([line.at(-1), line[0]])].flatMap((point) => point ?? [])
  const rest = line.filter((point) => !ends.includes(point))
  const beside = (kind: PointKind) => points.filter((point) => point.kind === kind)
  return [...ends, ...rest, ...beside('beside'), ...beside('disputed')]
}

/** The beginnings of seasons first, then as many others as there is room for. */
function numberedOf(columns: TrackerLayout['columns']): ReadonlySet<number> {
  const numbered = new Map<number, number>()
  const inTurn = [...columns.filter(({ opens }) => opens), ...columns.filter(({ opens }) => !opens)]
  for (const { ordinal, middle } of inTurn)
    if ([...numbered.values()].every((other) => Math.abs(other - middle) >= NUMBER_WIDTH))
      numbered.set(ordinal, middle)
  return new Set(numbered.keys())
}
