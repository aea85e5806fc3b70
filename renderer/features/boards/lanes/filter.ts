import type { BoardLane } from '@shared/boards/schema'
import type { MemberId } from '@shared/ids'
import { isOpen, type OpenCard } from './lanes'

/** What of a board is drawn. */
export interface Filter {
  /** Cards with any of these. */
  readonly labels: ReadonlySet<string>
  readonly mine: boolean
  readonly search: string
}

export const EVERYTHING: Filter = { labels: new Set(), mine: false, search: '' }

/** As many labels as stand beside the title; more are found by the search. */
const MOST_CHIPS = 6

/** Words without regard to case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

export const isFiltering = ({ labels, mine, search }: Filter): boolean =>
  labels.size > 0 || mine || search.trim() !== ''

const counted = new WeakMap<BoardLane, ReadonlyMap<string, number>>()

/** How many cards of a lane have each label. Counted once for as long as the lane stays the same object. */
function labelsIn(lane: BoardLane): ReadonlyMap<string, number> {
  const known = counted.get(lane)
  if (known) return known
  const counts = new Map<string, number>()
  for (const card of lane.cards)
    if (isOpen(card)) for (const label of card.labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  counted.set(lane, counts)
  return counts
}

/** The labels of cards that may be read: those of the most cards, by name. */
export function labelsOn(lanes: readonly BoardLane[], chosen: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>()
  for (const lane of lanes)
    for (const [label, count] of labelsIn(lane)) counts.set(label, (counts.get(label) ?? 0) + count)
  const common = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([label]) => label)
  const shown = common.filter((label, at) => at < MOST_CHIPS || chosen.has(label))
  return shown.sort((a, b) => a.localeCompare(b))
}

/**
 * What a filter lets through; undefined for a filter that lets everything through.
 *
 * @param me those whose cards are one's own: the member who guesses, and null when that is the person
 */
export function passes(
  filter: Filter,
  me: ReadonlySet<MemberId | null>,
): ((card: OpenCard) => boolean) | undefined {
  if (!isFiltering(filter)) return undefined
  const words = folded(filter.search).split(/\s+/).filter(Boolean)
  return (card) => {
    if (filter.mine && !(card.origin === 'mine' && me.has(card.authorId))) return false
    if (filter.labels.size > 0 && !card.labels.some((label) => filter.labels.has(label))) return false
    if (words.length === 0) return true
    const text = folded(`${card.text}\n${card.excerpt}\n${card.labels.join('\n')}`)
    return words.every((word) => text.includes(word))
  }
}
