/** Adding up checks. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/** @type {Count} */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 }

/** @param {Count[]} counts @returns {Count} */
export const sum = (counts) =>
  counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
    }),
    NOTHING,
  )

/**
 * The last line of a run, which other programs read.
 *
 * @param {Count} count
 * @returns {string} '12 passed, 0 failed' or '12 passed, 0 failed, 3 skipped'
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${line}, ${skipped} skipped` : line
}
