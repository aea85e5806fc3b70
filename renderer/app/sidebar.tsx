import { m } from '@shared/messages'
import { Link, useRouterState } from '@tanstack/react-router'
import { cx } from '../ui/cx'
import { Icon } from '../ui/icon'
import { PLACES, type Place, placeOf, SETTINGS } from './places'
import { ShowPick } from './show-pick'
import styles from './sidebar.module.css'

interface EntryProps {
  readonly place: Place
  readonly current: boolean
  readonly railed: boolean
}

function Entry({ place: { to, name, icon, key }, current, railed }: EntryProps) {
  return (
    <li>
      <Link
        to={to}
        className={cx(styles.entry)}
        activeProps={{}}
        aria-current={current ? 'page' : undefined}
        {...(railed ? { title: name() } : {})}
      >
        <Icon of={icon} />
        <span className={railed ? 'vh' : styles.name}>{name()}</span>
        {!railed && key !== ',' && (
          <span className={cx('num', styles.number)} aria-hidden="true">
            {key}
          </span>
        )}
      </Link>
    </li>
  )
}

/** The show that is open and the app's places. Folded, it shows their icons only. */
export function Sidebar({ railed }: { readonly railed: boolean }) {
  const current = useRouterState({ select: ({ location }) => placeOf(location.pathname) })
  return (
    <aside className={styles.sidebar} data-railed={railed} aria-label={m.app_sidebar()}>
      {!railed && <ShowPick />}
      <nav aria-label={m.app_nav_label()}>
        <ul>
          {PLACES.map((place) => (
            <Entry key={place.place} place={place} current={current === place.place} railed={railed} />
          ))}
        </ul>
        <hr className={styles.gap} />
        <ul>
          <Entry place={SETTINGS} current={current === 'settings'} railed={railed} />
        </ul>
      </nav>
    </aside>
  )
}
