import type { CardKind, Lane } from './schema'

const LANE_OF: Record<CardKind, Lane> = {
  question: 'questions',
  theory: 'theories',
  prediction: 'predictions',
}
const KIND_OF: Record<Lane, CardKind | null> = {
  questions: 'question',
  theories: 'theory',
  predictions: 'prediction',
  resolved: null,
}

/** The lane in which a new card of this kind begins. */
export const laneOf = (kind: CardKind): Lane => LANE_OF[kind]

/** What a card is once it lies in a lane: the open lanes say it, a resolved card stays what it was. */
export const kindIn = (lane: Lane, kind: CardKind): CardKind => KIND_OF[lane] ?? kind

/**
 * The order of a lane after a card was put into it.
 *
 * @param lane the ids in the lane, in order; may already hold the card
 * @param id the card that moves
 * @param before the card that shall follow it; null, or one that is not there, means the end
 */
export function placeCard<Id extends string>(lane: readonly Id[], id: Id, before: Id | null): Id[] {
  if (before === id) return [...lane]
  const others = lane.filter((other) => other !== id)
  const at = before === null ? -1 : others.indexOf(before)
  return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)]
}
