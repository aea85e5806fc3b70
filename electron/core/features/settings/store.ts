import { z } from 'zod'
import type { Database } from '../../db/database'

const Row = z.object({ key: z.string(), value: z.string() })

/** One row per setting, its value as JSON. */
export function settingsStore(db: Database) {
  const all = db.prepare('SELECT key, value FROM setting')
  const write = db.prepare(`
    INSERT INTO setting (key, value) VALUES (@key, @value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
  `)
  return {
    /** Every setting as it was written, not yet checked. */
    all: (): Record<string, unknown> =>
      Object.fromEntries(
        all.all().map((row) => {
          const { key, value } = Row.parse(row)
          return [key, JSON.parse(value)]
        }),
      ),
    write: (key: string, value: unknown): void => void write.run({ key, value: JSON.stringify(value) }),
  }
}
