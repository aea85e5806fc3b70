import type { CalibrationDot } from '@shared/boards/scores-schema'

/** The plot in its own units: a square field of 228 within 272, with room for figures at the left and below. */
export const PLOT = { size: 272, left: 28, top: 8, span: 228 } as const
const RIGHT = PLOT.left + PLOT.span
const BOTTOM = PLOT.top + PLOT.span

/** @param said 0 to 100, in percent */
export const xOf = (said: number): number => PLOT.left + (PLOT.span * said) / 100
/** @param share 0 to 1 */
export const yOf = (share: number): number => BOTTOM - PLOT.span * share

/** Grows with the root of n, so that the disc does with n; it stays small enough to leave its neighbours alone. */
export const radiusOf = (n: number): number => Math.min(8, 3.2 + 0.8 * Math.sqrt(n))

interface Point {
  readonly x: number
  readonly y: number
}

export interface PlotDot extends Point {
  readonly r: number
  /** Where the interval ends, from top to bottom. */
  readonly high: number
  readonly low: number
  readonly dot: CalibrationDot
}

/** Where the dots of a calibration stand, from left to right. */
export const plotted = (dots: readonly CalibrationDot[]): PlotDot[] =>
  dots
    .map((dot) => ({
      x: xOf(dot.said),
      y: yOf(dot.share),
      r: radiusOf(dot.n),
      high: yOf(dot.high),
      low: yOf(dot.low),
      dot,
    }))
    .sort((a, b) => a.x - b.x)

/** A path through points; nothing for fewer than two. */
export const lineThrough = (points: readonly Point[]): string =>
  points.length < 2 ? '' : points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** The words about a dot: how wide, and how high they are at most. */
export const READOUT = { width: 136, height: 74 } as const

/** Where the words about a dot stand: beside it, towards the middle, so that its interval stays in sight. */
export function readoutSpot({ x, y }: Point): { readonly left: number; readonly top: number } {
  const left = x > PLOT.left + PLOT.span / 2 ? x - 14 - READOUT.width : x + 14
  const top = Math.max(0, Math.min(BOTTOM - READOUT.height, y - READOUT.height / 2))
  return { left, top }
}

export interface Spot extends Point {
  readonly anchor: 'start' | 'end'
}
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A line of 12 px: what is above its baseline, and below. */
const ABOVE = 11
const BELOW = 4
const STEPS = 24
/** Two labels over each other cannot be read; a line behind a label can. */
const WORSE = 1000

const boxOf = ({ x, y, anchor }: Spot, width: number): Box => ({
  left: anchor === 'start' ? x : x - width,
  right: anchor === 'start' ? x + width : x,
  top: y - ABOVE,
  bottom: y + BELOW,
})
const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const isInside = ({ left, right, top, bottom }: Box): boolean =>
  left >= PLOT.left + 2 && right <= RIGHT && top >= PLOT.top && bottom <= BOTTOM

/** Points along a line, close enough that no label slips between two. */
const along = (line: readonly Point[]): Point[] =>
  line.flatMap((from, at) => {
    const to = line[at + 1]
    if (!to) return [from]
    return Array.from({ length: STEPS }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / STEPS,
      y: from.y + ((to.y - from.y) * step) / STEPS,
    }))
  })

/** Around a point: below and above it, at both sides. */
const around = ({ x, y }: Point): Spot[] => [
  { x: x + 8, y: y + 22, anchor: 'start' },
  { x: x - 8, y: y - 12, anchor: 'end' },
  { x: x - 8, y: y + 22, anchor: 'end' },
  { x: x + 8, y: y - 12, anchor: 'start' },
]

interface Label {
  /** The line that it names. */
  readonly line: readonly Point[]
  /** How wide it is. */
  readonly width: number
}

const DIAGONAL: readonly Point[] = [
  { x: PLOT.left, y: BOTTOM },
  { x: RIGHT, y: PLOT.top },
]

/**
 * Where names stand beside their lines: within the field, clear of each other, and over as little of any line as can
 * be; the later the better, where lines are further apart than at zero.
 *
 * @returns a spot for each label; null where there is no line, or no room
 */
export function labelSpots(labels: readonly Label[]): (Spot | null)[] {
  const lines = [DIAGONAL, ...labels.map(({ line }) => line)].flatMap(along)
  const taken: Box[] = []
  return labels.map(({ line, width }) => {
    let best: { readonly spot: Spot; readonly box: Box; readonly cost: number } | null = null
    for (const spot of line.toReversed().flatMap(around)) {
      const box = boxOf(spot, width)
      if (!isInside(box)) continue
      const crossed = lines.filter((point) => holds(box, point)).length
      const cost = crossed + (taken.some((other) => meet(other, box)) ? WORSE : 0)
      if (!best || cost < best.cost) best = { spot, box, cost }
    }
    if (!best || best.cost >= WORSE) return null
    taken.push(best.box)
    return best.spot
  })
}
