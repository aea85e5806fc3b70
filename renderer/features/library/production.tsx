import type { NextDate, Press } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import { episodeLabel, longDate, seasonName } from '../../ui/words'
import styles from './production.module.css'
import { StageLine } from './stage-line'
import { productionStatus } from './stages'

/** `S2 E1: in 12 days, on 22 December 2021`. */
function countdown({ date, days, season, number }: NextDate): string {
  const what =
    season !== null && number !== null
      ? episodeLabel({ season, number })
      : season !== null
        ? seasonName(season)
        : m.library_stage_premiere()
  if (days === 0) return m.library_countdown_today({ what })
  if (days === 1) return m.library_countdown_tomorrow({ what })
  return m.library_countdown_days({ what, count: days, date: longDate(date) })
}

/** How far the next season has come, and how long until its day, where that may be known. */
export function Production({ press }: { readonly press: Press }) {
  const status = productionStatus(press.bulletins, press.today)
  if (!status && !press.next) return null
  return (
    <section className={styles.bulletin} aria-label={m.library_production()}>
      {status?.latest && (
        <>
          <h2 className="t-h3">{status.latest.headline}</h2>
          <p className={styles.text}>{status.latest.text}</p>
        </>
      )}
      {status && <StageLine status={status} />}
      {press.next && (
        <p className={styles.countdown}>
          <time dateTime={press.next.date}>{countdown(press.next)}</time>
        </p>
      )}
    </section>
  )
}
