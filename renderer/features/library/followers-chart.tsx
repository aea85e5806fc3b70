import type { Tracker } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { useShow } from '../../api/current-show'
import { compactNumber, episodeLabel, wholeNumber } from '../../ui/words'
import { type ChartPoint, trackerChart } from './followers'
import styles from './followers-chart.module.css'

const WIDTH = 352
const LEFT = 30
const RIGHT = 344
const TOP = 14
const BASE = 84
/** What a label takes, in units of the drawing. */
const LABEL_WIDTH = 24
const LABEL_HEIGHT = 24
/** Episodes at the end of the axis that hold the readings of the last one. */
const TAIL = 0.7

/** The values at which a line is drawn: powers of ten, because the number grows a thousandfold. */
function tenfolds(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low))
  const last = Math.floor(Math.log10(high))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => 10 ** (first + step))
}

/** The number that the show keeps on screen, episode by episode. Where nobody has a number the line is dotted. */
export function FollowersChart({ tracker }: { readonly tracker: Lifted<Tracker> }) {
  const { seasons } = useShow().page ?? { seasons: [] }
  const { episodeByOrdinal, reach } = useShow()
  const chart = trackerChart(tracker.readings)
  const all = [...chart.points, ...chart.disputed]
  const lastOrdinal = Math.max(...[...all, ...chart.words].map(({ reading }) => reading.ordinal))
  const episodes = seasons
    .filter(({ number }) => number <= (episodeByOrdinal(lastOrdinal)?.season ?? 0))
    .flatMap((one) => one.episodes)
  const count = episodes.length
  if (all.length === 0 || count === 0) return null

  const low = Math.min(...all.map(({ value }) => Math.max(1, value)))
  const high = Math.max(...all.map(({ value }) => value), low * 10)
  const x = (at: number) => LEFT + 6 + ((at - 1) / (count - 1 + TAIL)) * (RIGHT - LEFT - 12)
  const y = (value: number) =>
    BASE - 8 - (Math.log10(Math.max(1, value) / low) / Math.log10(high / low)) * (BASE - 8 - TOP)
  const labelled = chart.points
    .filter((point, index) => {
      const next = chart.points[index + 1]
      return index === 0 || !next || next.reading.ordinal > point.reading.ordinal
    })
    .filter((point, index, kept) => {
      // a label that would lie on the one before it is left to the table below
      const before = kept[index - 1]
      return (
        !before || x(point.at) - x(before.at) > LABEL_WIDTH || y(before.value) - y(point.value) > LABEL_HEIGHT
      )
    })
  const spoken = [...all, ...chart.words]
    .sort((a, b) => a.at - b.at)
    .map(({ reading }) => {
      const episode = episodeByOrdinal(reading.ordinal)
      const value = reading.value === null ? (reading.words ?? '') : wholeNumber(reading.value)
      return `${episode ? episodeLabel(episode) : ''}, ${reading.point}: ${value}`
    })
  const dot = (point: ChartPoint) => ({ cx: x(point.at), cy: y(point.value) })
  const veilFrom = reach !== null && reach < count ? x(reach + 1) - 6 : null
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <b>{tracker.handle ?? tracker.name}</b>
        <span>{m.library_followers_about()}</span>
      </figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} 102`}
        role="img"
        aria-label={`${tracker.name}. ${spoken.join('; ')}`}
      >
        {tenfolds(low, high).map((value) => (
          <g key={value}>
            <path className={styles.grid} d={`M${LEFT} ${y(value)}H${RIGHT}`} />
            <text className={styles.scale} x={LEFT - 4} y={y(value) + 4}>
              {compactNumber(value)}
            </text>
          </g>
        ))}
        <path className={styles.base} d={`M${LEFT} ${BASE}H${RIGHT}`} />
        {veilFrom !== null && (
          <rect className={styles.veil} x={veilFrom} y={TOP} width={RIGHT - veilFrom} height={BASE - TOP} />
        )}
        {chart.stretches.map(({ from, to, unknown }) => (
          <path
            key={`${from.reading.id} ${to.reading.id}`}
            className={unknown ? styles.unknown : styles.known}
            d={`M${x(from.at)} ${y(from.value)}L${x(to.at)} ${y(to.value)}`}
          />
        ))}
        {chart.words.map(({ reading, at }) => (
          <g key={reading.id}>
            <path className={styles.unknown} d={`M${x(at)} ${TOP}V${BASE}`} />
            <text className={styles.words} x={x(at) - 6} y={TOP + 8}>
              {reading.words ?? '?'}
            </text>
          </g>
        ))}
        {chart.disputed.map((point) => (
          <circle key={point.reading.id} className={styles.disputed} r="5" {...dot(point)} />
        ))}
        {chart.points.map((point) => (
          <circle key={point.reading.id} className={styles.dot} r="3" {...dot(point)} />
        ))}
        {labelled.map((point, index) => (
          <text
            key={point.reading.id}
            className={styles.value}
            x={x(point.at) + (index === 0 ? -5 : -6)}
            y={y(point.value) - (index === 0 ? 10 : 4)}
            data-first={index === 0}
          >
            {compactNumber(point.value)}
          </text>
        ))}
        {episodes.map((episode) => (
          <text key={episode.id} className={styles.episode} x={x(episode.ordinal)} y={99}>
            {episode.number}
          </text>
        ))}
      </svg>
      {chart.disputed.map(
        ({ reading }) =>
          reading.note && (
            <p key={reading.id} className={styles.note}>
              {reading.note}
            </p>
          ),
      )}
    </figure>
  )
}
