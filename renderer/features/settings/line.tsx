import type { ReactNode } from 'react'
import styles from './line.module.css'

interface LineProps {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}

/** One setting or fact: its words, and its control or value at the end. */
export const Line = ({ title, text, children }: LineProps) => (
  <div className={styles.line}>
    <div>
      <b>{title}</b>
      {text && <p>{text}</p>}
    </div>
    <div className={styles.end}>{children}</div>
  </div>
)
