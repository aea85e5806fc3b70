import type { Press } from '@shared/library/press-schema'
import type { ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import { seasonName } from '../../ui/words'
import styles from './season-status.module.css'
import { StageLine } from './stage-line'
import { seasonStatuses } from './stages'

/** How far each season has come that may be known, the newest first. */
export function SeasonStatuses({ press, page }: { readonly press: Press; readonly page: ShowPage }) {
  const statuses = seasonStatuses(press.bulletins, page.seasons, press.today)
  if (statuses.length === 0) return null
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{m.library_status()}</h3>
      <ul className={styles.seasons}>
        {statuses.map((status) => (
          <li key={status.season}>
            <h4 className={styles.season}>{seasonName(status.season)}</h4>
            <StageLine status={status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
