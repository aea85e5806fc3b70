import { z } from 'zod'
import type { Ms } from '../time'

/** No show has more episodes. */
export const LAST_ORDINAL = 100_000

/** The place of an episode in a show, counted from 1 over all seasons. Specials have none. */
export const EpisodeOrdinal = z.int().min(1).max(LAST_ORDINAL).brand<'EpisodeOrdinal'>()
export type EpisodeOrdinal = z.infer<typeof EpisodeOrdinal>

/** The episode after which a text is safe, or null for a text that was never a secret. */
export const SafeAfter = EpisodeOrdinal.nullable()
export type SafeAfter = z.infer<typeof SafeAfter>

/**
 * A stamp that may open in the middle of its episode: `fromMs` is the moment of the episode `after` from which
 * the text is safe for somebody who is watching it; null when only its end opens it. `of` is the episode that the
 * text tells of, where it tells of one: whoever passed that over is not told, however late the text is safe.
 */
export interface Stamp {
  readonly after: SafeAfter | undefined
  readonly fromMs: Ms | null | undefined
  readonly of?: SafeAfter | undefined
}

/** How far a person has come: the ordinal of the last episode they know, 0 before the first. */
export const Reach = z.int().min(0).max(100_000).brand<'Reach'>()
export type Reach = z.infer<typeof Reach>

/** What a veil hides at least, as a person chose: texts always, and more unless they want it open. */
export const VeilChoices = z.strictObject({
  /** Titles of later episodes are veiled. */
  titles: z.boolean(),
  /** Names of characters and actors who come later are veiled. */
  names: z.boolean(),
  /** The title of the very next episode is shown, whatever `titles` says. */
  nextTitle: z.boolean(),
  /** Pictures of what has not been reached are hidden. Who chose before there were any hides them. */
  images: z.boolean().default(true),
})
export type VeilChoices = z.infer<typeof VeilChoices>

/**
 * Everything that decides what is open for a person in one show. `reach` counts in story order, whatever order
 * is watched in. `skipped` are specials within the reach that were passed over: they stay veiled until they
 * are seen. `running` is the episode that is on now and how far it has run: the first one past the reach, or a
 * special that was passed over.
 * `choices` say what a veil hides beside texts. `told` is the last ordinal of the seasons that may be known at
 * all: a veil does not name an episode of a hidden one.
 */
export interface Horizon {
  readonly reach: Reach
  readonly skipped: ReadonlySet<number>
  readonly running: { readonly ordinal: EpisodeOrdinal; readonly positionMs: Ms } | null
  readonly choices: VeilChoices
  readonly told: number
}

/**
 * What stands in place of a text beyond the reach. It carries nothing that depends on the text:
 * no id, no length, no kind. `safeAfter` is null when the stamp itself is not known.
 */
export const Veil = z.strictObject({ veiled: z.literal(true), safeAfter: EpisodeOrdinal.nullable() })
export type Veil = z.infer<typeof Veil>

/** Marks an object as something that the core may have to veil. */
export function spoilable<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.discriminatedUnion('veiled', [Veil, z.strictObject({ veiled: z.literal(false), ...shape })])
}

/** The lifted side of a spoilable type. */
export type Lifted<T extends { veiled: boolean }> = Extract<T, { veiled: false }>

/** One item behind a veil, lifted for one look. */
export const Peeked = z.strictObject({ heading: z.string().nullable(), text: z.string() })
export type Peeked = z.infer<typeof Peeked>

/** Which veil of a list: counted from 0 among the veils only, in the order in which they are answered. */
export const Nth = z.int().min(0).max(10_000)
