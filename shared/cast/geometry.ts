export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle by its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const distance = (a: Point, b: Point): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)

/** Whether two rectangles come closer than `gap` on both axes. */
export const boxesMeet = (a: Box, b: Box, gap = 0): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap

/** How far a point lies from the straight line between two others. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.sqrt((p.x - a.x - t * dx) ** 2 + (p.y - a.y - t * dy) ** 2)
}

const side = (a: Point, b: Point, p: Point) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)

/** Whether two straight lines cross between their ends. */
export const segmentsCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** A curve with one bend. */
export interface Curve {
  readonly start: Point
  readonly bend: Point
  readonly end: Point
}

/** The point of a curve at `t`, from 0 at its start to 1 at its end. */
export function along({ start, bend, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * bend.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * bend.y + t * t * end.y,
  }
}

/**
 * The curve between two discs, ending outside of both.
 *
 * @param offset how far its middle lies off the straight line, to the left of the way
 * @param clear px between a disc's edge and the curve's end
 */
export function curveBetween(
  a: Point & { readonly radius: number },
  b: Point & { readonly radius: number },
  offset: number,
  clear = 7,
): Curve {
  const length = Math.max(1, distance(a, b))
  const [nx, ny] = [(b.y - a.y) / length, -(b.x - a.x) / length]
  const bend = { x: (a.x + b.x) / 2 + nx * 2 * offset, y: (a.y + b.y) / 2 + ny * 2 * offset }
  const towards = (from: Point & { readonly radius: number }): Point => {
    const span = Math.max(1, distance(from, bend))
    const step = Math.min(from.radius + clear, length * 0.45) / span
    return { x: from.x + (bend.x - from.x) * step, y: from.y + (bend.y - from.y) * step }
  }
  return { start: towards(a), bend, end: towards(b) }
}

/** The corners of the smallest convex shape around some points, in order. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (of: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of of) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)]
        if (!before || !last || side(before, last, point) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.toReversed())]
}
