import type { CardKind, Lane } from '@shared/boards/schema'
import { m } from '@shared/messages'

/** What a lane is called. */
export const LANE_WORDS: Readonly<Record<Lane, () => string>> = {
  questions: m.boards_lane_questions,
  theories: m.boards_lane_theories,
  predictions: m.boards_lane_predictions,
  resolved: m.boards_lane_resolved,
}

/** What a card of this kind is called. */
export const KIND_WORDS: Readonly<Record<CardKind, () => string>> = {
  question: m.boards_kind_question,
  theory: m.boards_kind_theory,
  prediction: m.boards_kind_prediction,
}

/** What the form asks for. */
export const TEXT_WORDS: Readonly<Record<CardKind, () => string>> = {
  question: m.boards_text_question,
  theory: m.boards_text_theory,
  prediction: m.boards_text_prediction,
}

/** The kind that is added from a lane; a resolved card begins as something else. */
export const KIND_OF_LANE: Readonly<Record<Lane, CardKind | null>> = {
  questions: 'question',
  theories: 'theory',
  predictions: 'prediction',
  resolved: null,
}
