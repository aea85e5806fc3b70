export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const centre = ({ left, width }: Box) => left + width / 2
const middle = ({ top, height }: Box) => top + height / 2

/**
 * The box that an arrow key leads to. Left and right follow the order of the page; up and down go to the
 * nearest row and, in it, to the box that stands closest, so that a grid and the list below it are one field.
 *
 * @param boxes in the order of the page
 * @returns an index, or null where the field ends
 */
export function arrowTarget(boxes: readonly Box[], from: number, arrow: Arrow): number | null {
  const start = boxes[from]
  if (!start) return boxes.length > 0 ? 0 : null
  if (arrow === 'ArrowLeft') return from > 0 ? from - 1 : null
  if (arrow === 'ArrowRight') return from < boxes.length - 1 ? from + 1 : null
  const sign = arrow === 'ArrowDown' ? 1 : -1
  let best: { index: number; rows: number; aside: number } | null = null
  for (const [index, box] of boxes.entries()) {
    const rows = (middle(box) - middle(start)) * sign
    if (rows < Math.min(box.height, start.height) / 2) continue
    const aside = Math.abs(centre(box) - centre(start))
    const sameRow = best !== null && Math.abs(rows - best.rows) < box.height / 2
    if (!best || (sameRow ? aside < best.aside : rows < best.rows)) best = { index, rows, aside }
  }
  return best?.index ?? null
}
