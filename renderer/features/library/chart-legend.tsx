import { m } from '@shared/messages'
import styles from './tracker-chart.module.css'
import type { OpenReading } from './tracker-line'

/** What the marks of a chart mean, as far as they are on it. */
export function ChartLegend({ readings }: { readonly readings: readonly OpenReading[] }) {
  return (
    <figcaption className={styles.legend} aria-hidden="true">
      <span>{m.library_tracker_legend_unknown()}</span>
      {readings.some(({ disputed }) => disputed) && (
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <circle className={styles.disputed} cx="6" cy="6" r="4.5" />
          </svg>
          {m.library_tracker_legend_disputed()}
        </span>
      )}
      {readings.some(({ mine }) => mine) && (
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path className={styles.mine} d="M6 0.5L11.5 6L6 11.5L0.5 6Z" />
          </svg>
          {m.library_tracker_legend_mine()}
        </span>
      )}
    </figcaption>
  )
}
