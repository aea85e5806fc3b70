import { z } from 'zod'

/**
 * Everything that can go wrong and reach a person. The list is closed: the screen has a sentence for
 * each code (`renderer/ui/error-words.ts`), and a type error says so when one is missing.
 */
export const ErrorCode = z.enum([
  'invalid-input',
  'unknown-method',
  'forbidden-sender',
  'not-found',
  'note-changed',
  'cancelled',
  'internal',
  'core-stopped',
  'database-locked',
  'database-read-only',
  'database-newer',
  'database-unreadable',
  'disk-full',
  'pack-unreadable',
  'pack-newer',
  'pack-invalid',
  'pack-unsafe-path',
  'pack-too-large',
  'pack-already-here',
  'workshop-closed',
  'edit-refused',
  'item-in-use',
  'link-refused',
  'file-not-written',
  'print-failed',
  'subtitles-unreadable',
  'subtitles-too-large',
  'prediction-closed',
  'board-newer',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Facts for the sentence: a file's path, a place in a pack, a version. Never a text that could spoil. */
export const ErrorDetails = z.record(z.string(), z.union([z.string(), z.number()]))
export type ErrorDetails = z.infer<typeof ErrorDetails>

/** An error as it crosses the corridor. `message` is English, for the log; the screen has its own words. */
export const ErrorEnvelope = z.strictObject({ code: ErrorCode, message: z.string(), details: ErrorDetails })
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>
