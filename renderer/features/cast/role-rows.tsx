import { m } from '@shared/messages'
import { SectionHead } from '../../ui/head'
import { Leader } from '../../ui/leader'
import { spelled } from '../../ui/words'
import { appearances } from './appearances'
import type { EpisodeMarks } from './episode-marks'
import type { CastGroup, Group } from './grouping'
import { RoleLink } from './role-link'
import styles from './role-rows.module.css'

const TITLES: Record<Group, () => string> = {
  lead: m.cast_group_lead,
  recurring: m.cast_group_recurring,
  guest: m.cast_group_guest,
  crew: m.cast_group_crew,
}

function countOf({ group, met, veils }: CastGroup): string {
  const known = { count: met.length, spelled: spelled(met.length) }
  const parts = [
    met.length > 0 && (group === 'crew' ? m.cast_people(known) : m.cast_met(known)),
    veils.length > 0 && m.cast_veiled({ count: veils.length, spelled: spelled(veils.length) }),
  ]
  return parts.filter(Boolean).join(', ')
}

interface RoleRowsProps {
  readonly group: CastGroup
  readonly marks: EpisodeMarks
  readonly selected: string | null
}

/** Roles as the lines of a programme: name, dots, actor, where they have been seen. */
export function RoleRows({ group, marks, selected }: RoleRowsProps) {
  const id = `cast-${group.group}`
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={TITLES[group.group]()} end={countOf(group)} />
      {group.met.length > 0 && (
        <ul className={styles.rows}>
          {group.met.map((role) => (
            <li
              key={role.id}
              className={styles.row}
              data-role={role.id}
              data-selected={role.id === selected || undefined}
            >
              <Leader
                start={<RoleLink role={role} selected={role.id === selected} />}
                end={
                  <span className={styles.end}>
                    <span className={styles.actor}>{role.actor ?? role.work ?? m.cast_actor_unknown()}</span>
                    {group.group !== 'crew' && (
                      <span className={styles.seen}>
                        {appearances(role.seenIn, marks.placeOf, marks.seasons)}
                      </span>
                    )}
                  </span>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
