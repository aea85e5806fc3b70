import { diffLines, diffWordsWithSpace } from 'diff'

export interface Piece {
  readonly text: string
  readonly kind: 'same' | 'added' | 'taken'
}

/** A comparison by words that takes longer than this is made by lines, in ms. */
const PATIENCE_MS = 400

/**
 * What changed between two texts, word by word.
 *
 * @returns pieces in order: the same and the taken ones join to `before`, the same and the added ones to `after`
 */
export function differences(before: string, after: string): Piece[] {
  const changes =
    diffWordsWithSpace(before, after, { timeout: PATIENCE_MS }) ??
    diffLines(before, after, { timeout: PATIENCE_MS })
  if (!changes)
    return [
      { text: before, kind: 'taken' },
      { text: after, kind: 'added' },
    ]
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'taken' : 'same',
  }))
}
