import { m } from '@shared/messages'
import type { ShowPictures } from '../../api/pictures'
import { SectionHead } from '../../ui/head'
import { Icon } from '../../ui/icon'
import { keyedVeils } from '../../ui/keyed-veils'
import { IconVeil } from '../../ui/marks'
import { spelled } from '../../ui/words'
import type { EpisodeMarks } from './episode-marks'
import type { CastGroup } from './grouping'
import { Lead } from './lead'
import styles from './leads.module.css'

interface LeadsProps {
  readonly group: CastGroup
  readonly marks: EpisodeMarks
  readonly selected: string | null
  readonly portrait: ShowPictures['portrait']
}

/** The leading roles as plates, and a curtain for each that is still to come. */
export function Leads({ group: { met, veils }, marks, selected, portrait }: LeadsProps) {
  const count = m.cast_leads_count({ count: met.length, spelled: spelled(met.length) })
  return (
    <section aria-labelledby="cast-leads">
      <SectionHead id="cast-leads" title={m.cast_group_lead()} end={met.length > 0 ? count : null} />
      <ul className={styles.grid}>
        {met.map((role) => (
          <Lead
            key={role.id}
            role={role}
            marks={marks}
            selected={role.id === selected}
            portrait={portrait(role.id)}
          />
        ))}
        {keyedVeils(veils).map(({ key, veil }) => (
          <li key={key} className={styles.curtain}>
            <Icon of={IconVeil} size="lg" />
            <b>{m.cast_new_role()}</b>
            <span>
              {veil.safeAfter !== null && marks.label(veil.safeAfter) !== null
                ? m.app_veil_safe_after({ episode: marks.label(veil.safeAfter) ?? '' })
                : m.app_veil_unknown()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
