import type { Season } from '@shared/library/schema'
import type { ChartEpisode, OpenReading } from './tracker-line'

/**
 * The episodes that a chart is drawn over: every season up to the one of the newest reading or of the reading line,
 * whichever is later. What lies beyond it would only be more veil.
 */
export function chartEpisodes(
  seasons: readonly Season[],
  readings: readonly OpenReading[],
  reach: number | null,
): ChartEpisode[] {
  const last = Math.max(1, reach ?? 0, ...readings.map(({ ordinal }) => ordinal))
  const shown = seasons.filter(({ episodes }) =>
    episodes.some(({ ordinal, special }) => ordinal <= last && !special),
  )
  return shown
    .flatMap(({ episodes }) =>
      episodes.map((episode, index) => ({ ...episode, opens: index === 0 && shown.length > 1 })),
    )
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ ordinal, special, viewings, opens }) => ({
      ordinal,
      opens,
      // a special that was passed over stays veiled
      reached: reach !== null && ordinal <= reach && (!special || viewings > 0 || ordinal === reach),
    }))
}
