import type { Veil } from '@shared/veil/schema'
import type { LaneView, OpenCard } from './lanes'

/** The veils of a lane that lower with the same episode, drawn as one. */
export interface VeilGroup {
  readonly id: string
  readonly safeAfter: Veil['safeAfter']
  /** Which veils they are, among all of the lane. */
  readonly turns: readonly number[]
}
export type LaneRow = OpenCard | VeilGroup

export const isCard = (row: LaneRow): row is OpenCard => 'kind' in row

const drawn = new WeakMap<LaneView, readonly LaneRow[]>()

/** What a lane's list shows: its cards, then its veils by the episode after which they are safe. */
export function rowsOf(view: LaneView): readonly LaneRow[] {
  const known = drawn.get(view)
  if (known) return known
  const turns = new Map<Veil['safeAfter'], number[]>()
  for (const [turn, { safeAfter }] of view.veils.entries())
    turns.set(safeAfter, [...(turns.get(safeAfter) ?? []), turn])
  const groups = [...turns]
    .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([safeAfter, of]) => ({ id: `veil-${safeAfter ?? 'unknown'}`, safeAfter, turns: of }))
  const rows = [...view.cards, ...groups]
  drawn.set(view, rows)
  return rows
}
