import type { Collection, Key, Node } from 'react-stately'
import type { LaneRow } from './lane-rows'

/** A row is no link, is never disabled, and says nothing else of itself. */
const NO_PROPS = {}

/**
 * A lane's rows, as React Aria's hooks ask for them. It looks at the rows that are there and copies nothing: React
 * Aria's own collections are built from elements, in a tree of their own, whenever a card has moved.
 */
export class LaneCollection implements Collection<Node<LaneRow>> {
  readonly #rows: readonly LaneRow[]
  readonly #textOf: (row: LaneRow) => string
  readonly #places: ReadonlyMap<Key, number>

  /** @param textOf what a row is called, where it is spoken of */
  constructor(rows: readonly LaneRow[], textOf: (row: LaneRow) => string) {
    this.#rows = rows
    this.#textOf = textOf
    this.#places = new Map(rows.map(({ id }, at) => [id, at]))
  }

  get size(): number {
    return this.#rows.length
  }

  /** The place of a row, from 0; -1 for one that is not there. */
  placeOf(key: Key): number {
    return this.#places.get(key) ?? -1
  }

  at(place: number): Node<LaneRow> | null {
    const row = this.#rows[place]
    if (!row) return null
    const textOf = this.#textOf
    return {
      type: 'item',
      key: row.id,
      value: row,
      index: place,
      level: 0,
      prevKey: this.#keyAt(place - 1),
      nextKey: this.#keyAt(place + 1),
      parentKey: null,
      hasChildNodes: false,
      childNodes: [],
      rendered: null,
      props: NO_PROPS,
      get textValue() {
        return textOf(row)
      },
    }
  }

  getItem(key: Key): Node<LaneRow> | null {
    return this.at(this.placeOf(key))
  }

  getTextValue(key: Key): string {
    const row = this.#rows[this.placeOf(key)]
    return row ? this.#textOf(row) : ''
  }

  getKeys(): Iterable<Key> {
    return this.#places.keys()
  }

  getKeyBefore(key: Key): Key | null {
    return this.#keyAt(this.placeOf(key) - 1)
  }

  getKeyAfter(key: Key): Key | null {
    const place = this.placeOf(key)
    return place < 0 ? null : this.#keyAt(place + 1)
  }

  getFirstKey(): Key | null {
    return this.#keyAt(0)
  }

  getLastKey(): Key | null {
    return this.#keyAt(this.size - 1)
  }

  *[Symbol.iterator](): Iterator<Node<LaneRow>> {
    for (let place = 0; place < this.size; place += 1) {
      const node = this.at(place)
      if (node) yield node
    }
  }

  #keyAt(place: number): Key | null {
    return this.#rows[place]?.id ?? null
  }
}
