import { z } from 'zod'
import { IsoDate, Ms } from '../time'
import { EpisodeOrdinal, SafeAfter } from '../veil/schema'
import { MAX_ARTWORK } from './limits'

/** The newest pack format that this version reads. A higher number is refused with `pack-newer`. */
export const PACK_FORMAT_VERSION = 1

/** A name inside one pack: lower case, digits and hyphens. It stays the same from version to version. */
const Key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
const Keys = z.array(Key).max(50)
const Line = z.string().trim().min(1).max(300)
const Paragraph = z.string().trim().min(1).max(2000)
/**
 * The moment of the episode `safeAfter` from which the text is safe for somebody who is watching it, in
 * milliseconds from its start. Null when only the end of the episode opens it.
 */
const SafeFromMs = Ms.nullable().default(null)
/** Every fact names at least one source, by its key. */
const Sources = Keys.min(1)

/** The eight two-ink grounds of a monogram plate. */
export const PlateTone = z.enum(['rouge', 'nuit', 'ocre', 'sapin', 'prune', 'rose', 'ardoise', 'sable'])
export const RoleGroup = z.enum(['lead', 'recurring', 'guest', 'crew'])
export const RelationKind = z.enum(['loves', 'family', 'works-for', 'client', 'friends', 'at-odds'])
export const BulletinKind = z.enum(['milestone', 'statement', 'reception', 'story', 'question'])
export const ProductionStage = z.enum(['renewed', 'production', 'trailer', 'premiere'])
export const CardKind = z.enum(['question', 'theory', 'prediction'])
export type CardKind = z.infer<typeof CardKind>
/** A poster is of the show, a still of an episode, a portrait of a role. */
export const ArtworkKind = z.enum(['poster', 'still', 'portrait'])

const PackSource = z.strictObject({
  title: Line,
  /** Where it can be read; https only. Absent for a source without a page. */
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  date: IsoDate.optional(),
})

const PackBeat = z.strictObject({
  key: Key,
  /** One fact of the plot in one sentence. */
  text: Line,
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
  /** The storylines that it belongs to; none for a moment that stands alone. */
  threads: Keys,
  roles: Keys,
  sources: Sources,
  /** Earlier beats without which this one cannot be understood. */
  buildsOn: Keys.default([]),
})

const PackEpisode = z.strictObject({
  key: Key,
  number: z.int().min(0).max(10_000),
  ordinal: EpisodeOrdinal,
  /**
   * Outside the story's numbered run. It takes its place in the story by its ordinal, like any other episode;
   * who passes it over goes on, and its own texts stay veiled until it is seen.
   */
  special: z.boolean().default(false),
  title: Line,
  airDate: IsoDate.nullable(),
  /** Null when no source gives it: unknown stays unknown. */
  runtimeMinutes: z.int().min(1).max(600).nullable(),
  writers: z.array(Line).max(20).default([]),
  directors: z.array(Line).max(20).default([]),
  /** Where things stand when this episode ends: two or three sentences. Safe after this episode. */
  standing: Paragraph.nullable().default(null),
  beats: z.array(PackBeat).max(40),
  sources: Sources,
})

const PackSeason = z.strictObject({
  number: z.int().min(0).max(1000),
  /** The episode after which the season's own existence and dates are safe; null for always. */
  safeAfter: SafeAfter,
  episodes: z.array(PackEpisode).max(400),
})

const PackRoleFact = z.strictObject({
  key: Key,
  text: Line,
  /** The episode that shows it. */
  episode: EpisodeOrdinal,
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
  sources: Sources,
})

const PackRole = z.strictObject({
  key: Key,
  name: Line,
  shortName: Line,
  /** Who plays it; null when no source names anybody. */
  person: Key.nullable(),
  group: RoleGroup,
  tone: PlateTone,
  /** What the role does, as of its first episode: "Director of Savoir". */
  work: Line.nullable(),
  /** The first episode with this role; null for crew. */
  firstEpisode: EpisodeOrdinal.nullable(),
  /** Episodes that a source names the role in. Incomplete lists are fine: they are shown as known. */
  seenIn: z.array(EpisodeOrdinal).max(1000).default([]),
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
  facts: z.array(PackRoleFact).max(100),
  sources: Sources,
})

const PackRelationship = z.strictObject({
  key: Key,
  from: Key,
  to: Key,
  kind: RelationKind,
  /** A word or two for the line: "married", "affair", "kissed". */
  label: Line,
  /** The same line as the other side would say it, where that is another word: "works for" and "employs". */
  labelBack: Line.nullable().default(null),
  /** One sentence about what changes between the two, for the list of an episode's changes. */
  text: Line.nullable().default(null),
  since: EpisodeOrdinal,
  /** The episode that ends it; itself a secret until then. */
  until: EpisodeOrdinal.nullable(),
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
  sources: Sources,
})

/** Characters who belong together: a family, an office, a house. */
const PackCircle = z.strictObject({
  key: Key,
  name: Line,
  safeAfter: SafeAfter,
  /** Who belongs to it, each from the episode that shows it. */
  members: z.array(z.strictObject({ role: Key, safeAfter: SafeAfter })).max(200),
})

/** Another order in which the episodes can be watched. Episodes that it does not name follow in story order. */
const PackOrder = z.strictObject({
  key: Key,
  /** "Broadcast", "Machete": never a text that could spoil. */
  name: Line,
  episodes: z.array(Key).min(1).max(5000),
})

const PackBulletin = z.strictObject({
  key: Key,
  kind: BulletinKind,
  date: IsoDate.nullable(),
  season: z.int().min(0).max(1000).nullable(),
  stage: ProductionStage.nullable(),
  headline: Line,
  text: Paragraph,
  /** Who said it, for a statement. */
  by: z.strictObject({ name: Line, role: Line }).nullable(),
  safeAfter: SafeAfter,
  sources: Sources,
})

const PackAudience = z.strictObject({
  key: Key,
  /** Whole units: 58000000. */
  value: z.int().min(0),
  unit: z.enum(['households', 'people', 'fans']),
  windowDays: z.int().min(1).max(3650).nullable(),
  text: Line,
  safeAfter: SafeAfter,
  sources: Sources,
})

const PackReading = z.strictObject({
  key: Key,
  episode: EpisodeOrdinal,
  /** The moment within the episode, in words: "on arrival". */
  point: Line,
  /** Null when only words are known, or nothing. */
  value: z.number().nullable(),
  /** What the source says when it gives no number: "tens of thousands". */
  words: Line.nullable(),
  /** A second source that contradicts another reading of the same moment. */
  disputed: z.boolean().default(false),
  note: Line.nullable(),
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
  sources: Sources,
})

const PackTracker = z.strictObject({
  key: Key,
  name: Line,
  handle: Line.nullable(),
  unit: Line,
  safeAfter: SafeAfter,
  readings: z.array(PackReading).max(1000),
  sources: Sources,
})

const PackQuestion = z.strictObject({
  key: Key,
  kind: CardKind,
  text: Line,
  /** The episode whose ending raises it. */
  raised: EpisodeOrdinal.nullable(),
  safeAfter: SafeAfter,
  answer: z
    .strictObject({
      episode: EpisodeOrdinal,
      text: Paragraph,
      outcome: z.enum(['yes', 'no', 'partly', 'open']),
      safeAfter: SafeAfter,
      sources: Sources,
    })
    .nullable(),
  sources: Sources,
})

const PackArtwork = z.strictObject({
  key: Key,
  kind: ArtworkKind,
  /** The key of the episode that a still is from. */
  episode: Key.nullable().default(null),
  /** The key of the role that a portrait shows. */
  role: Key.nullable().default(null),
  /** Where it lies in the zip. */
  file: z
    .string()
    .regex(/^art\/[a-z0-9][a-z0-9_-]*\.(?:png|jpe?g|webp)$/)
    .max(120),
  /** What is to be seen, for who does not see it. */
  alt: Line,
  /** Whose picture it is, and by what right it is here. */
  credit: Line,
  safeAfter: SafeAfter,
  safeFromMs: SafeFromMs,
})

/** A show pack, format 1. Unknown keys are refused: a pack says what it means or is not applied. */
export const Pack = z.strictObject({
  format: z.literal('entracte-pack'),
  formatVersion: z.int().min(1),
  pack: z.strictObject({
    id: Key,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
    title: Line,
    about: Paragraph,
    licence: Line,
    /** The day from which the pack looks at the show. */
    asOf: IsoDate,
  }),
  sources: z.record(Key, PackSource),
  show: z.strictObject({
    title: Line,
    /** The word of the title that is set in italics, if there is one. */
    emphasis: Line.nullable(),
    creator: Line.nullable(),
    network: Line.nullable(),
    genre: Line.nullable(),
    premise: Paragraph,
    firstAired: IsoDate.nullable(),
    sources: Sources,
  }),
  threads: z.array(z.strictObject({ key: Key, name: Line, safeAfter: SafeAfter })).max(40),
  people: z.array(z.strictObject({ key: Key, name: Line })).max(2000),
  roles: z.array(PackRole).max(2000),
  seasons: z.array(PackSeason).min(1).max(100),
  relationships: z.array(PackRelationship).max(5000),
  circles: z.array(PackCircle).max(40).default([]),
  orders: z.array(PackOrder).max(10).default([]),
  bulletins: z.array(PackBulletin).max(2000),
  audience: z.array(PackAudience).max(200),
  trackers: z.array(PackTracker).max(100),
  questions: z.array(PackQuestion).max(1000),
  artwork: z.array(PackArtwork).max(MAX_ARTWORK).default([]),
})
export type Pack = z.infer<typeof Pack>
