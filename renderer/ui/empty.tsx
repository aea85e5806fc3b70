import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './empty.module.css'
import { Icon, type IconDrawing } from './icon'

interface EmptyProps {
  /** A sentence with one word in `<em>`: Nothing written <em>yet.</em> */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** What to do about it: the first is primary. */
  readonly actions?: ReactNode
  readonly icon: IconDrawing
  readonly tone?: 'gold' | 'danger'
  readonly level?: 1 | 2
}

/** A place with nothing in it, or something that went wrong in it: what is true, and what to do next. */
export function Empty({ title, children, actions, icon, tone = 'gold', level = 2 }: EmptyProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <span className={cx(styles.picture, styles[tone])}>
        <Icon of={icon} size="picture" />
      </span>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
