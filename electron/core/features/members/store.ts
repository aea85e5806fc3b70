import { MemberId } from '@shared/ids'
import { type Member, MemberColour, type MemberDraft } from '@shared/members/schema'
import { IsoTime } from '@shared/time'
import { z } from 'zod'
import type { Database } from '../../db/database'

const Row = z
  .object({
    id: MemberId,
    name: z.string(),
    colour: MemberColour,
    me: z.int().transform((flag) => flag === 1),
    left_at: IsoTime.nullable(),
  })
  .transform(({ left_at, ...rest }): Member => ({ ...rest, leftAt: left_at }))

/** The person and those who sit beside them. */
export function memberStore(db: Database) {
  const all = db.prepare(
    'SELECT id, name, colour, me, left_at FROM member ORDER BY created_at, id LIMIT 1000',
  )
  const save = db.prepare(`
    INSERT INTO member (id, name, colour, me, created_at)
    VALUES (@id, @name, @colour, @me, @now)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour
  `)
  const leave = db.prepare('UPDATE member SET left_at = @now WHERE id = @id AND me = 0 AND left_at IS NULL')
  const comeBack = db.prepare('UPDATE member SET left_at = NULL WHERE id = @id AND left_at IS NOT NULL')
  return {
    all: (): Member[] => all.all().map((row) => Row.parse(row)),
    save: ({ me, ...draft }: MemberDraft, now: string): void =>
      void save.run({ ...draft, me: me ? 1 : 0, now }),
    leave: (id: MemberId, now: string): boolean => leave.run({ id, now }).changes === 1,
    comeBack: (id: MemberId): boolean => comeBack.run({ id }).changes === 1,
  }
}
