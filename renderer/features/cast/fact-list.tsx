import type { RoleFact } from '@shared/cast/schema'
import type { ReactNode } from 'react'
import type { EpisodeMarks } from './episode-marks'
import styles from './fact-list.module.css'

interface FactListProps {
  readonly facts: readonly RoleFact[]
  readonly marks: EpisodeMarks
  /** A veil after the last fact. */
  readonly children?: ReactNode
}

/** Facts, each under the episode that showed it. */
export function FactList({ facts, marks, children }: FactListProps) {
  if (facts.length === 0 && !children) return null
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact.id} className={styles.fact}>
          <span className={styles.mark}>{marks.mark(fact.ordinal)}</span>
          <span>{fact.text}</span>
        </li>
      ))}
      {children && <li className={styles.veil}>{children}</li>}
    </ul>
  )
}
