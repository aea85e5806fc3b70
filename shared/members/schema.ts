import { z } from 'zod'
import { MemberId } from '../ids'
import { IsoTime } from '../time'

/** One of eight inks, by its place in the tokens: `--p1` to `--p8`. */
export const MemberColour = z.int().min(1).max(8)

/** Somebody who sits beside the person, or the person. Who has left stays the author of what they wrote. */
export const Member = z.strictObject({
  id: MemberId,
  /** Empty only for the person, who may stay unnamed. */
  name: z.string(),
  colour: MemberColour,
  me: z.boolean(),
  leftAt: IsoTime.nullable(),
})
export type Member = z.infer<typeof Member>

/** A member on the way to disk. The writer makes the id; the one who is `me` keeps the id that they have. */
export const MemberDraft = z
  .strictObject({
    id: MemberId,
    name: z.string().trim().max(60),
    colour: MemberColour,
    me: z.boolean(),
  })
  .refine(({ name, me }) => me || name !== '', { message: 'somebody else needs a name', path: ['name'] })
export type MemberDraft = z.infer<typeof MemberDraft>

export const OfMember = z.strictObject({ memberId: MemberId })
