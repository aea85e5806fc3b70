import type { AppError } from '@shared/app-error'
import type { ErrorCode } from '@shared/errors'

/** Errors after which no page can show anything. */
const TROUBLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'core-stopped',
  'database-locked',
  'database-read-only',
  'database-newer',
  'database-unreadable',
])

export const isTrouble = (error: AppError | null): error is AppError =>
  error !== null && TROUBLE.has(error.code)
