import type { Form } from './odds-schema'
import type { CardKind, LaneRole } from './schema'

const LANE_OF: Record<CardKind, LaneRole> = {
  question: 'questions',
  theory: 'theories',
  prediction: 'predictions',
}
const KIND_OF: Record<LaneRole, CardKind | null> = {
  questions: 'question',
  theories: 'theory',
  predictions: 'prediction',
  resolved: null,
}

/** The role of the lane in which a new card of this kind begins. */
export const laneOf = (kind: CardKind): LaneRole => LANE_OF[kind]

/**
 * What a card is once it lies in a lane: the first three lanes say it; in the resolved one, and in one that a person
 * has added, it stays what it was.
 */
export const kindIn = (role: LaneRole | null, kind: CardKind): CardKind =>
  (role === null ? null : KIND_OF[role]) ?? kind

/** How many options a form has. */
export const optionsOf = (form: Form): number =>
  form.is === 'yes-no' ? 2 : form.is === 'choice' ? form.options.length : form.edges.length + 1

/** The mean of several odds, in percent; null where there are none. */
export function meanOdds(odds: readonly (readonly number[])[]): number[] | null {
  const [first] = odds
  if (!first) return null
  return first.map((_option, at) => odds.reduce((sum, each) => sum + (each[at] ?? 0), 0) / odds.length)
}
