import { z } from 'zod'
import { RoleName } from '../cast/schema'
import { ItemId, ShowId, ThreadId } from '../ids'
import { IsoTime, Ms } from '../time'
import { EpisodeOrdinal, Reach, SafeAfter, spoilable } from '../veil/schema'

/** Where things stand when an episode ends. */
export const Standing = spoilable({ text: z.string() })
export type Standing = z.infer<typeof Standing>

/** Where a person is in the story: all that the front page shows of a recap. */
export const WhereThingsStand = z.strictObject({
  reach: Reach.nullable(),
  /** Where things stand after the last episode reached; null before the first, or when nobody wrote it. */
  standing: Standing.nullable(),
})
export type WhereThingsStand = z.infer<typeof WhereThingsStand>

/** How many episodes one page of a recap tells of. Their beats are read and sent within a frame (`npm run bench`). */
export const EPISODES_A_PAGE = 25

/** A page of a recap, counted from 0: page 1 begins after the 25th episode. */
export const OfRecapPage = z.strictObject({ showId: ShowId, page: z.int().min(0).max(4000) })
export type OfRecapPage = z.infer<typeof OfRecapPage>

/** A row of the beat columns, counted from 0. */
const BeatIndex = z.int().min(0)
/** Rows of the beat columns, ascending. */
const BeatIndexes = z.array(BeatIndex)

/**
 * Beats up to the reach, in columns: what stands at one place in each belongs together. In the order of the
 * story. A long show has thousands, and columns cross from process to process several times faster than rows.
 */
export const BeatColumns = z.strictObject({
  id: z.array(ItemId),
  /** The episode that a beat belongs to. */
  ordinal: z.array(EpisodeOrdinal),
  /** One fact of the plot, one sentence. */
  text: z.array(z.string()),
  /** The moment of the episode at which it comes, where the pack knows it. */
  fromMs: z.array(Ms.nullable()),
})
export type BeatColumns = z.infer<typeof BeatColumns>

/** A storyline that may be known, with its beats. `order`: its place among all of those, whatever page they are on. */
export const RecapThread = z.strictObject({
  id: ThreadId,
  name: z.string(),
  order: z.int().min(0),
  beats: BeatIndexes,
})
export type RecapThread = z.infer<typeof RecapThread>

/** A character who may be known, with the beats that they are in. `order`: their place among all of those. */
export const RecapRole = z.strictObject({ role: RoleName, order: z.int().min(0), beats: BeatIndexes })
export type RecapRole = z.infer<typeof RecapRole>

/** The last viewing of an episode within the reach that has a date. */
export const LastSeen = z.strictObject({
  ordinal: EpisodeOrdinal,
  at: IsoTime,
  /** Whole days between then and now; 0 also for a date to come. */
  days: z.int().min(0),
})
export type LastSeen = z.infer<typeof LastSeen>

/** One page of "Previously on…", for exactly the reach. */
export const RecapPage = z.strictObject({
  ...WhereThingsStand.shape,
  /** How many pages there are; at least one. */
  pages: z.int().min(1),
  lastSeen: LastSeen.nullable(),
  beats: BeatColumns,
  /** By order of the pack; those without an open beat on this page are left out. */
  threads: z.array(RecapThread),
  /** By order of billing; those without an open beat on this page are left out. */
  roles: z.array(RecapRole),
  /** Which beat of this page builds on which other open one, which may stand on an earlier page. */
  links: z.strictObject({ beat: z.array(BeatIndex), on: z.array(ItemId) }),
  /** One entry for each beat that waits: its episode, and after which one it is safe. */
  veils: z.strictObject({ ordinal: z.array(EpisodeOrdinal), safeAfter: z.array(SafeAfter) }),
})
export type RecapPage = z.infer<typeof RecapPage>
