import { z } from 'zod'
import { EpisodeId, NoteId } from '../ids'
import { IsoTime, Ms } from '../time'
import { spoilable } from '../veil/schema'
import { MOST_AT_ONCE, NoteKind, NoteRow, Tag } from './schema'

const noteIds = z.array(NoteId).max(MOST_AT_ONCE)

export const SomeNotes = z.strictObject({ noteIds })
export type SomeNotes = z.infer<typeof SomeNotes>

/** Puts a tag on notes, or takes it off. */
export const TagNotes = z.strictObject({ noteIds, tag: Tag, on: z.boolean() })
export type TagNotes = z.infer<typeof TagNotes>

export const PinNotes = z.strictObject({ noteIds, pinned: z.boolean() })
export type PinNotes = z.infer<typeof PinNotes>

/** What was deleted, the newest first. Notes behind the reading line are veiled here as well. */
export const TrashOf = z.strictObject({
  rows: z.array(z.strictObject({ note: NoteRow, deletedAt: IsoTime })).max(200),
  /** How many of them may be read. */
  total: z.int(),
  veiled: z.int(),
})
export type TrashOf = z.infer<typeof TrashOf>

/** The number of a version in the library; larger is later. */
const Version = z.int().min(1)

export const NoteHistory = z.strictObject({
  /** The newest first. */
  versions: z
    .array(
      z.strictObject({
        version: Version,
        /** When it had last been written, and when other words took its place. */
        writtenAt: IsoTime,
        keptAt: IsoTime,
      }),
    )
    .max(500),
  /** Versions that belonged to an episode past the line. */
  veiled: z.int(),
})
export type NoteHistory = z.infer<typeof NoteHistory>

export const OfVersion = z.strictObject({ id: NoteId, version: Version })
export type OfVersion = z.infer<typeof OfVersion>

export const NoteVersion = spoilable({
  version: Version,
  writtenAt: IsoTime,
  keptAt: IsoTime,
  kind: NoteKind,
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  episodeId: EpisodeId.nullable(),
  atMs: Ms.nullable(),
  endMs: Ms.nullable(),
})
export type NoteVersion = z.infer<typeof NoteVersion>

/** `kept` is the version that holds what the note said before; null when both say the same. */
export const RestoredVersion = z.strictObject({ kept: Version.nullable() })
export type RestoredVersion = z.infer<typeof RestoredVersion>
