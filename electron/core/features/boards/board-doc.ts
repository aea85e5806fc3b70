import type { CardId } from '@shared/ids'
import * as Y from 'yjs'

/**
 * How a board lies in its document. Everything is a key of one flat map and not a map within a map: two replicas that
 * both make `cards[id]` would each make a map of their own, and one of them would lose all that was written into it.
 * Flat keys have no beginning, so there is nothing to collide in.
 *
 * - `meta`: `format`, `title`, `made`, `gone`.
 * - `lanes`: `<laneId>.role|name|place|gone`.
 * - `cards`: `<cardId>.<field>`, see `FIELDS`; where a card lies is one value, lane and place together, so that
 *   two moves of it leave it in one place. What many may add to is a key each: `label.<label>`, `evidence.<id>`,
 *   `odds.<memberId>.<id>`, `seal.<memberId>.<id>`, `opening.<sealId>`, `verdict.<id>`.
 * - `text/<cardId>`: the card's text, which merges letter by letter.
 * - `starts`: `<episodeKey>@<time>`, when an episode began on somebody's clock.
 */
export const FORMAT = 1

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/** A part of a card: a field, or a field with an id behind it. */
export type Part = string

const ID_LENGTH = 36
const TEXT = 'text/'

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
export const lanesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('lanes')
export const cardsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards')
export const startsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('starts')
export const textOf = (doc: Y.Doc, id: string): Y.Text => doc.getText(`${TEXT}${id}`)

/** The format that a document says it has; a document that is still empty has the first. */
export function formatOf(doc: Y.Doc): number {
  const format = metaOf(doc).get('format')
  return typeof format === 'number' && Number.isInteger(format) && format >= 1 ? format : 1
}

/** Splits a key of `cards` or `lanes` into the id and the part behind it; null for a key that is neither. */
export function splitKey(key: string): { readonly id: string; readonly part: Part } | null {
  if (key.length <= ID_LENGTH + 1 || key[ID_LENGTH] !== '.') return null
  return { id: key.slice(0, ID_LENGTH), part: key.slice(ID_LENGTH + 1) }
}

/** The parts of every item of a flat map, by id. */
export function partsById(map: Y.Map<unknown>): Map<string, Map<Part, unknown>> {
  const items = new Map<string, Map<Part, unknown>>()
  for (const [key, value] of map.entries()) {
    const split = splitKey(key)
    if (!split) continue
    const parts = items.get(split.id) ?? new Map<Part, unknown>()
    parts.set(split.part, value)
    items.set(split.id, parts)
  }
  return items
}

const sameJson = (a: unknown, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Sets a key, unless it says the same already: what is set anew is history that grows. */
export function put(map: Y.Map<unknown>, key: string, value: Json): void {
  const known = map.get(key)
  if (known === undefined ? value !== null : !sameJson(known, value)) map.set(key, value)
}

/** Sets parts of a card. */
export function putCard(doc: Y.Doc, id: CardId | string, parts: Readonly<Record<Part, Json>>): void {
  const cards = cardsOf(doc)
  for (const [part, value] of Object.entries(parts)) put(cards, `${id}.${part}`, value)
}

/** Makes a card's text say something else by one edit between what stays at both ends. */
export function putText(doc: Y.Doc, id: string, text: string): void {
  if (text === '' && !doc.share.has(`${TEXT}${id}`)) return
  const held = textOf(doc, id)
  const old = held.toString()
  if (old === text) return
  let from = 0
  while (from < old.length && from < text.length && old[from] === text[from]) from += 1
  let tail = 0
  const most = Math.min(old.length, text.length) - from
  while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  // never between the two halves of one character
  if (from > 0 && isHigh(old.charCodeAt(from - 1))) from -= 1
  if (tail > 0 && isLow(old.charCodeAt(old.length - tail))) tail -= 1
  const gone = old.length - from - tail
  if (gone > 0) held.delete(from, gone)
  if (text.length - tail > from) held.insert(from, text.slice(from, text.length - tail))
}
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

export const readText = (doc: Y.Doc, id: string): string =>
  doc.share.has(`${TEXT}${id}`) ? textOf(doc, id).toString() : ''

/** What a change has touched: the keys of cards, cards whose text did change, and whether anything else did. */
export interface Touched {
  readonly keys: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly lanes: boolean
  readonly starts: boolean
  readonly meta: boolean
}

/** Names the maps of a document, before anything comes into it. */
export function prepare(doc: Y.Doc): void {
  for (const name of ['meta', 'lanes', 'cards', 'starts']) doc.getMap(name)
}

/** What changes have touched, before anything is read from the document after them. */
export function touchedBy(changes: readonly Y.Transaction[]): Touched {
  const keys = new Set<string>()
  const texts = new Set<string>()
  const touched = { meta: false, lanes: false, starts: false }
  for (const { changed } of changes) {
    for (const [type, changedKeys] of changed) {
      const name = type._item === null ? Y.findRootTypeKey(type) : ''
      if (name === 'meta' || name === 'lanes' || name === 'starts') touched[name] = true
      else if (name === 'cards') {
        for (const key of changedKeys) if (key !== null) keys.add(key)
      } else if (name.startsWith(TEXT)) texts.add(name.slice(TEXT.length))
    }
  }
  return { keys, texts, ...touched }
}
