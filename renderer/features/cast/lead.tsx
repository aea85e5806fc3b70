import type { Picture } from '@shared/library/picture-schema'
import { Plate } from '../../ui/plate'
import { Veil } from '../../ui/veil'
import type { EpisodeMarks } from './episode-marks'
import { FactList } from './fact-list'
import { headlines, type MetRole } from './grouping'
import styles from './lead.module.css'
import { RoleLink } from './role-link'

/** J and Q hang below the line and would lose their tails in a low plate. */
const letterSize = (name: string) => (/^[JQ]/.test(name) ? 66 : 104)

/** How many facts a plate has room for. */
const ROOM = 2

interface LeadProps {
  readonly role: MetRole
  readonly marks: EpisodeMarks
  readonly selected: boolean
  readonly portrait: Picture | null
}

/** A leading role: its plate, who plays it, the newest facts. */
export function Lead({ role, marks, selected, portrait }: LeadProps) {
  return (
    <li className={styles.role} data-role={role.id} data-selected={selected || undefined}>
      <Plate
        tone={role.tone}
        initial={role.shortName.charAt(0)}
        size={letterSize(role.shortName)}
        picture={portrait}
        className={styles.plate ?? ''}
      />
      <h3 className={styles.name}>
        <RoleLink role={role} selected={selected} />
      </h3>
      {role.actor && <p className={styles.actor}>{role.actor}</p>}
      <FactList facts={headlines(role, ROOM)} marks={marks}>
        {marks.next && <Veil safeAfter={marks.next} className={styles.veil ?? ''} />}
      </FactList>
    </li>
  )
}
