import { z } from 'zod'
import { CardKind } from '../exchange/pack-schema'
import { CardId, NoteId } from '../ids'
import { NoteKind } from '../notes/schema'
import { Ms } from '../time'
import { EpisodeOrdinal } from '../veil/schema'

/** What names a role: the person's own notes and the cards of the board, as far as they may be read. */
export const Mentions = z.strictObject({
  /** The newest first. */
  notes: z
    .array(
      z.strictObject({
        id: NoteId,
        kind: NoteKind,
        title: z.string(),
        excerpt: z.string(),
        ordinal: EpisodeOrdinal.nullable(),
        atMs: Ms.nullable(),
      }),
    )
    .max(50),
  /** In the order of the board. */
  cards: z.array(z.strictObject({ id: CardId, kind: CardKind, text: z.string() })).max(50),
})
export type Mentions = z.infer<typeof Mentions>
