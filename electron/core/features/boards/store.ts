import type { CardKind, LaneRole, ShowsAnswer } from '@shared/boards/schema'
import type { BoardId, CardId, ItemId, LaneId, MemberId, NoteId, ShowId } from '@shared/ids'
import type { IsoTime, Ms } from '@shared/time'
import type { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import type { Database } from '../../db/database'
import type { CardRecord, EvidenceRecord, LaneRecord, OddsRecord, VerdictRecord } from './card-record'
import { grouped } from './grouped'
import type { KeptInTables } from './mend'

/** A board as the tables have it. */
export interface BoardRow {
  readonly id: BoardId
  readonly showId: ShowId
  readonly title: string | null
  readonly gone: 0 | 1
}

export interface LaneRow {
  readonly id: LaneId
  readonly role: LaneRole | null
  readonly name: string | null
  readonly place: string
}

/** A card's row, with the answer of the pack's question behind it. Ids in it were checked when they were written. */
export interface CardRow {
  readonly id: CardId
  readonly boardId: BoardId
  readonly laneId: LaneId
  readonly place: string
  readonly kind: CardKind
  readonly text: string
  readonly excerpt: string
  readonly form: string | null
  readonly authorId: MemberId | null
  readonly questionKey: string | null
  readonly parentId: CardId | null
  readonly episodeKey: string | null
  readonly safeSaid: 0 | 1
  readonly safeKey: string | null
  readonly closesKey: string | null
  readonly afterKey: string | null
  readonly wordsSeal: ItemId | null
  readonly createdAt: IsoTime
  readonly updatedAt: IsoTime
  readonly archivedAt: IsoTime | null
  readonly goneAt: IsoTime | null
  readonly answerOrdinal: EpisodeOrdinal | null
  readonly answerOutcome: ShowsAnswer | null
  readonly answerText: string | null
  readonly answerSafeAfter: SafeAfter
}

export interface EvidenceRow extends EvidenceRecord {
  readonly id: ItemId
  readonly cardId: CardId
  readonly noteId: NoteId | null
  readonly atMs: Ms | null
  /** For a note: whether it is still there. */
  readonly noteThere: 0 | 1
  /** For a beat: its own stamp and words; null when it is there no more. */
  readonly beatText: string | null
  readonly beatSafeAfter: SafeAfter
  readonly beatSafeFromMs: Ms | null
}
export interface OddsRow extends OddsRecord {
  readonly id: ItemId
  readonly cardId: CardId
  readonly memberId: MemberId
  readonly at: IsoTime
  readonly openedAt: IsoTime | null
}
export interface VerdictRow extends VerdictRecord {
  readonly id: ItemId
  readonly cardId: CardId
  readonly memberId: MemberId | null
  readonly at: IsoTime
}

export const CARD = `
  SELECT
    board_card.card_id AS id, doc_id AS boardId, lane_id AS laneId, place, board_card.kind, board_card.text, excerpt,
    form, author_id AS authorId, question_key AS questionKey, parent_id AS parentId, episode_key AS episodeKey,
    safe_said AS safeSaid, safe_key AS safeKey, closes_key AS closesKey, after_key AS afterKey,
    words_seal AS wordsSeal, board_card.created_at AS createdAt, board_card.updated_at AS updatedAt,
    archived_at AS archivedAt, gone_at AS goneAt,
    question.answer_ordinal AS answerOrdinal, question.answer_outcome AS answerOutcome,
    question.answer_text AS answerText, question.answer_safe_after AS answerSafeAfter
  FROM board_card
  LEFT JOIN question ON board_card.question_key IS NOT NULL
    AND question.show_id = (SELECT show_id FROM crdt_doc WHERE crdt_doc.doc_id = board_card.doc_id)
    AND question.pack_key = board_card.question_key
`
export const EVIDENCE = `
  SELECT
    evidence_id AS id, card_id AS cardId, stance, card_evidence.kind, note_id AS noteId, beat_key AS beatKey,
    episode_key AS episodeKey, card_evidence.at_ms AS atMs, card_evidence.text,
    note_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM note WHERE note.id = card_evidence.note_id AND note.deleted_at IS NULL
    ) AS noteThere,
    beat.text AS beatText, beat.safe_after AS beatSafeAfter, beat.safe_from_ms AS beatSafeFromMs
  FROM card_evidence
  LEFT JOIN episode ON card_evidence.beat_key IS NOT NULL
    AND episode.show_id = (SELECT show_id FROM crdt_doc WHERE crdt_doc.doc_id = card_evidence.doc_id)
    AND episode.pack_key = card_evidence.episode_key
  LEFT JOIN beat ON beat.episode_id = episode.id AND beat.pack_key = card_evidence.beat_key
`
export const ODDS = `
  SELECT
    odds_id AS id, card_id AS cardId, member_id AS memberId, at, after_key AS afterKey, odds, commitment,
    opened_at AS openedAt, matches
  FROM card_odds
`
export const VERDICT = `
  SELECT
    verdict_id AS id, card_id AS cardId, outcome, episode_key AS episodeKey, after_key AS afterKey, at,
    member_id AS memberId, text
  FROM card_verdict
`
const OPEN = 'archived_at IS NULL AND gone_at IS NULL'

/** What the boards' tables hold. They are written by the projection alone. */
export function boardStore(db: Database) {
  const boards = db.prepare<[string], BoardRow>(`
    SELECT doc_id AS id, show_id AS showId, title, gone_at IS NOT NULL AS gone
    FROM board
    WHERE show_id = ?
    ORDER BY made_at, doc_id
  `)
  const board = db.prepare<[string], BoardRow>(`
    SELECT doc_id AS id, show_id AS showId, title, gone_at IS NOT NULL AS gone FROM board WHERE doc_id = ?
  `)
  const lanes = db.prepare<[string], LaneRow>(`
    SELECT lane_id AS id, role, name, place FROM board_lane WHERE doc_id = ? ORDER BY place, lane_id
  `)
  const cards = db.prepare<[string], CardRow>(
    `${CARD} WHERE doc_id = ? AND ${OPEN} ORDER BY lane_id, place, card_id`,
  )
  const inLane = db.prepare<[string, string], CardRow>(
    `${CARD} WHERE doc_id = ? AND lane_id = ? AND ${OPEN} ORDER BY place, card_id`,
  )
  const deciding = db.prepare<[string], CardRow>(
    `${CARD} WHERE doc_id = ? AND gone_at IS NULL AND (closes_key IS NOT NULL OR question.answer_ordinal IS NOT NULL)`,
  )
  const grown = db
    .prepare<[string, string], string>(
      'SELECT card_id FROM board_card WHERE doc_id = ? AND parent_id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
  const SHUT = 'commitment IS NOT NULL AND opened_at IS NULL'
  const shut = db
    .prepare<[string], string>(`SELECT DISTINCT card_id FROM card_odds WHERE doc_id = ? AND ${SHUT}`)
    .pluck()
  const allShut = db.prepare<[], { boardId: BoardId; cardId: CardId }>(
    `SELECT DISTINCT doc_id AS boardId, card_id AS cardId FROM card_odds WHERE ${SHUT}`,
  )
  const away = db.prepare<[string], CardRow>(`
    ${CARD} WHERE doc_id = ? AND archived_at IS NOT NULL AND gone_at IS NULL ORDER BY archived_at DESC, card_id LIMIT 1000
  `)
  const card = db.prepare<[string], CardRow>(`${CARD} WHERE card_id = ?`)
  const details = db.prepare<[string], string>('SELECT details FROM board_card WHERE card_id = ?').pluck()
  const ofBoard = {
    labels: db.prepare<[string], { cardId: CardId; label: string }>(
      'SELECT card_id AS cardId, label FROM card_label WHERE doc_id = ? ORDER BY card_id, label',
    ),
    evidence: db.prepare<[string], EvidenceRow>(`${EVIDENCE} WHERE doc_id = ? ORDER BY card_id, evidence_id`),
    verdicts: db.prepare<[string], VerdictRow>(
      `${VERDICT} WHERE doc_id = ? ORDER BY card_id, at, verdict_id`,
    ),
  }
  const ofCard = {
    labels: db.prepare<[string, string], { cardId: CardId; label: string }>(
      'SELECT card_id AS cardId, label FROM card_label WHERE doc_id = ? AND card_id = ?',
    ),
    evidence: db.prepare<[string, string], EvidenceRow>(
      `${EVIDENCE} WHERE doc_id = ? AND card_id = ? ORDER BY evidence_id`,
    ),
    odds: db.prepare<[string, string], OddsRow>(
      `${ODDS} WHERE doc_id = ? AND card_id = ? ORDER BY at, odds_id`,
    ),
    verdicts: db.prepare<[string, string], VerdictRow>(
      `${VERDICT} WHERE doc_id = ? AND card_id = ? ORDER BY at, verdict_id`,
    ),
  }
  const starts = db.prepare<[string], { key: string; at: IsoTime }>(
    'SELECT episode_key AS key, at FROM board_start WHERE doc_id = ? ORDER BY at',
  )
  const order = db.prepare<[string, string], { id: CardId; place: string }>(`
    SELECT card_id AS id, place FROM board_card WHERE doc_id = ? AND lane_id = ? ORDER BY place, card_id
  `)
  const episodeKeys = db.prepare<[string], { key: string; ordinal: EpisodeOrdinal }>(`
    SELECT pack_key AS key, ordinal FROM episode WHERE show_id = ? AND pack_key IS NOT NULL
  `)
  const moments = db.prepare<[string, string], EvidenceRow>(`
    ${EVIDENCE}
    WHERE card_evidence.doc_id IN (SELECT doc_id FROM board WHERE board.show_id = ? AND board.gone_at IS NULL)
      AND card_evidence.episode_key = ? AND card_evidence.at_ms IS NOT NULL
    ORDER BY card_evidence.at_ms, evidence_id
    LIMIT 1000
  `)
  const beat = db.prepare<[string, string], { beatKey: string; episodeKey: string; fromMs: Ms | null }>(`
    SELECT beat.pack_key AS beatKey, episode.pack_key AS episodeKey, beat.safe_from_ms AS fromMs
    FROM beat
    JOIN episode ON episode.id = beat.episode_id
    WHERE beat.id = ? AND episode.show_id = ?
  `)
  const note = db.prepare<[string, string], { episodeKey: string | null; atMs: Ms | null }>(`
    SELECT episode.pack_key AS episodeKey, note.at_ms AS atMs
    FROM note
    LEFT JOIN episode ON episode.id = note.episode_id
    WHERE note.id = ? AND note.show_id = ? AND note.deleted_at IS NULL
  `)
  const questions = db.prepare<[string], QuestionRow>(`
    SELECT question.pack_key AS key, question.kind, question.text, raised.pack_key AS raisedKey,
      question.raised_ordinal AS raisedOrdinal, safe.pack_key AS safeKey, question.safe_after AS safeAfter
    FROM question
    LEFT JOIN episode AS raised ON raised.show_id = question.show_id AND raised.ordinal = question.raised_ordinal
    LEFT JOIN episode AS safe ON safe.show_id = question.show_id AND safe.ordinal = question.safe_after
    WHERE question.show_id = ? AND question.pack_key IS NOT NULL
    ORDER BY question.position, question.id
  `)
  const lastSeq = db
    .prepare<[string], number>(`
    SELECT max(snapshot_seq, coalesce((SELECT max(seq) FROM crdt_update WHERE doc_id = crdt_doc.doc_id), 0))
    FROM crdt_doc
    WHERE doc_id = ?
  `)
    .pluck()
  const seqBefore = db
    .prepare<[{ id: string; seq: number }], number>(`
    SELECT max(
      coalesce((SELECT snapshot_seq FROM crdt_doc WHERE doc_id = @id AND snapshot_seq < @seq), 0),
      coalesce((SELECT max(seq) FROM crdt_update WHERE doc_id = @id AND seq < @seq), 0)
    )
  `)
    .pluck()
  const putSecret = db.prepare(`
    INSERT INTO seal_secret (seal_id, doc_id, card_id, salt, secret) VALUES (@id, @docId, @cardId, @salt, @secret)
  `)
  const secrets = db.prepare<[string, string], { id: ItemId; salt: string; secret: string }>(
    'SELECT seal_id AS id, salt, secret FROM seal_secret WHERE doc_id = ? AND card_id = ?',
  )
  const secretsOf = db.prepare<[string], { id: ItemId; salt: string; secret: string }>(
    'SELECT seal_id AS id, salt, secret FROM seal_secret WHERE doc_id = ?',
  )
  const oddsKept = db.prepare<[string], OddsRow>(`${ODDS} WHERE doc_id = ? ORDER BY odds_id`)
  const cardRecords = db.prepare<[string], Omit<CardRecord, 'labels' | 'evidence' | 'odds' | 'verdicts'>>(`
    SELECT
      card_id AS id, lane_id AS laneId, place, kind, text, details, excerpt, form, author_id AS authorId,
      question_key AS questionKey, parent_id AS parentId, episode_key AS episodeKey, safe_said AS safeSaid,
      safe_key AS safeKey, closes_key AS closesKey, after_key AS afterKey, words_seal AS wordsSeal,
      created_at AS createdAt, updated_at AS updatedAt, archived_at AS archivedAt, gone_at AS goneAt
    FROM board_card
    WHERE doc_id = ?
  `)
  const madeAt = db.prepare<[string], string>('SELECT made_at FROM board WHERE doc_id = ?').pluck()

  return {
    /** The boards of a show, the oldest first, those that were taken away among them. */
    boards: (showId: ShowId): BoardRow[] => boards.all(showId),
    board: (id: BoardId): BoardRow | null => board.get(id) ?? null,
    lanes: (id: BoardId): LaneRow[] => lanes.all(id),
    /** The cards that lie on a board, lane by lane, each lane in its order. */
    cards: (id: BoardId): CardRow[] => cards.all(id),
    /** The cards with seals that are not opened. */
    shut: (id: BoardId): ReadonlySet<string> => new Set(shut.all(id)),
    /** The same of every board there is. */
    allShut: () => allShut.all(),
    /** The cards that grew under any of these. */
    grownUnder: (id: BoardId, cards: readonly string[]): string[] => grown.all(id, JSON.stringify(cards)),
    /** The cards that an episode decides, archived ones among them. */
    deciding: (id: BoardId): CardRow[] => deciding.all(id),
    inLane: (id: BoardId, laneId: LaneId): CardRow[] => inLane.all(id, laneId),
    /** The cards in the archive, what was put away last first. */
    away: (id: BoardId): CardRow[] => away.all(id),
    card: (id: CardId): CardRow | null => card.get(id) ?? null,
    details: (id: CardId): string => details.get(id) ?? '',
    /** What hangs on one card, in order; `wholeLists` reads that of a board. */
    lists: (id: BoardId, cardId: CardId) => ({
      labels: ofCard.labels.all(id, cardId),
      evidence: ofCard.evidence.all(id, cardId),
      odds: ofCard.odds.all(id, cardId),
      verdicts: ofCard.verdicts.all(id, cardId),
    }),
    /** The evidence of a whole board, by card. */
    evidence: (id: BoardId): EvidenceRow[] => ofBoard.evidence.all(id),
    /** The newest change of a board, by its number in the log. */
    lastSeq: (id: BoardId): number => lastSeq.get(id) ?? 0,
    /** The change of a board before another one. */
    seqBefore: (id: BoardId, seq: number): number => seqBefore.get({ id, seq }) ?? 0,
    /** When episodes began, in order of time. */
    starts: (id: BoardId) => starts.all(id),
    /** Every card that has a place in a lane, in order: archived and removed ones too. */
    order: (id: BoardId, laneId: LaneId) => order.all(id, laneId),
    episodeKeys: (showId: ShowId) => episodeKeys.all(showId),
    /** The evidence of one episode with a moment, in order of time, on cards that lie on some board of its show. */
    moments: (showId: ShowId, episodeKey: string): EvidenceRow[] => moments.all(showId, episodeKey),
    beat: (id: ItemId, showId: ShowId) => beat.get(id, showId) ?? null,
    note: (id: NoteId, showId: ShowId) => note.get(id, showId) ?? null,
    /** The questions of a show's pack, in order. */
    questions: (showId: ShowId): QuestionRow[] => questions.all(showId),
    putSecret: (secret: {
      readonly id: string
      readonly docId: string
      readonly cardId: string
      readonly salt: string
      readonly secret: string
    }): void => void putSecret.run(secret),
    secrets: (id: BoardId, cardId: CardId) => secrets.all(id, cardId),

    /** Everything that the tables say of a board: for mending its document. */
    kept(id: string): KeptInTables {
      const lists = {
        labels: grouped(ofBoard.labels.all(id), ({ cardId }) => cardId),
        evidence: grouped(ofBoard.evidence.all(id), ({ cardId }) => cardId),
        odds: grouped(oddsKept.all(id), ({ cardId }) => cardId),
        verdicts: grouped(ofBoard.verdicts.all(id), ({ cardId }) => cardId),
      }
      return {
        title: board.get(id)?.title ?? null,
        madeAt: madeAt.get(id) ?? '',
        lanes: lanes.all(id) satisfies readonly LaneRecord[],
        starts: starts.all(id).map(({ key, at }) => [key, at] as const),
        secrets: new Map(
          secretsOf.all(id).map(({ id: seal, salt, secret }) => [seal as string, { salt, secret }]),
        ),
        cards: cardRecords.all(id).map((own) => ({
          ...own,
          labels: (lists.labels.get(own.id as CardId) ?? []).map(({ label }) => label),
          evidence: lists.evidence.get(own.id as CardId) ?? [],
          odds: lists.odds.get(own.id as CardId) ?? [],
          verdicts: lists.verdicts.get(own.id as CardId) ?? [],
        })),
      }
    },
  }
}
export type BoardStore = ReturnType<typeof boardStore>

export interface QuestionRow {
  readonly key: string
  readonly kind: CardKind
  readonly text: string
  readonly raisedKey: string | null
  readonly raisedOrdinal: number | null
  readonly safeKey: string | null
  readonly safeAfter: number | null
}
