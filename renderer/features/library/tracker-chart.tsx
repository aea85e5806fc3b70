import type { Tracker } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { useShow } from '../../api/current-show'
import { compactNumber, episodeLabel, wholeNumber } from '../../ui/words'
import { chartEpisodes } from './chart-episodes'
import styles from './tracker-chart.module.css'
import { layOut } from './tracker-layout'
import { type OpenReading, openReadings, unknownRuns } from './tracker-line'

/** What the axes take beside the plot. */
const LEFT = 34
const AXIS = 18
/** From this width on a veil says that it is one. */
const VEIL_WORD = 72
/** What stands at an episode of which nothing is known; a sign, and in no language. */
const UNKNOWN = '?'

interface TrackerChartProps {
  readonly tracker: Lifted<Tracker>
  /** In units of the drawing, which are CSS pixels where the chart is not scaled. */
  readonly width: number
  readonly height: number
}

/** A mark for each way in which a number can be known; what is the person's own has a shape of its own. */
function Mark({ reading, kind, x, y }: ReturnType<typeof layOut>['points'][number]) {
  if (reading.mine)
    return (
      <path className={styles.mine} d={`M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`} />
    )
  return (
    <circle
      className={kind === 'disputed' ? styles.disputed : styles.dot}
      cx={x}
      cy={y}
      r={kind === 'disputed' ? 4.5 : 3}
    />
  )
}

/** The number that the show keeps on screen, episode by episode. What nobody knows is drawn as not known. */
export function TrackerChart({ tracker, width, height }: TrackerChartProps) {
  const { page, reach, episodeByOrdinal } = useShow()
  const readings = openReadings(tracker.readings)
  const episodes = chartEpisodes(page?.seasons ?? [], readings, reach)
  if (episodes.length === 0) return null
  const base = height - AXIS
  const chart = layOut({
    episodes,
    readings,
    frame: { left: LEFT, right: width - 4, top: 2, bottom: base },
    write: compactNumber,
  })
  const label = (ordinal: number) => {
    const episode = episodeByOrdinal(ordinal)
    return episode ? episodeLabel(episode) : ''
  }
  const spokenOf = (reading: OpenReading) =>
    [
      label(reading.ordinal),
      reading.point,
      reading.mine ? m.library_reading_yours() : '',
      reading.disputed ? m.library_figures_disputed() : '',
    ]
      .filter(Boolean)
      .join(', ')
  const spoken = [
    ...readings.map((reading) => ({
      at: reading.ordinal,
      text: `${spokenOf(reading)}: ${reading.value === null ? (reading.words ?? '') : wholeNumber(reading.value)}`,
    })),
    ...unknownRuns(episodes, readings).map(({ from, to }) => ({
      at: from,
      text:
        from === to
          ? m.library_reading_unknown_one({ episode: label(from) })
          : m.library_reading_unknown_run({ from: label(from), to: label(to) }),
    })),
  ].sort((a, b) => a.at - b.at)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={[tracker.name, ...spoken.map(({ text }) => text)].join('. ')}
    >
      {chart.ticks.map(({ value, y }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${LEFT} ${y}H${width}`} />
          <text className={styles.scale} x={LEFT - 6} y={y + 4}>
            {compactNumber(value)}
          </text>
        </g>
      ))}
      {chart.veils.map(({ left, right }) => (
        <g key={left}>
          <rect className={styles.veil} x={left} y={2} width={right - left} height={base - 2} />
          {right - left > VEIL_WORD && (
            <text className={styles.veiled} x={(left + right) / 2} y={base / 2 + 4}>
              {m.app_veil_short()}
            </text>
          )}
        </g>
      ))}
      <path className={styles.base} d={`M${LEFT} ${base}H${width}`} />
      {chart.columns.map(({ ordinal, left, opens }) => (
        <path key={ordinal} className={styles.base} d={`M${left} ${base}v${opens ? AXIS : 3}`} />
      ))}
      {chart.unknown.map((middle) => (
        <text key={middle} className={styles.question} x={middle} y={base - 6}>
          {UNKNOWN}
        </text>
      ))}
      {chart.stretches.map(({ from, to, unknown }) => (
        <path
          key={`${from.reading.id} ${to.reading.id}`}
          className={unknown ? styles.unknown : styles.known}
          d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        />
      ))}
      {chart.words.map(({ reading, text, x, anchor }) => (
        <g key={reading.id}>
          <path className={styles.unknown} d={`M${x} 4V${base}`} />
          <text className={styles.words} x={x + (anchor === 'end' ? -6 : 6)} y={13} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      {chart.points.map((point) => (
        <Mark key={point.reading.id} {...point} />
      ))}
      {chart.labels.map(({ key, text, at }) => (
        <text key={key} className={styles.value} x={at.x} y={at.y} textAnchor={at.anchor}>
          {text}
        </text>
      ))}
      {chart.columns.map(
        ({ ordinal, middle, opens }) =>
          chart.numbered.has(ordinal) && (
            <text key={ordinal} className={styles.episode} x={middle} y={height - 3} data-opens={opens}>
              {episodeByOrdinal(ordinal)?.number}
            </text>
          ),
      )}
    </svg>
  )
}
