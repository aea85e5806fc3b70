/** The lines of one answer. */
export const PAGE = 100
/** The window moves by so many lines, so that not each line that is spoken asks anew. */
const STEP = 40

/**
 * Where the hundred lines begin in which a line stands, with at least forty before it and twenty after it.
 *
 * @param n its place in the file; null before the first line
 */
export const windowAround = (n: number | null): number =>
  n === null ? 0 : Math.max(0, Math.floor(n / STEP) * STEP - STEP)
