import {
  type ChartEpisode,
  type Moment,
  momentsOf,
  type OpenReading,
  type UnknownRun,
  unknownRuns,
} from './tracker-line'

export type TrackerRow =
  | { readonly of: 'moment'; readonly ordinal: number; readonly moment: Moment }
  | { readonly of: 'unknown'; readonly ordinal: number; readonly run: UnknownRun }

/** The rows of a tracker's table: the same as its chart shows, episode by episode. */
export function trackerRows(
  episodes: readonly ChartEpisode[],
  readings: readonly OpenReading[],
): TrackerRow[] {
  const ordinals = [...new Set(readings.map(({ ordinal }) => ordinal))]
  const moments = ordinals.flatMap((ordinal) =>
    momentsOf(readings, ordinal).map((moment): TrackerRow => ({ of: 'moment', ordinal, moment })),
  )
  const unknown = unknownRuns(episodes, readings).map(
    (run): TrackerRow => ({ of: 'unknown', ordinal: run.from, run }),
  )
  return [...moments, ...unknown].sort((a, b) => a.ordinal - b.ordinal)
}
