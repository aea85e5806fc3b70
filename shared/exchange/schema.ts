import { z } from 'zod'
import { ShowId } from '../ids'
import { Reach } from '../veil/schema'

/** A pack that came with the app. */
export const BundledPack = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  seasons: z.int(),
  episodes: z.int(),
  roles: z.int(),
  /** The show that it has already become, if it has. */
  showId: ShowId.nullable(),
  /** The last ordinal of the first season: what "season 1 watched" means. */
  firstSeasonEnds: Reach,
})
export type BundledPack = z.infer<typeof BundledPack>

export const StartWithPack = z.strictObject({
  packId: z.string().max(80),
  /** Mark this many episodes from the start as watched. */
  watchedThrough: Reach,
})
export type StartWithPack = z.infer<typeof StartWithPack>

/** A pack file that the person chose or dropped. */
export const PackFile = z.strictObject({
  name: z.string().max(500),
  bytes: z.instanceof(Uint8Array),
})
export type PackFile = z.infer<typeof PackFile>

export const PackProgress = z.strictObject({
  step: z.enum(['reading', 'checking', 'writing']),
  done: z.int(),
  of: z.int(),
})
export type PackProgress = z.infer<typeof PackProgress>

export const PackApplied = z.strictObject({ showId: ShowId, title: z.string(), items: z.int() })
export type PackApplied = z.infer<typeof PackApplied>
