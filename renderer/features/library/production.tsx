import type { Bulletin } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import { shortDate } from '../../ui/words'
import styles from './production.module.css'
import { productionStatus, type StageMark } from './stages'

const STAGE_NAMES: Record<StageMark['stage'], () => string> = {
  renewed: m.library_stage_renewed,
  production: m.library_stage_production,
  trailer: m.library_stage_trailer,
  premiere: m.library_stage_premiere,
}

/** How far the next season has come. Nothing is drawn when no news names a stage. */
export function Production({ bulletins }: { readonly bulletins: readonly Bulletin[] }) {
  const status = productionStatus(bulletins)
  if (!status) return null
  return (
    <section className={styles.bulletin} aria-label={m.library_production()}>
      <h2 className="t-h3">{status.latest.headline}</h2>
      <p className={styles.text}>{status.latest.text}</p>
      <ol className={styles.stages}>
        {status.marks.map(({ stage, date, place }) => (
          <li key={stage} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
            <b>{STAGE_NAMES[stage]()}</b>
            <span>{date ? shortDate(date) : place === 'later' ? m.library_stage_not_yet() : ''}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
