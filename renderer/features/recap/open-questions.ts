import type { Board } from '@shared/boards/schema'

/** Something on the board that the show has not answered within the reach. */
export interface OpenQuestion {
  readonly id: string
  readonly text: string
  /** The episode that raised it. */
  readonly ordinal: number | null
  readonly mine: boolean
}

/**
 * What is open on the board: the person's own cards first, then what the pack asks. A card that was resolved, or
 * that the show has answered, is open no longer; one behind the veil is not there.
 */
export function openQuestions(board: Board): OpenQuestion[] {
  const open = board.lanes
    .filter(({ lane }) => lane !== 'resolved')
    .flatMap(({ cards }) => cards)
    .flatMap((card) =>
      card.veiled || card.answer !== null
        ? []
        : [{ id: card.id, text: card.text, ordinal: card.ordinal, mine: card.origin === 'mine' }],
    )
  return [...open.filter(({ mine }) => mine), ...open.filter(({ mine }) => !mine)]
}
