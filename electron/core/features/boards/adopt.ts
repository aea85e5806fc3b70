import { CardKind, LaneRole } from '@shared/boards/schema'
import { CardId, type LaneId, ShowId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import { generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import type { Database } from '../../db/database'
import { putCard, putText } from './board-doc'
import { cardOfQuestion, type Desk } from './desk'

const Row = z.object({
  id: CardId,
  show_id: ShowId,
  question_key: z.string().nullable(),
  kind: CardKind,
  lane: LaneRole,
  text: z.string(),
  details: z.string(),
  episode_key: z.string().nullable(),
  ordinal: z.int().nullable(),
  safe_key: z.string().nullable(),
  safe_after: z.int().nullable(),
  created_at: IsoTime,
  updated_at: IsoTime,
  deleted_at: IsoTime.nullable(),
})
type Row = z.infer<typeof Row>

/** The cards of libraries from before boards were documents. */
export function adoptionStore(db: Database) {
  const shows = db.prepare<[], string>('SELECT DISTINCT show_id FROM card_before').pluck()
  const rows = db.prepare<[string]>(`
    SELECT card_before.*, question.pack_key AS question_key, own.pack_key AS episode_key, safe.pack_key AS safe_key
    FROM card_before
    LEFT JOIN question ON question.id = card_before.question_id
    LEFT JOIN episode AS own ON own.show_id = card_before.show_id AND own.ordinal = card_before.ordinal
    LEFT JOIN episode AS safe ON safe.show_id = card_before.show_id AND safe.ordinal = card_before.safe_after
    WHERE card_before.show_id = ?
    ORDER BY card_before.lane, card_before.position, card_before.id
  `)
  const clear = db.prepare('DELETE FROM card_before WHERE show_id = ?')
  return {
    shows: (): ShowId[] => shows.all().map((id) => ShowId.parse(id)),
    rows: (showId: ShowId): Row[] => rows.all(showId).map((row) => Row.parse(row)),
    clear: (showId: ShowId): void => void clear.run(showId),
  }
}

/**
 * Takes the cards of an earlier library into the first board of their show: every one at its place, with its words,
 * those that were taken away among them. Own cards keep their ids. Once, in a transaction a show.
 */
export function adopt({ context, docs, mustHave, laneFor }: Desk): void {
  const { db, log } = context
  const store = adoptionStore(db)
  for (const showId of store.shows()) {
    db.transaction(() => {
      const rows = store.rows(showId)
      const { id: boardId } = mustHave(showId, null)
      docs.edit(boardId, { by: 'pack' }, (doc) => {
        for (const role of LaneRole.options) {
          const lane: LaneId = laneFor(boardId, role).id
          const lying = rows.filter((row) => row.lane === role)
          const places = generateNKeysBetween(null, null, lying.length)
          for (const [at, row] of lying.entries()) {
            const id = row.question_key === null ? row.id : cardOfQuestion(boardId, row.question_key)
            const key = (found: string | null, ordinal: number | null) =>
              found ?? (ordinal === null ? null : `#${ordinal}`)
            putCard(doc, id, {
              kind: row.kind,
              lie: [lane, places[at] ?? ''],
              title: row.text,
              question: row.question_key,
              episode: key(row.episode_key, row.ordinal),
              safe: { key: key(row.safe_key, row.safe_after) },
              after: key(row.episode_key, row.ordinal),
              made: row.created_at,
              edited: row.updated_at,
              gone: row.deleted_at === null ? null : { at: row.deleted_at },
            })
            putText(doc, id, row.details)
          }
        }
      })
      store.clear(showId)
      log.info(`took ${rows.length} card(s) into a board`)
    }).immediate()
  }
}
