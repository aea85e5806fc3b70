import { initialOf } from '@shared/members/rules'
import { cx } from './cx'
import styles from './who.module.css'

interface WhoProps {
  readonly name: string
  /** One of eight inks. */
  readonly colour: number
  readonly size?: 'sm' | 'md'
  /** The name stands beside the disc already. */
  readonly silent?: boolean
}

/** Somebody, as the first letter of their name on a disc of their ink. */
export function Who({ name, colour, size = 'md', silent = false }: WhoProps) {
  return (
    <span
      className={cx(styles.who, size === 'sm' && styles.sm)}
      style={{ background: `var(--p${colour})` }}
      {...(silent ? { 'aria-hidden': true } : { title: name, role: 'img', 'aria-label': name })}
    >
      {initialOf(name)}
    </span>
  )
}
