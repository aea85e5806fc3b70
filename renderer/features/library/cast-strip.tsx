import type { Role } from '@shared/cast/schema'
import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../api/ask'
import { usePictures } from '../../api/pictures'
import { TextLink } from '../../ui/button'
import { cx } from '../../ui/cx'
import { SectionHead } from '../../ui/head'
import { Plate } from '../../ui/plate'
import { spelled, spelledFirst } from '../../ui/words'
import styles from './cast-strip.module.css'

/** Seven plates fill the strip at the width for which the page is drawn. */
const MOST = 7

/** As many characters as a plate is wide. */
const ROOM = 17

/** A name as a poster shortens it when there is no room: `P. Leroy-Beaulieu`. */
function billed(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  return name.length > ROOM && rest.length > 0 ? `${first.charAt(0)}. ${rest.join(' ')}` : name
}

/** The leads as plates; each leads to its role. */
export function CastStrip({ showId }: { readonly showId: ShowId }) {
  const { data } = useAsk('cast', 'roles', { showId }, { keepLast: true })
  const { portrait } = usePictures(showId)
  const open = (group: Lifted<Role>['group']) =>
    (data?.groups.find((one) => one.group === group)?.roles ?? []).filter(
      (role): role is Lifted<Role> => !role.veiled,
    )
  const leads = open('lead')
  const recurring = open('recurring').length
  if (!data || leads.length === 0) return null
  const count =
    recurring > 0
      ? m.library_cast_count({ leads: spelledFirst(leads.length), recurring: spelled(recurring) })
      : m.library_cast_leads({ count: leads.length, leads: spelledFirst(leads.length) })
  return (
    <section>
      <SectionHead title={m.app_nav_cast()} end={<TextLink to="/cast">{count}</TextLink>} />
      <ul className={styles.strip}>
        {leads.slice(0, MOST).map((role) => (
          <li key={role.id}>
            <Link to="/cast/$roleId" params={{ roleId: role.id }} className={cx(styles.role)}>
              <Plate
                tone={role.tone}
                initial={role.shortName.charAt(0)}
                size={102}
                picture={portrait(role.id)}
                className={cx(styles.plate)}
              />
              <b>{role.shortName}</b>
              {role.actor && <small title={role.actor}>{billed(role.actor)}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
