import type { OddsEntry } from '@shared/boards/odds-schema'
import type { MemberId } from '@shared/ids'

interface Size {
  readonly width: number
  readonly height: number
}

/** One member's odds over time, as a path of steps. */
export interface Steps {
  readonly memberId: MemberId
  readonly path: string
  /** Where it stands now. */
  readonly end: { readonly x: number; readonly y: number }
}

/**
 * Odds as lines that hold until they change. Time runs from the first entry to the last; what was given late or is
 * still sealed is not drawn.
 *
 * @param option whose percentage is drawn
 * @param size of the drawing, in px; 100 % is at its top
 */
export function stepsOf(history: readonly OddsEntry[], option: number, { width, height }: Size): Steps[] {
  const counted = history.filter(({ odds, late }) => odds !== null && !late)
  const times = counted.map(({ at }) => Date.parse(at))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const x = (time: number) => (to === from ? 0 : ((time - from) / (to - from)) * width)
  const y = (percent: number) => height - (percent / 100) * height
  const round = (value: number) => Math.round(value * 10) / 10
  const members = new Set(counted.map(({ memberId }) => memberId))
  return [...members].map((memberId) => {
    const own = counted.filter((entry) => entry.memberId === memberId)
    let path = ''
    let height = 0
    for (const { at, odds } of own) {
      const across = round(x(Date.parse(at)))
      height = round(y(odds?.[option] ?? 0))
      path += path === '' ? `M${across} ${height}` : `H${across}V${height}`
    }
    return { memberId, path: `${path}H${width}`, end: { x: width, y: height } }
  })
}
