import { z } from 'zod'

/** A UUID of version 7 (RFC 9562): 36 lower-case characters that sort by the millisecond they were made in. */
const uuid = z.uuidv7()

export const ShowId = uuid.brand<'ShowId'>()
export const SeasonId = uuid.brand<'SeasonId'>()
export const EpisodeId = uuid.brand<'EpisodeId'>()
export const RoleId = uuid.brand<'RoleId'>()
export const ThreadId = uuid.brand<'ThreadId'>()
export const NoteId = uuid.brand<'NoteId'>()
export const CardId = uuid.brand<'CardId'>()
/** The id of any other row that a screen needs only as a key: a beat, a fact, a bulletin, a reading. */
export const ItemId = uuid.brand<'ItemId'>()
/** One running task; the caller makes it, so that it can cancel before the first answer. */
export const TaskId = uuid.brand<'TaskId'>()

export type ShowId = z.infer<typeof ShowId>
export type SeasonId = z.infer<typeof SeasonId>
export type EpisodeId = z.infer<typeof EpisodeId>
export type RoleId = z.infer<typeof RoleId>
export type ThreadId = z.infer<typeof ThreadId>
export type NoteId = z.infer<typeof NoteId>
export type CardId = z.infer<typeof CardId>
export type ItemId = z.infer<typeof ItemId>
export type TaskId = z.infer<typeof TaskId>

/**
 * Formats a UUIDv7 as RFC 9562, section 5.7 lays it out.
 *
 * @param nowMs milliseconds since the Unix epoch; the first 48 bits of the id
 * @param random at least 10 random bytes; 74 of their bits are used
 * @returns 36 characters, lower case
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.floor(nowMs)) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
