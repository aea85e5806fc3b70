import { CardKind, Lane, Outcome } from '@shared/boards/schema'
import { CardId, ShowId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const CardRow = z.object({
  id: CardId,
  show_id: ShowId,
  from_pack: z.int().transform((flag) => flag === 1),
  kind: CardKind,
  lane: Lane,
  text: z.string(),
  details: z.string(),
  ordinal: EpisodeOrdinal.nullable(),
  safe_after: SafeAfter,
  created_at: IsoTime,
  updated_at: IsoTime,
  answer_ordinal: EpisodeOrdinal.nullable(),
  answer_outcome: Outcome.nullable(),
  answer_text: z.string().nullable(),
  answer_safe_after: SafeAfter,
})
export type CardRow = z.infer<typeof CardRow>

/** What a person's own card is on disk when it is written. */
export interface CardRecord {
  readonly id: CardId
  readonly showId: ShowId
  readonly kind: CardKind
  readonly lane: Lane
  readonly text: string
  readonly details: string
  readonly ordinal: EpisodeOrdinal | null
  readonly safeAfter: SafeAfter
  readonly now: string
}

const COLUMNS = `
  card.id, card.show_id, card.question_id IS NOT NULL AS from_pack, card.kind, card.lane, card.text,
  card.details, card.ordinal, card.safe_after, card.created_at, card.updated_at,
  question.answer_ordinal, question.answer_outcome, question.answer_text, question.answer_safe_after
`

/** Cards and the order they lie in. */
export function boardStore(db: Database) {
  const cards = db.prepare(`
    SELECT ${COLUMNS}
    FROM card
    LEFT JOIN question ON question.id = card.question_id
    WHERE card.show_id = ? AND card.deleted_at IS NULL
    ORDER BY card.position, card.id
    LIMIT 2000
  `)
  const read = db.prepare(`
    SELECT ${COLUMNS}
    FROM card
    LEFT JOIN question ON question.id = card.question_id
    WHERE card.id = ? AND card.deleted_at IS NULL
  `)
  const lane = db
    .prepare<[string, string], string>(`
    SELECT id
    FROM card
    WHERE show_id = ? AND lane = ? AND deleted_at IS NULL
    ORDER BY position, id
  `)
    .pluck()
  const insert = db.prepare(`
    INSERT INTO card (
      id, show_id, kind, lane, position, text, details, ordinal, safe_after, created_at, updated_at
    )
    VALUES (
      @id, @showId, @kind, @lane,
      (SELECT coalesce(max(position), 0) + 1 FROM card WHERE show_id = @showId AND lane = @lane),
      @text, @details, @ordinal, @safeAfter, @now, @now
    )
  `)
  const update = db.prepare(`
    UPDATE card
    SET kind = @kind, lane = @lane, text = @text, details = @details, ordinal = @ordinal,
      safe_after = @safeAfter, updated_at = @now
    WHERE id = @id
  `)
  const place = db.prepare('UPDATE card SET kind = @kind, lane = @lane, updated_at = @now WHERE id = @id')
  const order = db.prepare('UPDATE card SET position = @position WHERE id = @id')
  const remove = db.prepare('UPDATE card SET deleted_at = @now WHERE id = @id AND deleted_at IS NULL')
  const restore = db.prepare('UPDATE card SET deleted_at = NULL WHERE id = @id AND deleted_at IS NOT NULL')

  return {
    cards: (showId: ShowId): CardRow[] => cards.all(showId).map((row) => CardRow.parse(row)),
    read: (id: CardId): CardRow | null => {
      const row = read.get(id)
      return row ? CardRow.parse(row) : null
    },
    /** The ids in a lane, from top to bottom. */
    lane: (showId: ShowId, name: Lane): CardId[] => lane.all(showId, name).map((id) => CardId.parse(id)),
    insert: (record: CardRecord): void => void insert.run(record),
    update: (record: Omit<CardRecord, 'showId'>): void => void update.run(record),
    place: (id: CardId, to: Lane, kind: CardKind, now: string): void =>
      void place.run({ id, lane: to, kind, now }),
    order: (ids: readonly CardId[]): void => {
      for (const [position, id] of ids.entries()) order.run({ id, position: position + 1 })
    },
    remove: (id: CardId, now: string): boolean => remove.run({ id, now }).changes === 1,
    restore: (id: CardId): boolean => restore.run({ id }).changes === 1,
  }
}
export type BoardStore = ReturnType<typeof boardStore>
