import type { AppError } from '@shared/app-error'
import type { ErrorCode } from '@shared/errors'

/** Errors after which no page can show anything. */
const TROUBLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'core-stopped',
  'database-locked',
  'database-read-only',
  'database-newer',
  'database-unreadable',
  // of a question, not of a save: the library could not be opened for want of room
  'disk-full',
])

export const isTrouble = (error: AppError | null): error is AppError =>
  error !== null && TROUBLE.has(error.code)
