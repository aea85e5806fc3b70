import type { CardScores as Scored } from '@shared/boards/scores-schema'
import type { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { Who } from '../../../ui/who'
import { percent } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import type { OpenCard } from '../lanes/lanes'
import { OddsRows } from '../odds/odds-rows'
import { OptionBars } from '../odds/option-bars'
import type { BoardChoice } from '../use-board'
import styles from './card-scores.module.css'
import { useResolved } from './skill-asks'
import { scoreFigure, toldOdds, toldOn, toneOf } from './skill-words'

type Seers = Scored['seers']
const Resolved = createContext<ReadonlyMap<CardId, Seers>>(new Map())

interface CardScoresProviderProps {
  readonly choice: BoardChoice
  readonly children: ReactNode
}

/** Asks once for the scores of all decided cards of a board. */
export function CardScoresProvider({ choice, children }: CardScoresProviderProps) {
  const { data } = useResolved(choice)
  const byCard = useMemo(() => new Map((data ?? []).map(({ cardId, seers }) => [cardId, seers])), [data])
  return <Resolved.Provider value={byCard}>{children}</Resolved.Provider>
}

/** On a decided card: who said what, and the Brier score of each, the nearest first. */
export function CardScores({ card }: { readonly card: OpenCard }) {
  const { people } = useBoardTools()
  const { form, verdict } = card
  const seers = useContext(Resolved).get(card.id) ?? []
  const outcome = verdict && !verdict.veiled ? verdict.outcome : null
  if (seers.length === 0 || outcome === null)
    return form.is === 'yes-no' ? <OddsRows card={card} isPlain /> : <OptionBars card={card} />
  const on = toldOn(form, outcome)
  return (
    <ul
      className={styles.scores}
      aria-label={on === null ? m.scores_brier() : m.scores_odds_on({ option: on })}
    >
      {seers.map(({ memberId, odds, brier }) => {
        const person = people.of(memberId)
        return (
          <li key={memberId}>
            <Who name={person.called} colour={person.colour} size="sm" />
            <span>{percent(toldOdds({ form, outcome }, odds))}</span>
            <span data-tone={toneOf(brier, odds.length) ?? undefined} title={m.scores_brier()}>
              {scoreFigure(brier, 2)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
