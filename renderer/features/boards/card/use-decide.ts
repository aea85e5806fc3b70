import type { Outcome } from '@shared/boards/odds-schema'
import { useShow } from '../../../api/current-show'
import type { BoardActs } from '../board-acts'
import { useBoardTools } from '../board-context'
import type { OpenCard } from '../lanes/lanes'

export type Decide = (card: OpenCard, outcome: Outcome | null) => void

/**
 * Decides cards, or opens them again. The episode that decided is the one in which the show answered, or the one that
 * the card closed with; without either, none is named.
 */
export function useDecideWith(acts: BoardActs): Decide {
  const { reach } = useShow()
  return (card, outcome) => {
    const { answer, closes } = card
    const closed = reach !== null && closes !== null && closes <= reach ? closes : null
    const answered = answer && !answer.veiled ? answer.ordinal : null
    void acts.resolve(card, { outcome, ordinal: outcome === null ? null : (answered ?? closed) })
  }
}

export const useDecide = (): Decide => useDecideWith(useBoardTools().acts)
