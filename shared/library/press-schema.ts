import { z } from 'zod'
import { BulletinKind, ProductionStage } from '../exchange/pack-schema'
import { EpisodeId, ItemId, ShowId } from '../ids'
import { IsoDate, Ms } from '../time'
import { EpisodeOrdinal, spoilable } from '../veil/schema'
import { Source } from './schema'

/** Dated news of the production. */
export const Bulletin = spoilable({
  id: ItemId,
  kind: BulletinKind,
  date: IsoDate.nullable(),
  season: z.int().nullable(),
  stage: ProductionStage.nullable(),
  headline: z.string(),
  text: z.string(),
  by: z.strictObject({ name: z.string(), role: z.string() }).nullable(),
  sources: z.array(Source),
})
export type Bulletin = z.infer<typeof Bulletin>

/** How many watched, as one source counted them. Two sources may disagree: both are kept. */
export const AudienceFigure = spoilable({
  id: ItemId,
  value: z.int().min(0),
  unit: z.enum(['households', 'people', 'fans']),
  windowDays: z.int().nullable(),
  text: z.string(),
  sources: z.array(Source),
})
export type AudienceFigure = z.infer<typeof AudienceFigure>

/** One value of a number that the show puts on screen. `value` is null where only words are known. */
export const TrackerReading = spoilable({
  id: ItemId,
  ordinal: EpisodeOrdinal,
  point: z.string(),
  value: z.number().nullable(),
  words: z.string().nullable(),
  disputed: z.boolean(),
  note: z.string().nullable(),
  /** The person wrote it down themselves. */
  mine: z.boolean(),
  /** The moment of the episode at which they did; null for what came with a pack. */
  atMs: Ms.nullable(),
  sources: z.array(Source),
})
export type TrackerReading = z.infer<typeof TrackerReading>

export const Tracker = spoilable({
  id: ItemId,
  name: z.string(),
  handle: z.string().nullable(),
  unit: z.string(),
  /** A tracker of the person's own: it may be renamed and removed. */
  mine: z.boolean(),
  /** With one veil at most, for the soonest that is veiled: how many there are would tell. */
  readings: z.array(TrackerReading),
})
export type Tracker = z.infer<typeof Tracker>

/** The next day that is known to bring something: a season's first night, or an episode (`number`). */
export const NextDate = z.strictObject({
  date: IsoDate,
  /** Calendar days from today where the person is; 0 is today. */
  days: z.int().min(0),
  season: z.int().nullable(),
  number: z.int().nullable(),
})
export type NextDate = z.infer<typeof NextDate>

/** What the programme's front page needs beside the show itself. Veils stand last in each list. */
export const Press = z.strictObject({
  bulletins: z.array(Bulletin),
  audience: z.array(AudienceFigure),
  trackers: z.array(Tracker),
  /** The calendar day where the person is. */
  today: IsoDate,
  /** Null when no day to come is known, or may be. */
  next: NextDate.nullable(),
})
export type Press = z.infer<typeof Press>

const words = z.string().trim().max(200)

/** What a tracker of one's own counts, and in what. */
export const TrackerWords = z.strictObject({ name: words.min(1), unit: words })
export type TrackerWords = z.infer<typeof TrackerWords>

/**
 * A reading of the person's own, on its way to disk. The writer makes the ids, so that saving twice is the same
 * as once. `newTracker` begins a tracker of their own with it, under `trackerId`.
 */
export const ReadingDraft = z
  .strictObject({
    id: ItemId,
    showId: ShowId,
    trackerId: ItemId,
    newTracker: TrackerWords.nullable(),
    episodeId: EpisodeId,
    atMs: Ms.nullable(),
    point: words,
    value: z.number().nullable(),
    words: words.nullable(),
    note: z.string().trim().max(2000).nullable(),
  })
  .refine(({ value, words }) => value !== null || Boolean(words), {
    message: 'a reading is a number or words',
    path: ['value'],
  })
export type ReadingDraft = z.infer<typeof ReadingDraft>

export const OfReading = z.strictObject({ readingId: ItemId })
export type OfReading = z.infer<typeof OfReading>
export const OfTracker = z.strictObject({ trackerId: ItemId })
export type OfTracker = z.infer<typeof OfTracker>
export const RenameTracker = z.strictObject({ trackerId: ItemId, ...TrackerWords.shape })
export type RenameTracker = z.infer<typeof RenameTracker>

/** The air dates that may be known, as the text of an iCalendar file. */
export const AirDates = z.strictObject({ text: z.string(), count: z.int().min(0) })
export type AirDates = z.infer<typeof AirDates>
