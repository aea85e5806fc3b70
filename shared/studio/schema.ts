import { z } from 'zod'
import { PACK_RULES } from '../exchange/pack-problem'
import { PackKind } from '../exchange/schema'
import { ItemId, ShowId } from '../ids'
import { EpisodeOrdinal, Reach, SafeAfter } from '../veil/schema'

/** A person's consent to read a whole show, for as long as its workshop is open. Nothing else holds it. */
export const WorkshopId = ItemId
export type WorkshopId = ItemId
const workshopId = WorkshopId

const key = z.string().max(80)

/** A show of the person's own: its title, and how many episodes each season has. */
export const NewShow = z.strictObject({
  title: z.string().trim().min(1).max(300),
  seasons: z.array(z.int().min(1).max(400)).min(1).max(100),
  /** What the one source is called that everything in it cites at first: "Seen by me". */
  source: z.string().trim().min(1).max(300),
  /** What an episode is called until it gets its title: "Episode". */
  episode: z.string().trim().min(1).max(100),
  language: z.string().regex(/^[a-z]{2}$/),
})
export type NewShow = z.infer<typeof NewShow>
export const MadeShow = z.strictObject({ showId: ShowId })

export const OfWorkshop = z.strictObject({ workshopId })
export const Workshop = z.strictObject({ workshopId })
/** What is known about a show's workshop before it is opened: whether there is anything that could spoil. */
export const WorkshopDoor = z.strictObject({ own: z.boolean(), edited: z.boolean() })
export type WorkshopDoor = z.infer<typeof WorkshopDoor>

export const Outline = z.strictObject({
  own: z.boolean(),
  title: z.string(),
  version: z.string(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  counts: z.record(PackKind, z.int()),
  seasons: z.array(z.strictObject({ key, number: z.int() })),
  /** Every episode in the order of the story. */
  episodes: z.array(
    z.strictObject({
      key,
      season: z.int(),
      number: z.int(),
      ordinal: EpisodeOrdinal,
      title: z.string(),
      special: z.boolean(),
    }),
  ),
})
export type Outline = z.infer<typeof Outline>

/** One line of a list of items. */
export const StudioRow = z.strictObject({
  key,
  text: z.string(),
  /** A second line: who is meant, which episode it belongs to. */
  about: z.string(),
  safeAfter: SafeAfter,
})
export type StudioRow = z.infer<typeof StudioRow>

export const StudioList = z.strictObject({ total: z.int(), rows: z.array(StudioRow).max(100) })
export type StudioList = z.infer<typeof StudioList>
export const ListOf = z.strictObject({
  workshopId,
  kind: PackKind,
  /** Only what hangs on this item; null for everything. */
  parent: key.nullable(),
  search: z.string().max(200),
  offset: z.int().min(0),
})
export type ListOf = z.infer<typeof ListOf>

export const ItemOf = z.strictObject({ workshopId, kind: PackKind, key })
export type ItemOf = z.infer<typeof ItemOf>

/** The fields of an item as its schema has them (`items.ts`), and the names of what they refer to. */
export const StudioItem = z.strictObject({
  kind: PackKind,
  key,
  fields: z.record(z.string(), z.json()),
  /** By `kind/key`. */
  names: z.record(z.string(), z.string()),
})
export type StudioItem = z.infer<typeof StudioItem>

/** Changes some fields of an item, or makes a new one when there is no key. */
export const PutItem = z.strictObject({
  workshopId,
  kind: PackKind,
  key: key.nullable(),
  fields: z.record(z.string().max(80), z.json()),
})
export type PutItem = z.infer<typeof PutItem>
export const PutAnswer = z.strictObject({ key })

export const MoveItem = z.strictObject({ workshopId, kind: PackKind, key, before: key.nullable() })
export type MoveItem = z.infer<typeof MoveItem>

/** What a step back or forth changed, so that the screen can go there; null when there was none. */
export const Step = z.strictObject({ kind: PackKind, key }).nullable()
export type Step = z.infer<typeof Step>

/** What the check can find: a rule of packs, or `incomplete` for a field that the format does not accept yet. */
export const FindingRule = z.enum([...PACK_RULES, 'incomplete'])
export type FindingRule = z.infer<typeof FindingRule>
export const Finding = z.strictObject({
  rule: FindingRule,
  kind: PackKind,
  key,
  field: z.string(),
  /** The line by which the item is known. */
  text: z.string(),
})
export type Finding = z.infer<typeof Finding>
export const Findings = z.strictObject({ total: z.int(), rows: z.array(Finding).max(100) })
export type Findings = z.infer<typeof Findings>

export const PreviewOf = z.strictObject({ workshopId, reach: Reach })
export type PreviewOf = z.infer<typeof PreviewOf>
/** How much of every kind somebody at a reach would see. */
export const Preview = z.array(z.strictObject({ kind: PackKind, open: z.int(), veiled: z.int() }))
export type Preview = z.infer<typeof Preview>

export const PreviewRowsOf = z.strictObject({
  workshopId,
  reach: Reach,
  kind: PackKind,
  offset: z.int().min(0),
})
export type PreviewRowsOf = z.infer<typeof PreviewRowsOf>
/** What is open at a reach, a page at a time, and how much waits behind which episode. */
export const PreviewRows = z.strictObject({
  total: z.int(),
  rows: z.array(z.strictObject({ key, text: z.string(), about: z.string() })).max(100),
  veils: z.array(z.strictObject({ safeAfter: SafeAfter, count: z.int() })),
})
export type PreviewRows = z.infer<typeof PreviewRows>

/** A picture that the person chose. */
export const NewPicture = z.strictObject({ workshopId, bytes: z.instanceof(Uint8Array) })
export type NewPicture = z.infer<typeof NewPicture>
/** A picture that is kept, by the name under which artwork calls it. */
export const KeptPicture = z.strictObject({ file: z.string().max(120) })
export const OfFile = z.strictObject({ workshopId, file: z.string().max(120) })
export type OfFile = z.infer<typeof OfFile>

/** A pack as a file's bytes, and a name for it. */
export const PackBytes = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) })
export type PackBytes = z.infer<typeof PackBytes>
