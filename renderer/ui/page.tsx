import type { ReactNode } from 'react'
import styles from './page.module.css'

interface PageProps {
  readonly children: ReactNode
  /** `flow` scrolls as a whole; `fixed` fills the window, and its own panes scroll. */
  readonly frame?: 'flow' | 'fixed'
  readonly className?: string
}

/** The frame of a page: its padding and how it scrolls. */
export function Page({ children, frame = 'flow', className = '' }: PageProps) {
  return (
    <div
      className={`${styles.page} ${styles[frame]} ${className}`}
      data-scrolls={frame === 'flow' || undefined}
    >
      {children}
    </div>
  )
}

interface PageHeadProps {
  /** The page's name, maybe with one word in `<em>`. */
  readonly title: ReactNode
  /** One line under the title. */
  readonly under?: ReactNode
  /** Controls at the end of the line. */
  readonly children?: ReactNode
}

/** A page's title, with its controls at the far end. */
export function PageHead({ title, under, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className="t-h1">{title}</h1>
        {under && <p className={styles.under}>{under}</p>}
      </div>
      {children && <div className={styles.end}>{children}</div>}
    </header>
  )
}
