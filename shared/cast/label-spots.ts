import { along, type Box, boxesMeet, type Curve } from './geometry'

/** A label that wants to stand on a curve. */
export interface Wanted {
  readonly curve: Curve
  /** In px. */
  readonly width: number
  /** The higher is placed first. */
  readonly weight: number
}

/** In px. */
export const LABEL_HEIGHT = 18
/** From the middle of the curve outwards. */
const SPOTS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73]

/**
 * Finds a spot on its curve for each label, so that none lies on another one, nor on a disc or a name.
 *
 * @param taken rectangles that must stay free
 * @returns the middles, in the order of the labels; null for one that finds no room
 */
export function labelSpots(wanted: readonly Wanted[], taken: readonly Box[]): (Box | null)[] {
  const spots: (Box | null)[] = wanted.map(() => null)
  const busy: Box[] = [...taken]
  const order = wanted
    .map((_label, at) => at)
    .sort((a, b) => weightOf(wanted, b) - weightOf(wanted, a) || a - b)
  for (const at of order) {
    const label = wanted[at]
    if (!label) continue
    for (const t of SPOTS) {
      const box = { ...along(label.curve, t), width: label.width, height: LABEL_HEIGHT }
      if (busy.some((other) => boxesMeet(box, other, 2))) continue
      spots[at] = box
      busy.push(box)
      break
    }
  }
  return spots
}

const weightOf = (wanted: readonly Wanted[], at: number) => wanted[at]?.weight ?? 0
