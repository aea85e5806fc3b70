import { m } from '@shared/messages'
import { cx } from '../../../ui/cx'
import { useBoardTools } from '../board-context'
import { percent } from '../board-words'
import { CardButton } from '../card/card-button'
import type { OpenCard } from '../lanes/lanes'
import styles from './odds-strip.module.css'

/** How likely yes is: an ink line for the crowd, a tick for each of the others, a pointer for whoever guesses. */
export function OddsStrip({ card }: { readonly card: OpenCard }) {
  const { people, as, openLayer } = useBoardTools()
  const { standing, crowd } = card.odds
  const mine = people.own(as)
  const own = standing.find(({ memberId }) => mine.has(memberId))
  const others = standing.filter((one) => one !== own)
  const yours = own?.odds[0]
  const crowds = crowd?.[0]
  const spoken = [
    crowds === undefined ? null : m.boards_crowd({ odds: percent(crowds) }),
    yours === undefined ? null : m.boards_yours({ odds: percent(yours) }),
  ].filter((words) => words !== null)
  return (
    <CardButton
      className={cx(styles.strip)}
      aria-label={m.boards_odds_change({ odds: spoken.join(', ') })}
      onClick={() => openLayer({ kind: 'odds', id: card.id })}
    >
      <span className={styles.line} aria-hidden="true">
        {crowds !== undefined && <b style={{ width: `${crowds}%` }} />}
        {others.map(({ memberId, odds: [yes = 0] }) => {
          const { name, colour } = people.of(memberId)
          return (
            <i
              key={memberId}
              title={`${name} ${percent(yes)}`}
              style={{ left: `${yes}%`, background: `var(--p${colour})` }}
            />
          )
        })}
        {yours !== undefined && <i className={cx(styles.you)} style={{ left: `${yours}%` }} />}
      </span>
      <b className={styles.figure}>{percent(crowds ?? yours ?? 0)}</b>
    </CardButton>
  )
}
