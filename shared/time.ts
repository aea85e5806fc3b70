import { z } from 'zod'
import { DAY_MS } from './day'

/** A length or a position in milliseconds, never seconds: 0 to 24 hours. */
export const Ms = z.int().min(0).max(DAY_MS).brand<'Ms'>()
export type Ms = z.infer<typeof Ms>

/** A calendar day without a time zone: `2021-05-03`. */
export const IsoDate = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** A moment in UTC with milliseconds: `2021-05-03T18:30:00.000Z`. */
export const IsoTime = z.iso.datetime({ precision: 3 }).brand<'IsoTime'>()
export type IsoTime = z.infer<typeof IsoTime>
