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
function missingLists(
  record: CardRecord,
  known: CardRecord | null,
  secrets: KeptInTables['secrets'],
): Record<Part, Json> {
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
  for (const { id, memberId, at, afterKey, odds, commitment, openedAt } of record.odds) {
    const secret = secrets.get(id)
    const opening = openedAt !== null && secret ? { ...secret, at: openedAt } : null
    if (has('odds', id)) {
      // the seal is there, and what opened it is not
      if (opening && known?.odds.find((each) => each.id === id)?.openedAt === null)
        parts[`opening.${id}`] = opening
      continue
    }
    // an opened seal of which nobody has the opening any more stays as what it said
    if (commitment !== null && (openedAt === null || opening)) {
      parts[`seal.${memberId}.${id}`] = { commitment, at, after: afterKey }
      if (opening) parts[`opening.${id}`] = opening
    } else if (odds !== null) parts[`odds.${memberId}.${id}`] = { odds: parsed(odds), at, after: afterKey }
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
  /** What opens the seals that were made on this machine, by their ids. */
  readonly secrets: ReadonlyMap<string, { readonly salt: string; readonly secret: string }>
}

/**
 * Writes into a document what its tables say and it does not: they were written in one transaction with every change,
 * so they hold what a lost change has done.
 */
export function mendFrom(doc: Y.Doc, { title, madeAt, lanes, cards, starts, secrets }: KeptInTables): void {
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
    // words that were sealed come back with their seal, or plain when nobody can open it any more
    const seal = record.wordsSeal
    const isShut = seal !== null && record.text === ''
    const isSealed = seal !== null && (isShut || secrets.has(seal))
    putCard(doc, record.id, ownParts(isSealed ? record : { ...record, wordsSeal: null }))
    putCard(doc, record.id, missingLists(record, known, secrets))
    if (!isSealed && known?.details !== record.details) putText(doc, record.id, record.details)
  }
}
