import type { IsoTime } from '@shared/time'
import type { Database } from './db/database'

/** Where the core writes what happened. Never a text that a person wrote or that could spoil. */
export interface Log {
  info(text: string): void
  warn(text: string): void
  error(text: string, cause?: unknown): void
}

/** What every service works with: the one writing connection, and the world it may not reach for itself. */
export interface CoreContext {
  readonly db: Database
  /** The present moment, in milliseconds since the Unix epoch. */
  readonly clock: () => number
  /** A fresh UUIDv7. */
  readonly newId: () => string
  readonly log: Log
}

/** The present moment as it is stored: ISO-8601 in UTC with milliseconds, which is what `IsoTime` describes. */
export const nowIso = (context: Pick<CoreContext, 'clock'>): IsoTime =>
  new Date(context.clock()).toISOString() as IsoTime
