import { DAY_MS } from '@shared/day'
import type { Report } from '@shared/watch/rules'
import { Rate } from '@shared/watch/schema'
import type { PlayerNews } from './players/player'

const [SLOWEST, FASTEST] = [Rate.minValue ?? 0.1, Rate.maxValue ?? 8]

const between = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value))

/**
 * What a player says, within what a clock can show: its speed as `Rate`, its position within a day. A length that
 * no film has is one that is not known. Players are other people's programs, and say anything.
 *
 * @param now monotonic milliseconds, for a report that does not say from when it is
 * @returns null when it does not say where it is, or no place of a film: that is as good as nothing
 */
export function sane(report: Report, now: number): Report | null {
  const { positionMs, at, rate, preciseToMs, durationMs } = report
  // beyond a day it would open all of the episode: who says that, says nothing
  if (!(positionMs <= DAY_MS)) return null
  return {
    ...report,
    positionMs: Math.max(0, positionMs),
    at: Number.isFinite(at) ? at : now,
    rate: Number.isNaN(rate) ? 1 : between(SLOWEST, FASTEST, rate),
    preciseToMs: Number.isNaN(preciseToMs) ? 0 : between(0, DAY_MS, preciseToMs),
    durationMs: durationMs !== null && durationMs > 0 && durationMs <= DAY_MS ? durationMs : null,
  }
}

/** The same news with a report that a clock can follow. */
export const saneNews = (news: PlayerNews, now: number): PlayerNews => ({
  ...news,
  report: news.report && sane(news.report, now),
})
