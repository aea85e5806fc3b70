import type { Database } from '../../db/database'
import type { CardRecord, LaneRecord } from './card-record'

/** The tables that are a view of a board's document. Nobody else writes them. */
export function projectionStore(db: Database) {
  const board = db.prepare(`
    INSERT INTO board (doc_id, show_id, title, made_at, gone_at)
    VALUES (@id, (SELECT show_id FROM crdt_doc WHERE doc_id = @id), @title, @madeAt, @goneAt)
    ON CONFLICT (doc_id) DO UPDATE SET
      title = excluded.title, made_at = excluded.made_at, gone_at = excluded.gone_at
  `)
  const clearLanes = db.prepare('DELETE FROM board_lane WHERE doc_id = ?')
  const lane = db.prepare(
    'INSERT INTO board_lane (doc_id, lane_id, role, name, place) VALUES (?, ?, ?, ?, ?)',
  )
  const clearStarts = db.prepare('DELETE FROM board_start WHERE doc_id = ?')
  const start = db.prepare('INSERT INTO board_start (doc_id, episode_key, at) VALUES (?, ?, ?)')
  const card = db.prepare(`
    INSERT INTO board_card (
      card_id, doc_id, lane_id, place, kind, text, details, excerpt, form, author_id, question_key, parent_id,
      episode_key, safe_said, safe_key, closes_key, after_key, words_seal, created_at, updated_at, archived_at, gone_at
    )
    VALUES (
      @id, @docId, @laneId, @place, @kind, @text, @details, @excerpt, @form, @authorId, @questionKey, @parentId,
      @episodeKey, @safeSaid, @safeKey, @closesKey, @afterKey, @wordsSeal, @createdAt, @updatedAt, @archivedAt, @goneAt
    )
    ON CONFLICT (card_id) DO UPDATE SET
      doc_id = excluded.doc_id, lane_id = excluded.lane_id, place = excluded.place, kind = excluded.kind,
      text = excluded.text, details = excluded.details, excerpt = excluded.excerpt, form = excluded.form,
      author_id = excluded.author_id, question_key = excluded.question_key, parent_id = excluded.parent_id,
      episode_key = excluded.episode_key, safe_said = excluded.safe_said, safe_key = excluded.safe_key,
      closes_key = excluded.closes_key, after_key = excluded.after_key, words_seal = excluded.words_seal,
      created_at = excluded.created_at, updated_at = excluded.updated_at, archived_at = excluded.archived_at,
      gone_at = excluded.gone_at
  `)
  const dropCard = db.prepare('DELETE FROM board_card WHERE card_id = ? AND doc_id = ?')
  const TABLES = ['card_label', 'card_evidence', 'card_odds', 'card_verdict'] as const
  const clearOf = TABLES.map((table) => db.prepare(`DELETE FROM ${table} WHERE doc_id = ? AND card_id = ?`))
  const clearAll = [...TABLES, 'board_card'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE doc_id = ?`),
  )
  const label = db.prepare('INSERT INTO card_label (doc_id, card_id, label) VALUES (?, ?, ?)')
  const evidence = db.prepare(`
    INSERT INTO card_evidence (
      doc_id, card_id, evidence_id, stance, kind, note_id, beat_key, episode_key, at_ms, text
    )
    VALUES (@docId, @cardId, @id, @stance, @kind, @noteId, @beatKey, @episodeKey, @atMs, @text)
  `)
  const odds = db.prepare(`
    INSERT INTO card_odds (
      doc_id, card_id, odds_id, member_id, at, after_key, odds, commitment, opened_at, matches
    )
    VALUES (@docId, @cardId, @id, @memberId, @at, @afterKey, @odds, @commitment, @openedAt, @matches)
  `)
  const verdict = db.prepare(`
    INSERT INTO card_verdict (
      doc_id, card_id, verdict_id, outcome, episode_key, after_key, at, member_id, text
    )
    VALUES (@docId, @cardId, @id, @outcome, @episodeKey, @afterKey, @at, @memberId, @text)
  `)

  return {
    board: (id: string, title: string | null, madeAt: string, goneAt: string | null): void =>
      void board.run({ id, title, madeAt, goneAt }),
    lanes(docId: string, records: readonly LaneRecord[]): void {
      clearLanes.run(docId)
      for (const { id, role, name, place } of records) lane.run(docId, id, role, name, place)
    },
    starts(docId: string, records: readonly (readonly [key: string, at: string])[]): void {
      clearStarts.run(docId)
      for (const [key, at] of records) start.run(docId, key, at)
    },
    /** Empties what is known of every card of a board. */
    clear(docId: string): void {
      for (const statement of clearAll) statement.run(docId)
    },
    /** @param lists whether what hangs on the card is written anew as well */
    card(docId: string, record: CardRecord, lists: boolean): void {
      const { labels, evidence: rests, odds: given, verdicts, ...own } = record
      card.run({ ...own, docId })
      if (!lists) return
      const cardId = record.id
      for (const statement of clearOf) statement.run(docId, cardId)
      for (const each of labels) label.run(docId, cardId, each)
      for (const each of rests) evidence.run({ ...each, docId, cardId })
      for (const each of given) odds.run({ ...each, docId, cardId })
      for (const each of verdicts) verdict.run({ ...each, docId, cardId })
    },
    dropCard(docId: string, id: string): void {
      for (const statement of clearOf) statement.run(docId, id)
      dropCard.run(id, docId)
    },
  }
}
export type ProjectionStore = ReturnType<typeof projectionStore>
