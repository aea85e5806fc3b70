import type { Stretch } from '@shared/boards/scores-schema'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The course of one option's odds as steps, from the first interval to the close: as wide as the intervals are many.
 *
 * @param option by its place in the odds
 * @returns an SVG path; empty for no course
 */
export function coursePath(course: readonly Stretch[], option: number, { width, height }: Size): string {
  const whole = course.reduce((sum, { length }) => sum + length, 0)
  const round = (value: number) => Math.round(value * 100) / 100
  let past = 0
  return course
    .map(({ length, odds }) => {
      const y = round(height - (height * (odds[option] ?? 0)) / 100)
      const from = round((width * past) / whole)
      past += length
      return `${from === 0 ? `M0 ${y}` : `V${y}`}H${round((width * past) / whole)}`
    })
    .join('')
}
