import { z } from 'zod'
import { EpisodeId, ItemId, OrderId, SeasonId, ShowId } from '../ids'
import { IsoDate, IsoTime, Ms } from '../time'
import { EpisodeOrdinal, Nth, Reach, spoilable } from '../veil/schema'

/** Where a fact can be read again. */
export const Source = z.strictObject({
  title: z.string(),
  url: z.string().nullable(),
  date: IsoDate.nullable(),
})
export type Source = z.infer<typeof Source>

/**
 * How far a person reads. `reach` is null when nobody can tell, which veils everything stamped.
 * `byHand` says that the person moved the line themselves instead of letting watched episodes move it.
 */
export const Reading = z.strictObject({
  reach: Reach.nullable(),
  byHand: z.boolean(),
  /** The longest run of watched episodes from the start. */
  watchedRun: Reach,
  /** The episode that is on now and how far it has run; facts of that episode open as it goes. */
  running: z.strictObject({ episodeId: EpisodeId, ordinal: EpisodeOrdinal, positionMs: Ms }).nullable(),
})
export type Reading = z.infer<typeof Reading>

export const Show = z.strictObject({
  id: ShowId,
  title: z.string(),
  /** The word of the title that is set in italics. */
  emphasis: z.string().nullable(),
  creator: z.string().nullable(),
  network: z.string().nullable(),
  genre: z.string().nullable(),
  premise: z.string().nullable(),
  firstAired: IsoDate.nullable(),
  /** The day from which the show's pack looks at it; null for a show that was added by hand. */
  asOf: IsoDate.nullable(),
  packVersion: z.string().nullable(),
})
export type Show = z.infer<typeof Show>

export const EpisodeDetails = spoilable({
  title: z.string(),
  airDate: IsoDate.nullable(),
  runtimeMs: Ms.nullable(),
})
export type EpisodeDetails = z.infer<typeof EpisodeDetails>

/** An episode as every screen lists it: its place is open, its title is veiled beyond the reach. */
/** One to ten: half a star to five. */
export const HalfStars = z.int().min(1).max(10)
export type HalfStars = z.infer<typeof HalfStars>

export const Episode = z.strictObject({
  id: EpisodeId,
  season: z.int(),
  number: z.int(),
  ordinal: EpisodeOrdinal,
  /** Outside the numbered run: who passes it over goes on. */
  special: z.boolean(),
  details: EpisodeDetails,
  viewings: z.int().min(0),
  lastWatchedAt: IsoTime.nullable(),
  /** What the person gave it, in half stars; null when they did not say. */
  halfStars: HalfStars.nullable(),
})
export type Episode = z.infer<typeof Episode>

export const Season = z.strictObject({ id: SeasonId, number: z.int(), episodes: z.array(Episode) })
export type Season = z.infer<typeof Season>

/** An order to watch in, beside the story's own; all episodes that may be known, from first to last. */
export const EpisodeOrder = z.strictObject({ id: OrderId, name: z.string(), episodes: z.array(EpisodeId) })
export type EpisodeOrder = z.infer<typeof EpisodeOrder>

export const ShowPage = z.strictObject({
  show: Show,
  reading: Reading,
  seasons: z.array(Season),
  orders: z.array(EpisodeOrder),
  /** The order that the person watches in; null for the story's own. */
  orderId: OrderId.nullable(),
})
export type ShowPage = z.infer<typeof ShowPage>

export const ShowSummary = z.strictObject({
  id: ShowId,
  title: z.string(),
  seasons: z.int(),
  episodes: z.int(),
  reading: Reading,
})
export type ShowSummary = z.infer<typeof ShowSummary>

export const OfShow = z.strictObject({ showId: ShowId })
/** Marks one episode, or with `through` every episode up to it as well (or from it on, when unmarking). */
/** One episode of a show. */
export const OfEpisode = z.strictObject({ showId: ShowId, episodeId: EpisodeId })
export type OfEpisode = z.infer<typeof OfEpisode>

export const SetWatched = z.strictObject({
  showId: ShowId,
  episodeId: EpisodeId,
  watched: z.boolean(),
  through: z.boolean(),
})
export type SetWatched = z.infer<typeof SetWatched>
/** What an episode is worth to the person; null takes it back. */
export const Rate = z.strictObject({
  showId: ShowId,
  episodeId: EpisodeId,
  halfStars: HalfStars.nullable(),
})
export type Rate = z.infer<typeof Rate>

/** Moves the reading line by hand; null gives it back to the watched episodes. */
export const SetReading = z.strictObject({ showId: ShowId, reach: Reach.nullable() })
export type SetReading = z.infer<typeof SetReading>

/** Says which episode is on and how far it has run; a null episode says that nothing is. */
export const SetRunning = z.strictObject({
  showId: ShowId,
  episodeId: EpisodeId.nullable(),
  positionMs: Ms,
})
export type SetRunning = z.infer<typeof SetRunning>

/** Chooses an order to watch in; null for the story's own. */
export const ChooseOrder = z.strictObject({ showId: ShowId, orderId: OrderId.nullable() })
export type ChooseOrder = z.infer<typeof ChooseOrder>

/** One veil of the library's pages: an episode's title, or a piece of news or a figure by its turn. */
export const LibraryPeek = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('title'), showId: ShowId, episodeId: EpisodeId }),
  z.strictObject({ of: z.enum(['bulletin', 'figure']), showId: ShowId, nth: Nth }),
])
export type LibraryPeek = z.infer<typeof LibraryPeek>

/** A change of what was watched, with the name by which it can be taken back. */
export const WatchedChange = z.strictObject({ changeId: ItemId, reading: Reading })
export type WatchedChange = z.infer<typeof WatchedChange>
export const OfChange = z.strictObject({ changeId: ItemId })
export type OfChange = z.infer<typeof OfChange>
