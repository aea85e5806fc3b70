import { Link } from '@tanstack/react-router'
import type { MetRole } from './grouping'
import styles from './role-link.module.css'

/** A role's name, which leads to its page and covers all of its plate or line. */
export function RoleLink({ role, selected }: { readonly role: MetRole; readonly selected: boolean }) {
  return (
    <Link
      to="/cast/$roleId"
      params={{ roleId: role.id }}
      className={styles.link}
      draggable={false}
      {...(selected ? { 'aria-current': 'true' as const } : {})}
    >
      {role.name}
    </Link>
  )
}
