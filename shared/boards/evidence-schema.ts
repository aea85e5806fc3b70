import { z } from 'zod'
import { CardId, ItemId, NoteId } from '../ids'
import { Ms } from '../time'
import { EpisodeOrdinal, spoilable } from '../veil/schema'

/** The most that one card rests on. */
export const MOST_EVIDENCE = 100
const Words = z.string().trim().min(1).max(2000)

/**
 * What a card may rest on. Times are positions in the episode. A quote is what the person says was said; a line is
 * one of a subtitle, taken over with its words, so that it stays when the subtitle goes.
 */
export const Ground = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('note'), noteId: NoteId }),
  z.strictObject({ is: z.literal('quote'), ordinal: EpisodeOrdinal, atMs: Ms.nullable(), text: Words }),
  z.strictObject({ is: z.literal('line'), ordinal: EpisodeOrdinal, atMs: Ms, text: Words }),
  z.strictObject({ is: z.literal('beat'), beatId: ItemId }),
  z.strictObject({ is: z.literal('moment'), ordinal: EpisodeOrdinal, atMs: Ms }),
])
export type Ground = z.infer<typeof Ground>

export const Stance = z.enum(['for', 'against'])
export type Stance = z.infer<typeof Stance>

/** Evidence on its way to disk; the writer makes the id. */
export const EvidenceDraft = z.strictObject({ id: ItemId, stance: Stance, ground: Ground })
export type EvidenceDraft = z.infer<typeof EvidenceDraft>

const chip = {
  id: ItemId,
  stance: Stance,
  is: z.enum(['note', 'quote', 'line', 'beat', 'moment']),
  /** Where it opens; null for a note on the whole show. */
  ordinal: EpisodeOrdinal.nullable(),
  atMs: Ms.nullable(),
  /** The note or the beat that it was taken from is there no more. Its moment is kept. */
  gone: z.boolean(),
}

/** Evidence as a card of the board shows it: a stance and a moment. */
export const Chip = spoilable(chip)
export type Chip = z.infer<typeof Chip>

/** Evidence as the card's own page shows it. */
export const Evidence = spoilable({
  ...chip,
  noteId: NoteId.nullable(),
  /** What the note, the quote, the line or the beat says, without marks of Markdown; null where nothing is said. */
  text: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** A moment of an episode on which a card rests, of those that may be told: for the strip of the episode. */
export const EvidenceMoment = z.strictObject({
  id: ItemId,
  cardId: CardId,
  /** What the card says. */
  text: z.string(),
  stance: Stance,
  atMs: Ms,
})
export type EvidenceMoment = z.infer<typeof EvidenceMoment>
