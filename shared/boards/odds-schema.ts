import { z } from 'zod'
import { ItemId, MemberId } from '../ids'
import { IsoTime } from '../time'

/** The most options of a choice, and the most bins of a number. */
export const MOST_OPTIONS = 12

const Option = z.string().trim().min(1).max(120)
/** Edges between bins, rising: n edges make n + 1 bins, the outer two without an end. */
const Edges = z
  .array(z.number().min(-1e12).max(1e12))
  .min(1)
  .max(MOST_OPTIONS - 1)
  .refine((edges) => edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge)), {
    message: 'edges rise',
  })

/**
 * What can be guessed on a card. Every form has options that are counted from 0: yes is 0 and no is 1; a choice has
 * those it names; a number falls into one of the bins between its edges, an edge belonging to the bin above it.
 */
export const Form = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('yes-no') }),
  z.strictObject({
    is: z.literal('choice'),
    options: z
      .array(Option)
      .min(2)
      .max(MOST_OPTIONS)
      .refine(
        (options) => new Set(options.map((option) => option.toLocaleLowerCase())).size === options.length,
        {
          message: 'no option is there twice',
        },
      ),
  }),
  z.strictObject({ is: z.literal('bins'), unit: z.string().trim().max(40), edges: Edges }),
])
export type Form = z.infer<typeof Form>

/** Whole percents, one for every option of the form, 100 together. */
export const Odds = z
  .array(z.int().min(0).max(100))
  .min(2)
  .max(MOST_OPTIONS)
  .refine((odds) => odds.reduce((sum, each) => sum + each, 0) === 100, { message: 'odds sum to 100' })
export type Odds = z.infer<typeof Odds>

/** Which option came true, by its place in the form; void when the question fell through. */
export const Outcome = z.union([
  z
    .int()
    .min(0)
    .max(MOST_OPTIONS - 1),
  z.literal('void'),
])
export type Outcome = z.infer<typeof Outcome>

/** The odds of a member that stand. */
export const Standing = z.strictObject({ memberId: MemberId, odds: Odds, at: IsoTime })
export type Standing = z.infer<typeof Standing>

/** Odds that nobody can read yet, and the fingerprint that was made of them at once. */
export const Sealed = z.strictObject({
  memberId: MemberId,
  /** The first 12 hexadecimal digits of the commitment. */
  fingerprint: z.string().length(12),
  at: IsoTime,
})
export type Sealed = z.infer<typeof Sealed>

/** What is known of the odds on a card, to the member who asks. */
export const OddsOnCard = z.strictObject({
  /** How many members have given odds or sealed some. */
  given: z.int(),
  /** Others have given odds, and the one who asks has not yet: theirs are not told. */
  blind: z.boolean(),
  /** Everything that stands and may be told, the one who asks included. */
  standing: z.array(Standing).max(1000),
  sealed: z.array(Sealed).max(1000),
  /** The mean of what stands, in percent, not rounded; null when nothing may be told, or nobody gave odds. */
  crowd: z.array(z.number()).nullable(),
})
export type OddsOnCard = z.infer<typeof OddsOnCard>

/** One entry of the history of odds. */
export const OddsEntry = z.strictObject({
  id: ItemId,
  memberId: MemberId,
  at: IsoTime,
  /** Null while they are sealed, and for a seal that does not open. */
  odds: Odds.nullable(),
  /** They were given when the prediction was closed, so they do not count. */
  late: z.boolean(),
  /** For odds that were sealed. `matches` is null until the seal is opened. */
  seal: z
    .strictObject({
      fingerprint: z.string().length(12),
      openedAt: IsoTime.nullable(),
      matches: z.boolean().nullable(),
    })
    .nullable(),
})
export type OddsEntry = z.infer<typeof OddsEntry>
