import { z } from 'zod'
import { ItemId, ShowId } from '../ids'
import { Reach, spoilable } from '../veil/schema'
import { KINDS } from './flat-fields'

export const PackKind = z.enum(KINDS)
export type PackKind = z.infer<typeof PackKind>

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
  step: z.enum(['reading', 'checking', 'comparing', 'writing']),
  done: z.int(),
  of: z.int(),
})
export type PackProgress = z.infer<typeof PackProgress>

export const PackApplied = z.strictObject({ showId: ShowId, title: z.string(), items: z.int() })
export type PackApplied = z.infer<typeof PackApplied>

/** A pack file beside the show that it would update. Nothing has been written. */
export const PackUpdate = z.strictObject({
  /** By which the changes are read and the update is applied, until the app ends or two later ones were looked at. */
  updateId: ItemId,
  showId: ShowId,
  title: z.string(),
  versionNow: z.string(),
  versionThen: z.string(),
  counts: z.strictObject({
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    /** Where the person's words stay though the new version has others. */
    conflicts: z.int(),
    /** What stays though the new version has it no longer. */
    kept: z.int(),
  }),
  /** How many findings the check will have afterwards. */
  problems: z.int(),
  /**
   * The episode to which the reading line would go back, because the new version has an unseen one after it, or
   * the start. Null when the line stays with its episode.
   */
  lineBackTo: z.union([z.strictObject({ season: z.int(), number: z.int() }), z.literal('start')]).nullable(),
})
export type PackUpdate = z.infer<typeof PackUpdate>

export const PackChange = spoilable({
  what: z.enum(['added', 'changed', 'removed', 'conflict', 'kept', 'left-out']),
  kind: PackKind,
  /** What the item says, as far as it is a text. */
  text: z.string(),
  /** What it said before, when that was something else; in a conflict, what the new version says. */
  other: z.string().nullable(),
  /** By which a conflict is decided for the new version; null for everything else. */
  choice: ItemId.nullable(),
})
export type PackChange = z.infer<typeof PackChange>

export const OfUpdate = z.strictObject({ updateId: ItemId })
export type OfUpdate = z.infer<typeof OfUpdate>

/** Applies an update; in these conflicts with what the new version says. */
export const ApplyUpdate = z.strictObject({
  updateId: ItemId,
  theirs: z.array(ItemId).max(10_000).default([]),
})
export type ApplyUpdate = z.infer<typeof ApplyUpdate>

/** A page of an update's changes; those that are veiled come last. */
export const ChangesOf = z.strictObject({ updateId: ItemId, offset: z.int().min(0) })
export type ChangesOf = z.infer<typeof ChangesOf>
export const PackChanges = z.strictObject({ total: z.int(), rows: z.array(PackChange).max(100) })
export type PackChanges = z.infer<typeof PackChanges>

/** What of the person's own would go with a show: how many of each. */
export const ShowBelongings = z.strictObject({
  notes: z.int().min(0),
  cards: z.int().min(0),
  /** Episodes marked as watched. */
  watched: z.int().min(0),
  /** Their own values, also of the pack's trackers. */
  readings: z.int().min(0),
  /** Trackers of their own making. */
  trackers: z.int().min(0),
})
export type ShowBelongings = z.infer<typeof ShowBelongings>

/** Takes a show away. `told` is what the person was told: when anything else is there, nothing happens. */
export const RemoveShow = z.strictObject({ showId: ShowId, told: ShowBelongings })
export type RemoveShow = z.infer<typeof RemoveShow>
