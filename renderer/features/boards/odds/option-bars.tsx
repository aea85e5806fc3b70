import { m } from '@shared/messages'
import { cx } from '../../../ui/cx'
import { percent } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { optionNames } from '../board-words'
import { CardButton } from '../card/card-button'
import type { OpenCard } from '../lanes/lanes'
import styles from './option-bars.module.css'

/** The options of a choice or a number: what the crowd gives each of them, and a pointer at one's own odds. */
export function OptionBars({ card }: { readonly card: OpenCard }) {
  const { people, as, openLayer } = useBoardTools()
  const { standing, crowd } = card.odds
  const mine = people.own(as)
  const own = standing.find(({ memberId }) => mine.has(memberId))?.odds
  const names = optionNames(card.form)
  const outcome = card.verdict && !card.verdict.veiled ? card.verdict.outcome : null
  const shown = crowd ?? own ?? null
  return (
    <CardButton
      className={cx(styles.options)}
      aria-label={m.boards_odds_change({
        odds: names
          .map((option, at) => m.boards_option_odds({ option, odds: percent(shown?.[at] ?? 0) }))
          .join(', '),
      })}
      onClick={() => openLayer({ kind: 'odds', id: card.id })}
    >
      {names.map((name, at) => {
        const value = shown?.[at]
        const yours = own?.[at]
        return (
          // the options of a form never change their places
          <span
            key={name}
            className={styles.option}
            data-decided={outcome === at || undefined}
            aria-hidden="true"
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.figure}>{value === undefined ? '–' : percent(value)}</span>
            <span className={styles.bar}>
              {value !== undefined && <b style={{ width: `${value}%` }} />}
              {yours !== undefined && <i style={{ left: `${yours}%` }} />}
            </span>
          </span>
        )
      })}
    </CardButton>
  )
}
