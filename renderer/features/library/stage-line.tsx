import { m } from '@shared/messages'
import { shortDate } from '../../ui/words'
import styles from './production.module.css'
import type { SeasonStatus, StageMark } from './stages'

const STAGE_NAMES: Record<StageMark['stage'], () => string> = {
  renewed: m.library_stage_renewed,
  production: m.library_stage_production,
  trailer: m.library_stage_trailer,
  premiere: m.library_stage_premiere,
}

function when({ date, place }: StageMark): string {
  if (date) return shortDate(date)
  // one that must have come and of which nobody wrote down when
  return place === 'done' ? m.library_stage_unknown() : place === 'later' ? m.library_stage_not_yet() : ''
}

/** The stages of a season, from its renewal to its first night. */
export function StageLine({ status }: { readonly status: SeasonStatus }) {
  return (
    <ol className={styles.stages}>
      {status.marks.map((mark) => (
        <li
          key={mark.stage}
          data-place={mark.place}
          data-unknown={mark.place === 'done' && mark.date === null}
          aria-current={mark.place === 'now' ? 'step' : undefined}
        >
          <b>{STAGE_NAMES[mark.stage]()}</b>
          <span>{when(mark)}</span>
        </li>
      ))}
    </ol>
  )
}
