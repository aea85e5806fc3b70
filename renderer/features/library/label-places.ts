/** A rectangle, in units of the drawing. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A text that belongs to a point. */
export interface Wanted {
  readonly key: string
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface Label extends Wanted {
  /** Where the text stands: its baseline, and which end of it is at `x`. */
  readonly at: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
  readonly box: Box
}

/** What one character takes of the chart's mono, and the height of a line, in units of the drawing. */
export const CHARACTER = 6.7
const LINE = 12
/** The room around a point that no label may enter. */
const DOT = 4
const GAP = 6

const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const inside = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom

export const dotBox = ({ x, y }: { readonly x: number; readonly y: number }): Box => ({
  left: x - DOT,
  right: x + DOT,
  top: y - DOT,
  bottom: y + DOT,
})

/** How far apart the boxes are that a line is covered with, and half their size. */
const STEP = 3
const INK = 1

/** A line as boxes that no label may enter; its ends, where the points are, are left to them. */
export function alongLine(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Box[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP)
  return Array.from({ length: Math.max(0, steps - 1) }, (_value, index) => {
    const part = (index + 1) / steps
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part]
    return { left: x - INK, right: x + INK, top: y - INK, bottom: y + INK }
  })
}

/** The places beside a point, the best first. */
function placesOf(wanted: Wanted): Label[] {
  const { x, y, text } = wanted
  const width = text.length * CHARACTER
  const middle = (top: number): Label => ({
    ...wanted,
    at: { x, y: top + LINE - 3, anchor: 'middle' },
    box: { left: x - width / 2, right: x + width / 2, top, bottom: top + LINE },
  })
  const side = (anchor: 'start' | 'end'): Label => {
    const from = anchor === 'start' ? x + GAP : x - GAP - width
    return {
      ...wanted,
      at: { x: anchor === 'start' ? x + GAP : x - GAP, y: y + 4, anchor },
      box: { left: from, right: from + width, top: y - LINE / 2, bottom: y + LINE / 2 },
    }
  }
  const corner = (anchor: 'start' | 'end'): Label => {
    const from = anchor === 'start' ? x + 2 : x - 2 - width
    return {
      ...wanted,
      at: { x: anchor === 'start' ? x + 2 : x - 2, y: y - GAP - 1, anchor },
      box: { left: from, right: from + width, top: y - GAP - LINE + 2, bottom: y - GAP + 2 },
    }
  }
  return [middle(y - GAP - LINE), corner('end'), corner('start'), side('end'), middle(y + GAP), side('start')]
}

/**
 * Finds a place beside its point for each text, the first ones first, so that no text lies on another one or on a
 * point. A text for which there is no room is left out: the table has it.
 *
 * @param wanted the texts, the most important first
 * @param taken what else may not be covered
 * @param frame what all must stay within
 */
export function placeLabels(wanted: readonly Wanted[], taken: readonly Box[], frame: Box): Label[] {
  const placed: Label[] = []
  for (const one of wanted) {
    const found = placesOf(one).find(
      ({ box }) =>
        inside(box, frame) &&
        !taken.some((other) => meets(box, other)) &&
        !placed.some((other) => meets(box, other.box)),
    )
    if (found) placed.push(found)
  }
  return placed
}
