import type { ReactNode } from 'react'
import styles from './leader.module.css'

interface LeaderProps {
  readonly start: ReactNode
  readonly end: ReactNode
  readonly className?: string
}

/** Two ends joined by dots, as on a cast list. */
export function Leader({ start, end, className = '' }: LeaderProps) {
  return (
    <div className={`${styles.leader} ${className}`}>
      <span className={styles.start}>{start}</span>
      <i className={styles.dots} aria-hidden="true" />
      <span className={styles.end}>{end}</span>
    </div>
  )
}
