import { m } from '@shared/messages'
import { cx } from '../../../ui/cx'
import { OddsFigure, OddsLine } from '../../../ui/odds-line'
import { percent } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { CardButton } from '../card/card-button'
import type { OpenCard } from '../lanes/lanes'
import styles from './odds-strip.module.css'

/** How likely yes is, as the crowd and whoever guesses see it; pressed, it asks for one's own odds. */
export function OddsStrip({ card }: { readonly card: OpenCard }) {
  const { people, as, openLayer } = useBoardTools()
  const { crowd, own, others } = people.yes(card.odds, as)
  const spoken = [
    crowd === undefined ? null : m.boards_crowd({ odds: percent(crowd) }),
    own === undefined ? null : m.boards_yours({ odds: percent(own) }),
  ].filter((words) => words !== null)
  return (
    <CardButton
      className={cx(styles.strip)}
      aria-label={m.boards_odds_change({ odds: spoken.join(', ') })}
      onClick={() => openLayer({ kind: 'odds', id: card.id })}
    >
      <OddsLine crowd={crowd} own={own} others={others} />
      <OddsFigure>{percent(crowd ?? own ?? 0)}</OddsFigure>
    </CardButton>
  )
}
