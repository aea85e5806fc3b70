import { z } from 'zod'

/** A UUID of version 7 (RFC 9562): 36 lower-case characters that sort by the millisecond they were made in. */
const uuid = z.uuidv7()

export const ShowId = uuid.brand<'ShowId'>()
export const SeasonId = uuid.brand<'SeasonId'>()
export const EpisodeId = uuid.brand<'EpisodeId'>()
export const OrderId = uuid.brand<'OrderId'>()
export const RoleId = uuid.brand<'RoleId'>()
export const ThreadId = uuid.brand<'ThreadId'>()
export const NoteId = uuid.brand<'NoteId'>()
export const BoardId = uuid.brand<'BoardId'>()
export const LaneId = uuid.brand<'LaneId'>()
export const CardId = uuid.brand<'CardId'>()
export const MemberId = uuid.brand<'MemberId'>()
/** The id of any other row that a screen needs only as a key: a beat, a fact, a bulletin, a reading. */
export const ItemId = uuid.brand<'ItemId'>()
/** One running task; the caller makes it, so that it can cancel before the first answer. */
export const TaskId = uuid.brand<'TaskId'>()

export type ShowId = z.infer<typeof ShowId>
export type SeasonId = z.infer<typeof SeasonId>
export type EpisodeId = z.infer<typeof EpisodeId>
export type OrderId = z.infer<typeof OrderId>
export type RoleId = z.infer<typeof RoleId>
export type ThreadId = z.infer<typeof ThreadId>
export type NoteId = z.infer<typeof NoteId>
export type BoardId = z.infer<typeof BoardId>
export type LaneId = z.infer<typeof LaneId>
export type CardId = z.infer<typeof CardId>
export type MemberId = z.infer<typeof MemberId>
export type ItemId = z.infer<typeof ItemId>
export type TaskId = z.infer<typeof TaskId>
