import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './odds-line.module.css'
import { percent } from './words'

interface OddsLineProps {
  /** What the crowd gives yes, in percent; undefined while nothing may be told. */
  readonly crowd: number | undefined
  /** What whoever guesses gives it. */
  readonly own: number | undefined
  readonly others: readonly {
    readonly id: string | null
    readonly name: string
    readonly colour: number
    readonly yes: number
  }[]
}

/**
 * How likely yes is, from left to right: an ink line for the crowd, a tick for each of the others, a pointer for whoever
 * guesses. A picture for the eye: what stands beside it must say the same.
 */
export const OddsLine = ({ crowd, own, others }: OddsLineProps) => (
  <span className={styles.line} aria-hidden="true">
    {crowd !== undefined && <b style={{ width: `${crowd}%` }} />}
    {others.map(({ id, name, colour, yes }) => (
      <i
        key={id}
        title={`${name} ${percent(yes)}`}
        style={{ left: `${yes}%`, background: `var(--p${colour})` }}
      />
    ))}
    {own !== undefined && <i className={cx(styles.you)} style={{ left: `${own}%` }} />}
  </span>
)

/** The percentage that stands at the end of the line. */
export const OddsFigure = ({ children }: { readonly children: ReactNode }) => (
  <b className={styles.figure}>{children}</b>
)
