import type * as Y from 'yjs'
import type { Database } from '../../db/database'
import { cardsOf, metaOf, type Part, partsById, splitKey, startsOf, touchedBy } from './board-doc'
import { cardRecord, type LaneRecord, laneRecords } from './card-record'
import { projectionStore } from './projection-store'

type Cards = Map<string, Map<Part, unknown>>

/** What stands in for a lane when a document has none at all. */
const NO_LANE: LaneRecord = { id: '', role: null, name: null, place: '' }

/** Fields that hang on nothing but the card's own row. */
const isList = (part: Part): boolean => part.includes('.')

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** When episodes began, by their key, in order. */
export function startRecords(doc: Y.Doc): (readonly [key: string, at: string])[] {
  const starts: (readonly [string, string])[] = []
  for (const [key, value] of startsOf(doc).entries()) {
    const cut = key.lastIndexOf('@')
    const at = key.slice(cut + 1)
    if (value === true && cut > 0 && ISO.test(at)) starts.push([key.slice(0, cut), at])
  }
  return starts.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
}

/**
 * Writes boards from their documents into the tables that everybody reads. What is in the tables depends on the
 * document alone, never on the way it came there.
 */
export function projection(db: Database) {
  const store = projectionStore(db)
  // the parts of every card of a document, so that one change does not look through all of them
  const index = new WeakMap<Y.Doc, Cards>()

  const projectMeta = (id: string, doc: Y.Doc): void => {
    const meta = metaOf(doc)
    const [title, made, gone] = [meta.get('title'), meta.get('made'), meta.get('gone')]
    store.board(
      id,
      typeof title === 'string' && title !== '' ? title.slice(0, 120) : null,
      typeof made === 'string' ? made : '',
      typeof gone === 'string' ? gone : null,
    )
  }

  const lanesFor = (doc: Y.Doc): readonly LaneRecord[] => {
    const lanes = laneRecords(doc)
    return lanes.length > 0 ? lanes : [NO_LANE]
  }

  const projectAll = (id: string, doc: Y.Doc): void => {
    const cards = partsById(cardsOf(doc))
    index.set(doc, cards)
    projectMeta(id, doc)
    const lanes = lanesFor(doc)
    store.lanes(id, laneRecords(doc))
    store.starts(id, startRecords(doc))
    store.clear(id)
    for (const [cardId, parts] of cards) {
      const record = cardRecord(doc, cardId, parts, lanes)
      if (record) store.card(id, record, true)
    }
  }

  return {
    /**
     * @param changes what became different; null writes everything anew
     * @returns the cards that were written; null when it may be any of them
     */
    project(id: string, doc: Y.Doc, changes: readonly Y.Transaction[] | null): ReadonlySet<string> | null {
      const cards = index.get(doc)
      if (changes === null) {
        projectAll(id, doc)
        return null
      }
      const touched = touchedBy(changes)
      const known = cards ?? partsById(cardsOf(doc))
      index.set(doc, known)
      if (touched.meta) projectMeta(id, doc)
      if (touched.starts) store.starts(id, startRecords(doc))
      const map = cardsOf(doc)
      const lists = new Map<string, boolean>()
      for (const key of touched.keys) {
        const split = splitKey(key)
        if (!split) continue
        const parts = known.get(split.id) ?? new Map<Part, unknown>()
        known.set(split.id, parts)
        if (map.has(key)) parts.set(split.part, map.get(key))
        else parts.delete(split.part)
        lists.set(split.id, (lists.get(split.id) ?? false) || isList(split.part) || split.part === 'form')
      }
      for (const cardId of touched.texts) lists.set(cardId, lists.get(cardId) ?? false)
      const lanes = lanesFor(doc)
      if (touched.lanes) {
        // where a lane goes, its cards go elsewhere
        store.lanes(id, laneRecords(doc))
        for (const cardId of known.keys()) lists.set(cardId, lists.get(cardId) ?? false)
      }
      for (const [cardId, withLists] of lists) {
        const record = cardRecord(doc, cardId, known.get(cardId) ?? new Map(), lanes)
        if (record) store.card(id, record, withLists)
        else store.dropCard(id, cardId)
      }
      return touched.lanes || touched.starts ? null : new Set(lists.keys())
    },
  }
}
export type Projection = ReturnType<typeof projection>
