import type { Ms } from '@shared/time'
import type { SafeAfter, Stamp } from '@shared/veil/schema'

/** The stamp of a row that may open in the middle of its episode. `ordinal` is the episode that it tells of. */
export const stampOf = (row: {
  readonly safe_after: SafeAfter
  readonly safe_from_ms: Ms | null
  readonly ordinal?: SafeAfter
}): Stamp => ({
  after: row.safe_after,
  fromMs: row.safe_from_ms,
  of: row.ordinal,
})
