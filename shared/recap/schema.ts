import { z } from 'zod'
import { RoleName } from '../cast/schema'
import { EpisodeId, ItemId, ThreadId } from '../ids'
import { EpisodeDetails, Source } from '../library/schema'
import { IsoTime } from '../time'
import { EpisodeOrdinal, Reach, spoilable } from '../veil/schema'

/** A storyline. */
export const Thread = spoilable({ id: ThreadId, name: z.string() })
export type Thread = z.infer<typeof Thread>

/** One fact of the plot, one sentence. */
export const Beat = spoilable({
  id: ItemId,
  text: z.string(),
  threads: z.array(ThreadId),
  roles: z.array(RoleName),
  sources: z.array(Source),
})
export type Beat = z.infer<typeof Beat>

/** Where things stand when an episode ends. */
export const Standing = spoilable({ text: z.string() })
export type Standing = z.infer<typeof Standing>

export const RecapEpisode = z.strictObject({
  id: EpisodeId,
  season: z.int(),
  number: z.int(),
  ordinal: EpisodeOrdinal,
  details: EpisodeDetails,
  viewings: z.int().min(0),
  lastWatchedAt: IsoTime.nullable(),
  beats: z.array(Beat),
})
export type RecapEpisode = z.infer<typeof RecapEpisode>

/** "Previously on…" for exactly the reach. */
export const Recap = z.strictObject({
  reach: Reach.nullable(),
  /** Where things stand after the last episode reached; null before the first, or when nobody wrote it. */
  standing: Standing.nullable(),
  threads: z.array(Thread),
  episodes: z.array(RecapEpisode),
})
export type Recap = z.infer<typeof Recap>
