import type * as Y from 'yjs'
import { cardsOf, type Json, lanesOf, metaOf, type Part, partsById, put, putCard, putText } from './board-doc'
import { type CardRecord, cardRecord, type LaneRecord, laneRecords } from './card-record'

const parsed = (json: string): Json => JSON.parse(json) as Json

/** The parts of a document that say what a card's row says; what hangs on the card not among them. */
export const ownParts = (record: CardRecord): Record<Part, Json> => ({
  kind: record.kind,
  lie: [record.laneId, record.place],
  ...(record.wordsSeal === null ? { title: record.text } : { words: record.wordsSeal }),
  form: record.form === null ? null : parsed(record.form),
  author: record.authorId,
  question: record.questionKey,
  parent: record.parentId,
  episode: record.episodeKey,
  safe: record.safeSaid === 1 ? { key: record.safeKey } : null,
  closes: record.closesKey,
  after: record.afterKey,
  made: record.createdAt,
  edited: record.updatedAt,
  away: record.archivedAt,
  gone: record.goneAt === null ? null : { at: record.goneAt },
})

/** The parts that hang on a card and are in a record, and not yet in another one. */
function missingLists(record: CardRecord, known: CardRecord | null): Record<Part, Json> {
  const parts: Record<Part, Json> = {}
  const has = (list: 'evidence' | 'odds' | 'verdicts', id: string) =>
    known?.[list].some((each) => each.id === id) ?? false
  for (const label of record.labels) if (!known?.labels.includes(label)) parts[`label.${label}`] = true
  for (const { id, stance, kind, noteId, beatKey, episodeKey, atMs, text } of record.evidence)
    if (!has('evidence', id))
      parts[`evidence.${id}`] = {
        stance,
        is: kind,
        note: noteId,
        beat: beatKey,
        episode: episodeKey,
        atMs,
        text,
      }
  for (const { id, memberId, at, afterKey, odds, commitment } of record.odds) {
    if (has('odds', id)) continue
    if (odds !== null) parts[`odds.${memberId}.${id}`] = { odds: parsed(odds), at, after: afterKey }
    else if (commitment !== null) parts[`seal.${memberId}.${id}`] = { commitment, at, after: afterKey }
  }
  for (const { id, outcome, episodeKey, afterKey, at, memberId, text } of record.verdicts)
    if (!has('verdicts', id))
      parts[`verdict.${id}`] = { outcome, episode: episodeKey, after: afterKey, at, member: memberId, text }
  return parts
}

export interface KeptInTables {
  readonly title: string | null
  readonly madeAt: string
  readonly lanes: readonly LaneRecord[]
  readonly cards: readonly CardRecord[]
  readonly starts: readonly (readonly [key: string, at: string])[]
}

/**
 * Writes into a document what its tables say and it does not: they were written in one transaction with every change,
 * so they hold what a lost change has done.
 */
export function mendFrom(doc: Y.Doc, { title, madeAt, lanes, cards, starts }: KeptInTables): void {
  const meta = metaOf(doc)
  put(meta, 'title', title)
  put(meta, 'made', madeAt)
  for (const { id, role, name, place } of lanes)
    for (const [part, value] of Object.entries({ role, name, place, gone: null }))
      put(lanesOf(doc), `${id}.${part}`, value)
  const startsMap = doc.getMap('starts')
  for (const [key, at] of starts) put(startsMap, `${key}@${at}`, true)
  const parts = partsById(cardsOf(doc))
  const standing = laneRecords(doc)
  for (const record of cards) {
    const known = cardRecord(doc, record.id, parts.get(record.id) ?? new Map(), standing)
    putCard(doc, record.id, ownParts(record))
    putCard(doc, record.id, missingLists(record, known))
    if (known?.details !== record.details && record.wordsSeal === null)
      putText(doc, record.id, record.details)
  }
}
