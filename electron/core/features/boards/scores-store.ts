import type { BoardId } from '@shared/ids'
import type { Database } from '../../db/database'
import {
  CARD,
  type CardRow,
  EVIDENCE,
  type EvidenceRow,
  ODDS,
  type OddsRow,
  VERDICT,
  type VerdictRow,
} from './store'

/** The cards of a board that somebody has decided once, archived ones too, and what counts for their scores. */
export function scoresStore(db: Database) {
  const decided = 'card_id IN (SELECT card_id FROM card_verdict WHERE doc_id = @id)'
  const cards = db.prepare<{ id: string }, CardRow>(`
    ${CARD}
    WHERE doc_id = @id AND gone_at IS NULL AND board_card.${decided}
  `)
  const evidence = db.prepare<{ id: string }, EvidenceRow>(`
    ${EVIDENCE}
    WHERE doc_id = @id AND ${decided}
  `)
  const odds = db.prepare<{ id: string }, OddsRow>(`
    ${ODDS}
    WHERE doc_id = @id AND ${decided}
    ORDER BY card_id, at, odds_id
  `)
  const verdicts = db.prepare<{ id: string }, VerdictRow>(`
    ${VERDICT}
    WHERE doc_id = @id
    ORDER BY card_id, at, verdict_id
  `)
  return {
    decided: (id: BoardId) => ({
      cards: cards.all({ id }),
      evidence: evidence.all({ id }),
      odds: odds.all({ id }),
      verdicts: verdicts.all({ id }),
    }),
  }
}
