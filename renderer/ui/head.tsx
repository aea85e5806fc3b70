import type { ReactNode } from 'react'
import styles from './head.module.css'

interface SectionHeadProps {
  readonly title: ReactNode
  /** A link, a count or a hint after the hairline. */
  readonly end?: ReactNode
  readonly level?: 2 | 3
  /** For `aria-labelledby` of the section. */
  readonly id?: string
}

/** A section's title with a hairline that runs to the end of the column. */
export function SectionHead({ title, end, level = 2, id }: SectionHeadProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.head}>
      <Title className={styles.title} {...(id ? { id } : {})}>
        {title}
      </Title>
      <span className={styles.line} />
      {end !== undefined && end !== null && <span className={styles.end}>{end}</span>}
    </div>
  )
}
