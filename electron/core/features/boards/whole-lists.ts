import type { BoardId, CardId, ItemId, MemberId } from '@shared/ids'
import type { IsoTime } from '@shared/time'
import type { Database } from '../../db/database'
import { runs } from './grouped'
import { EVIDENCE, type EvidenceRow, ODDS, type OddsRow, VERDICT, type VerdictRow } from './store'

/** What hangs on the cards of a board, by card, in order. */
export interface WholeLists {
  readonly labels: ReadonlyMap<CardId, readonly string[]>
  readonly evidence: ReadonlyMap<CardId, readonly EvidenceRow[]>
  readonly odds: ReadonlyMap<CardId, readonly OddsRow[]>
  readonly verdicts: ReadonlyMap<CardId, readonly VerdictRow[]>
}

interface InTime {
  readonly id: string
  readonly at: string
}
const isBefore = (a: InTime, b: InTime): boolean => a.at < b.at || (a.at === b.at && a.id < b.id)
const byTime = (a: InTime, b: InTime): number => (isBefore(a, b) ? -1 : 1)

/** Ids are made in the order of time, so rows that come by id mostly are in the order of time too. */
function inTime<Row extends InTime>(rows: Row[]): Row[] {
  for (let at = 1; at < rows.length; at += 1)
    if (!isBefore(rows[at - 1] as Row, rows[at] as Row)) return rows.sort(byTime)
  return rows
}

/** What no column holds inside a value, unless somebody put it there: then rows are read one by one. */
const BETWEEN = '\u001f'
const joined = (column: string) => `group_concat(coalesce(${column}, ''), char(31))`

type Columns = readonly [string, string, string, string, string, string] | readonly [null]

/**
 * Odds out of columns. SQLite makes a column in one piece, which takes half of the time of as many rows; a board of
 * thousands of cards has more odds than anything else.
 *
 * @returns null when the columns cannot be told apart, because a value holds what stands between values
 */
function oddsOutOf(columns: Columns): Map<CardId, OddsRow[]> | null {
  const groups = new Map<CardId, OddsRow[]>()
  if (columns[0] === null) return groups
  const [ids, cards, members, times, afters, odds] = columns.map((column) => (column ?? '').split(BETWEEN))
  if (!ids || !cards || !members || !times || !afters || !odds) return null
  for (const column of [cards, members, times, afters, odds]) if (column.length !== ids.length) return null
  let [card, after, group] = ['', '', [] as OddsRow[]]
  for (let row = 0; row < ids.length; row += 1) {
    if (cards[row] !== card) {
      card = cards[row] ?? ''
      group = groups.get(card as CardId) ?? []
      groups.set(card as CardId, group)
    }
    // mostly the same as of the last one, and then the same string, whose place in the story is found faster
    if (afters[row] !== after) after = afters[row] ?? ''
    group.push({
      id: ids[row] as ItemId,
      cardId: card as CardId,
      memberId: members[row] as MemberId,
      at: times[row] as IsoTime,
      afterKey: after === '' ? null : after,
      odds: odds[row] === '' ? null : (odds[row] ?? null),
      commitment: null,
      openedAt: null,
      matches: null,
    })
  }
  return groups
}

/** Reads everything that hangs on the cards of a board at once. */
export function wholeLists(db: Database): (id: BoardId) => WholeLists {
  const labels = db
    .prepare<[string], readonly [CardId, string]>(
      'SELECT card_id, label FROM card_label WHERE doc_id = ? ORDER BY card_id, label',
    )
    .raw()
  const evidence = db.prepare<[string], EvidenceRow>(
    `${EVIDENCE} WHERE doc_id = ? ORDER BY card_id, evidence_id`,
  )
  // in the order in which they are stored: what hangs on one card is a few rows, and sorted faster here
  const openOdds = db
    .prepare<[string], Columns>(`
    SELECT ${['odds_id', 'card_id', 'member_id', 'at', 'after_key', 'odds'].map(joined).join(', ')}
    FROM card_odds
    WHERE doc_id = ? AND commitment IS NULL AND opened_at IS NULL AND matches IS NULL AND after_key IS NOT ''
  `)
    .raw()
  const otherOdds = db.prepare<[string], OddsRow>(`
    ${ODDS}
    WHERE doc_id = ?
      AND NOT (commitment IS NULL AND opened_at IS NULL AND matches IS NULL AND after_key IS NOT '')
    ORDER BY card_id, odds_id
  `)
  const allOdds = db.prepare<[string], OddsRow>(`${ODDS} WHERE doc_id = ? ORDER BY card_id, odds_id`)
  const verdicts = db.prepare<[string], VerdictRow>(
    `${VERDICT} WHERE doc_id = ? ORDER BY card_id, verdict_id`,
  )

  const oddsOf = (id: BoardId): Map<CardId, OddsRow[]> => {
    const columns = openOdds.get(id)
    const open = columns ? oddsOutOf(columns) : null
    const groups = open ?? new Map<CardId, OddsRow[]>()
    for (const row of open === null ? allOdds.all(id) : otherOdds.all(id)) {
      const group = groups.get(row.cardId)
      if (group) group.push(row)
      else groups.set(row.cardId, [row])
    }
    for (const group of groups.values()) inTime(group)
    return groups
  }

  const ofCard = ({ cardId }: { readonly cardId: CardId }): CardId => cardId
  return (id) => {
    const named = new Map<CardId, string[]>()
    for (const [card, label] of labels.all(id)) {
      const known = named.get(card)
      if (known) known.push(label)
      else named.set(card, [label])
    }
    const decided = new Map<CardId, readonly VerdictRow[]>()
    for (const [card, rows] of runs(verdicts.all(id), ofCard)) decided.set(card, inTime([...rows]))
    return { labels: named, evidence: runs(evidence.all(id), ofCard), odds: oddsOf(id), verdicts: decided }
  }
}
