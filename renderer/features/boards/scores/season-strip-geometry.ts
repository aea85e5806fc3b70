/** A place on the strip of odds, and how many discs lie under it. */
export interface Placed<T> {
  readonly of: T
  /** 0 to 100, in percent. */
  readonly at: number
  /** 0 on the line, 1 over one that would touch it. */
  readonly level: number
}

/**
 * Puts discs on a line so that none hides another: what would touch a disc of the same level goes one level up. The
 * order in which they come decides who stays on the line.
 *
 * @param apart how far two must be from each other, in percent
 */
export function stacked<T>(
  items: readonly { readonly of: T; readonly at: number }[],
  apart: number,
): Placed<T>[] {
  const placed: Placed<T>[] = []
  for (const { of, at } of items) {
    const near = new Set(placed.filter((other) => Math.abs(other.at - at) < apart).map(({ level }) => level))
    let level = 0
    while (near.has(level)) level += 1
    placed.push({ of, at, level })
  }
  return placed
}
