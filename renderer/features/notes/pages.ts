/** How many rows the core answers at once. */
export const PAGE = 100

/**
 * The pages that cover a stretch of rows.
 *
 * @param first index of the first row in sight
 * @param last index of the last row in sight, inclusive
 * @returns page numbers from 0, ascending; always at least the first page, which carries the counts
 */
export function pagesFor(first: number, last: number): number[] {
  const from = Math.max(0, Math.floor(first / PAGE))
  const to = Math.max(from, Math.floor(Math.max(0, last) / PAGE))
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return pages[0] === 0 ? pages : [0, ...pages]
}
