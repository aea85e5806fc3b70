import { z } from 'zod'
import { CardKind } from '../exchange/pack-schema'
import { CardId, ShowId } from '../ids'
import { IsoTime } from '../time'
import { EpisodeOrdinal, Nth, SafeAfter, spoilable } from '../veil/schema'

export { CardKind } from '../exchange/pack-schema'

/** The lanes of a board, from left to right. */
export const Lane = z.enum(['questions', 'theories', 'predictions', 'resolved'])
export type Lane = z.infer<typeof Lane>

export const Outcome = z.enum(['yes', 'no', 'partly', 'open'])
export type Outcome = z.infer<typeof Outcome>

/** What the show itself answered, once the reading line has passed it. */
export const Answer = spoilable({ ordinal: EpisodeOrdinal, outcome: Outcome, text: z.string() })
export type Answer = z.infer<typeof Answer>

export const Card = spoilable({
  id: CardId,
  kind: CardKind,
  text: z.string(),
  details: z.string(),
  /** Whether a pack brought the card or the person wrote it. */
  origin: z.enum(['pack', 'mine']),
  /** The episode that raised it; null for a card without a place in the show. */
  ordinal: EpisodeOrdinal.nullable(),
  answer: Answer.nullable(),
  /** The episode after which its author says that it is safe. */
  safeAfter: SafeAfter,
  createdAt: IsoTime,
  updatedAt: IsoTime,
})
export type Card = z.infer<typeof Card>

export const BoardLane = z.strictObject({ lane: Lane, cards: z.array(Card) })
export const Board = z.strictObject({ lanes: z.array(BoardLane) })
export type Board = z.infer<typeof Board>

/** A card on its way to disk; the writer makes the id. */
export const CardDraft = z.strictObject({
  id: CardId,
  showId: ShowId,
  kind: CardKind,
  text: z.string().trim().min(1).max(300),
  details: z.string().max(5000),
  ordinal: EpisodeOrdinal.nullable(),
  /** The episode after which its author says that it is safe; left out, it is the one it belongs to. */
  safeAfter: SafeAfter.optional(),
})
export type CardDraft = z.infer<typeof CardDraft>

/**
 * Puts a card into a lane, before another card or, with null, at the end. The lane says what the card is from
 * then on; `kind` is for taking a move out of `resolved` back, where a card stays what it was.
 */
export const MoveCard = z.strictObject({
  id: CardId,
  lane: Lane,
  before: CardId.nullable(),
  kind: CardKind.optional(),
})
export type MoveCard = z.infer<typeof MoveCard>

export const OfCard = z.strictObject({ id: CardId })

/** One veiled card: the nth veil of its lane. */
export const BoardPeek = z.strictObject({ showId: ShowId, lane: Lane, nth: Nth })
export type BoardPeek = z.infer<typeof BoardPeek>
