import { m } from '@shared/messages'
import type { Reaction } from '@shared/notes/schema'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import styles from './reaction-row.module.css'
import { REACTIONS } from './reactions'

interface ReactionRowProps {
  /** How often each was felt in this episode so far. */
  readonly counts: ReadonlyMap<Reaction, number>
  /** The one that was just kept. */
  readonly lit: Reaction | null
  readonly onReact: (reaction: Reaction) => void
}

/** Six feelings, one key each. */
export function ReactionRow({ counts, lit, onReact }: ReactionRowProps) {
  return (
    <ul className={styles.row} aria-label={m.watch_reactions()}>
      {REACTIONS.map(({ reaction, words, icon, key }) => {
        const count = counts.get(reaction) ?? 0
        return (
          <li key={reaction}>
            <Button
              className={cx(styles.reaction, lit === reaction && styles.lit)}
              aria-keyshortcuts={key}
              onPress={() => onReact(reaction)}
            >
              <Icon of={icon} size="lg" />
              <span className={styles.words} aria-hidden="true">
                {words()}
              </span>
              <span className="vh">{words()}</span>
              {count > 0 && <b className="num">{count}</b>}
              <span className={styles.key} aria-hidden="true">
                {key}
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
