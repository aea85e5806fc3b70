import { z } from 'zod'
import { EpisodeId, MemberId, NoteId, RoleId, ShowId } from '../ids'
import { IsoTime, Ms } from '../time'
import { EpisodeOrdinal, spoilable } from '../veil/schema'

export const NoteKind = z.enum(['note', 'quote', 'question', 'reaction'])
export type NoteKind = z.infer<typeof NoteKind>

/** What a person felt at a moment, by one key. The names are the theatre's; the screen has words for them. */
export const Reaction = z.enum(['swoon', 'gasp', 'laugh', 'look', 'sante', 'ringarde'])
export type Reaction = z.infer<typeof Reaction>

/** A tag without its #: letters, digits, `_`, `-` and `/`, compared without regard to case. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_/-]*$/u)
export type Tag = z.infer<typeof Tag>

/** The most characters that a note holds: a short book. */
export const LONGEST_BODY = 200_000
const MOST_TAGS = 50

const place = {
  episodeId: EpisodeId.nullable(),
  /** The moment in the episode at which writing began. */
  atMs: Ms.nullable(),
  /** The end of a range; later than `atMs`. */
  endMs: Ms.nullable(),
}

/**
 * A note on its way to disk. The writer makes the id, so that saving twice is the same as saving once.
 * Sizes are limits of sense, not of storage.
 */
export const NoteDraft = z
  .strictObject({
    id: NoteId,
    showId: ShowId,
    ...place,
    kind: NoteKind,
    /** Which one, for a note of the kind `reaction`. */
    reaction: Reaction.nullable().default(null),
    title: z.string().max(300),
    body: z.string().max(LONGEST_BODY),
    tags: z.array(Tag).max(MOST_TAGS),
    pinned: z.boolean(),
    /** Who wrote it; null for the person. */
    authorId: MemberId.nullable().default(null),
    /**
     * What `updatedAt` was when the writer read the note; null when they never read it. A note that has moved on since
     * is not written over: `note-changed`.
     */
    basis: IsoTime.nullable().default(null),
  })
  .refine((note) => note.endMs === null || (note.atMs !== null && note.endMs > note.atMs), {
    message: 'a range ends after it begins',
    path: ['endMs'],
  })
export type NoteDraft = z.infer<typeof NoteDraft>

const content = {
  id: NoteId,
  showId: ShowId,
  ...place,
  /** The place of its episode in the show; null for a note on the whole show. */
  ordinal: EpisodeOrdinal.nullable(),
  kind: NoteKind,
  reaction: Reaction.nullable(),
  title: z.string(),
  tags: z.array(z.string()),
  pinned: z.boolean(),
  /** Null where there is nobody but the person. */
  authorId: MemberId.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
}

export const Note = spoilable({ ...content, body: z.string() })
export type Note = z.infer<typeof Note>

/** A note as the list shows it: the first characters of its body instead of all of it. */
export const NoteRow = z.strictObject({ ...content, excerpt: z.string() })
export type NoteRow = z.infer<typeof NoteRow>

export const NoteOrder = z.enum(['episode', 'newest', 'edited'])
export type NoteOrder = z.infer<typeof NoteOrder>

const selection = {
  showId: ShowId,
  search: z.string().max(500),
  kinds: z.array(NoteKind).max(4),
  tags: z.array(z.string().max(60)).max(20),
  episodeId: EpisodeId.nullable(),
  /** Notes that say a name of this role; none while the role may not be named. */
  roleId: RoleId.nullable().default(null),
  pinned: z.boolean().default(false),
  /** Moments that were marked and say nothing yet. */
  toWrite: z.boolean().default(false),
  authorIds: z.array(MemberId).max(100).default([]),
  order: NoteOrder,
  /**
   * Looks a search up to its end. Without it the newest candidates are looked through and the answer says when there
   * may be more: that is for while somebody types.
   */
  thorough: z.boolean().default(true),
}
const offset = z.int().min(0).max(10_000_000)

/** `offset`: rows to pass over; a page holds at most 100. */
export const NotesOf = z.strictObject({ ...selection, offset })
export type NotesOf = z.infer<typeof NotesOf>

/** The most notes that one action takes. */
export const MOST_AT_ONCE = 10_000
export const NoteIdsOf = z.strictObject({ ...selection, offset, count: z.int().min(1).max(MOST_AT_ONCE) })
export type NoteIdsOf = z.infer<typeof NoteIdsOf>
export const NoteIds = z.array(NoteId).max(MOST_AT_ONCE)

export const NotePage = z.strictObject({
  rows: z.array(NoteRow).max(100),
  /** How many match, of those that may be read. */
  total: z.int(),
  /** There may be more than `total`: the search was not looked up to its end. */
  more: z.boolean(),
  /** How many may be read at all. */
  readable: z.int(),
  /** How many notes wait behind the reading line. They are not searched. */
  veiled: z.int(),
})
export type NotePage = z.infer<typeof NotePage>

/** Counts for the filter column, over notes that may be read. */
export const NoteFacets = z.strictObject({
  kinds: z.array(z.strictObject({ kind: NoteKind, count: z.int() })),
  tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })).max(100),
  episodes: z
    .array(z.strictObject({ episodeId: EpisodeId, ordinal: EpisodeOrdinal, count: z.int() }))
    .max(1000),
  authors: z.array(z.strictObject({ authorId: MemberId.nullable(), count: z.int() })).max(1000),
  pinned: z.int(),
  toWrite: z.int(),
})
export type NoteFacets = z.infer<typeof NoteFacets>

/** A pinned note as another page shows it: its words without the marks of Markdown, on one line. */
export const Pin = z.strictObject({
  id: NoteId,
  ordinal: EpisodeOrdinal.nullable(),
  atMs: Ms.nullable(),
  title: z.string(),
  text: z.string(),
})
export type Pin = z.infer<typeof Pin>

export const OfPins = z.strictObject({ showId: ShowId, offset: z.int().min(0).max(10_000_000) })
export type OfPins = z.infer<typeof OfPins>

export const PinPage = z.strictObject({
  rows: z.array(Pin).max(100),
  /** How many there are, of those that may be read. */
  total: z.int(),
})
export type PinPage = z.infer<typeof PinPage>

/** Where something is being written that is not a note yet. */
export const DraftPlace = z.enum(['capture'])
export type DraftPlace = z.infer<typeof DraftPlace>

/**
 * What was typed and not saved yet. Its time is that of its first key. `noteId` is the note that it will become, so
 * that saving it twice is the same as once.
 */
export const Draft = z.strictObject({
  place: DraftPlace,
  noteId: NoteId,
  showId: ShowId,
  episodeId: EpisodeId.nullable(),
  atMs: Ms.nullable(),
  body: z.string().max(LONGEST_BODY),
})
export type Draft = z.infer<typeof Draft>
export const OfDraft = z.strictObject({ place: DraftPlace })
/** The draft of one writer: what somebody else began there in the meantime stays. */
export const DropDraft = z.strictObject({ place: DraftPlace, noteId: NoteId })
export type DropDraft = z.infer<typeof DropDraft>

export const OfNote = z.strictObject({ id: NoteId })
