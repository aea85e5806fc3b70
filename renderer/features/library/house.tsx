import { disagreement } from '@shared/library/press-rules'
import type { Press } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import { SectionHead } from '../../ui/head'
import { bigNumber, listed, spelled } from '../../ui/words'
import { type AudienceCount, audience } from './audience'
import styles from './house.module.css'
import { TrackerChart } from './tracker-chart'

const UNIT_BY: Record<AudienceCount['unit'], (words: { count: number; spelled: string }) => string> = {
  households: m.library_audience_households,
  people: m.library_audience_people,
  fans: m.library_audience_fans,
}

/** Who watched, as everybody counts it, and the number that the show keeps on screen. */
export function House({ press }: { readonly press: Press }) {
  const figures = audience(press.audience)
  const tracker = press.trackers.find((one) => !one.veiled && one.readings.some(({ veiled }) => !veiled))
  if (!figures && !tracker) return null
  // who was counted stands in the sentence; another number does not
  const against = disagreement(press.audience.flatMap((figure) => (figure.veiled ? [] : [figure])))
  const big = figures && bigNumber(figures.value)
  const counts =
    figures?.counts.map(({ unit, sources }) =>
      UNIT_BY[unit]({ count: sources, spelled: spelled(sources) }),
    ) ?? []
  return (
    <section>
      <SectionHead
        title={m.library_house()}
        end={figures?.windowDays ? m.library_house_days({ days: figures.windowDays }) : undefined}
      />
      {big && (
        <div className={styles.audience}>
          <span className={styles.big}>{big.digits}</span>
          <p>{m.library_audience({ scale: big.scale, counts: listed(counts) })}</p>
        </div>
      )}
      {against === 'value' && <p className={styles.against}>{m.library_figures_disagree_value()}</p>}
      {tracker && !tracker.veiled && (
        <figure className={styles.tracker}>
          <figcaption className={styles.caption}>
            <b>{tracker.handle ?? tracker.name}</b>
            <span>{m.library_followers_about()}</span>
          </figcaption>
          <TrackerChart tracker={tracker} width={352} height={132} />
        </figure>
      )}
    </section>
  )
}
