import { PlayerKind } from '@shared/watch/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const PlayerRow = z
  .object({
    kind: PlayerKind,
    enabled: z.int(),
    address: z.string(),
    user: z.string(),
    secret: z.string(),
  })
  .transform(({ enabled, ...rest }) => ({ ...rest, enabled: enabled === 1 }))
export type PlayerRow = z.infer<typeof PlayerRow>

/** What a person said about their players. */
export function playerStore(db: Database) {
  const all = db.prepare('SELECT kind, enabled, address, user, secret FROM player ORDER BY kind')
  const save = db.prepare(`
    INSERT INTO player (kind, enabled, address, user, secret)
    VALUES (@kind, @enabled, @address, @user, @secret)
    ON CONFLICT (kind) DO UPDATE SET
      enabled = excluded.enabled, address = excluded.address, user = excluded.user, secret = excluded.secret
  `)
  return {
    all: (): PlayerRow[] => all.all().map((row) => PlayerRow.parse(row)),
    save: (row: PlayerRow): void => void save.run({ ...row, enabled: row.enabled ? 1 : 0 }),
  }
}
