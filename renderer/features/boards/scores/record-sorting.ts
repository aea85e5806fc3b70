import type { RecordEntry } from '@shared/boards/scores-schema'

/** The columns by which a record can be put in order. */
export const RECORD_COLUMNS = [
  'decided',
  'text',
  'brier',
  'log',
  'relativeBrier',
  'relativeLog',
  'rank',
] as const
export type RecordColumn = (typeof RECORD_COLUMNS)[number]

export interface RecordOrder {
  readonly by: RecordColumn
  readonly down: boolean
}

/** The same column turns around; another one begins from below. */
export const turned = ({ by, down }: RecordOrder, column: RecordColumn): RecordOrder =>
  by === column ? { by, down: !down } : { by: column, down: false }

type Key = number | string | null
const keyOf = (entry: RecordEntry, by: RecordColumn, at: number): Key =>
  by === 'decided' ? at : by === 'text' ? entry.card.text : entry[by]

/**
 * The entries of a record in an order. What is undefined comes last either way; equals stay in the order in which they
 * were decided, which is how they come.
 *
 * @param language for the alphabet
 */
export function inRecordOrder(
  entries: readonly RecordEntry[],
  { by, down }: RecordOrder,
  language: string,
): RecordEntry[] {
  const words = new Intl.Collator(language)
  const compare = (a: Key, b: Key): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const way = typeof a === 'string' && typeof b === 'string' ? words.compare(a, b) : Number(a) - Number(b)
    return down ? -way : way
  }
  return entries
    .map((entry, at) => ({ entry, key: keyOf(entry, by, at), at }))
    .sort((a, b) => compare(a.key, b.key) || a.at - b.at)
    .map(({ entry }) => entry)
}
