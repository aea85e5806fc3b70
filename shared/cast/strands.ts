import type { z } from 'zod'
import type { RelationKind } from '../exchange/pack-schema'
import type { ItemId } from '../ids'
import type { Ms } from '../time'
import type { EpisodeOrdinal } from '../veil/schema'
import type { Relations } from './relations-schema'

export type Kind = z.infer<typeof RelationKind>

/** One line out of the columns; `from` and `to` are places in `Relations.roles`. */
export interface Line {
  readonly id: ItemId
  readonly from: number
  readonly to: number
  readonly kind: Kind
  readonly label: string
  readonly labelBack: string | null
  readonly text: string | null
  readonly since: EpisodeOrdinal
  readonly until: EpisodeOrdinal | null
  readonly opens: EpisodeOrdinal
  readonly opensMs: Ms | null
}

/** The lines, one by one. */
export function linesOf({ lines, roles }: Pick<Relations, 'lines' | 'roles'>): Line[] {
  return lines.id.flatMap((id, at): Line[] => {
    const [from, to, kind, label] = [lines.from[at], lines.to[at], lines.kind[at], lines.label[at]]
    const [since, opens] = [lines.since[at], lines.opens[at]]
    if (from === undefined || to === undefined || !roles[from] || !roles[to] || from === to) return []
    if (!kind || label === undefined || since === undefined || opens === undefined) return []
    const until = lines.until[at] ?? null
    const labelBack = lines.labelBack[at] ?? null
    const text = lines.text[at] ?? null
    const opensMs = lines.opensMs[at] ?? null
    return [{ id, from, to, kind, label, labelBack, text, since, until, opens, opensMs }]
  })
}

/**
 * Whether a line is over by the end of an episode. What began and ended in one episode still stands in it,
 * or it would never be seen.
 */
export const isOver = ({ until, opens }: Line, at: number): boolean =>
  until !== null && (until < at || (until === at && opens < at))

/** Whether an episode changes a line: it begins, is told, or ends. */
export const changesIn = ({ until, opens }: Line, at: number): boolean =>
  opens === at || (until === at && opens <= at)

/** How a strand is drawn: as its kind, or as something that is over. */
export type Style = Kind | 'ended'
export const STYLES: readonly Style[] = [
  'loves',
  'family',
  'works-for',
  'client',
  'friends',
  'at-odds',
  'ended',
]

/** What is drawn between two roles: all lines of one kind between them that hold, or those that are over. */
export interface Strand {
  /** The same from episode to episode, as long as it is drawn. */
  readonly key: string
  readonly style: Style
  readonly from: number
  readonly to: number
  /** In the order in which they became known. */
  readonly lines: readonly Line[]
  /** Whether the episode that is looked at changed it. */
  readonly changed: boolean
}

const ONE_WAY: ReadonlySet<Style> = new Set(['works-for', 'client'])

/** Whether a strand has an arrow at its `to`. */
export const hasArrow = ({ style }: Pick<Strand, 'style'>): boolean => ONE_WAY.has(style)

const pairOf = ({ from, to }: Line) => (from < to ? `${from}-${to}` : `${to}-${from}`)

/**
 * What stands between the roles at the end of an episode. Lines of one kind between two roles are one strand.
 * What is over is drawn only where nothing of its kind holds: a new love takes an old one's place.
 *
 * @param at an ordinal within the reach
 */
export function strandsAt(lines: readonly Line[], at: number): Strand[] {
  const known = lines.filter(({ opens }) => opens <= at)
  const held = new Set(
    known.filter((line) => !isOver(line, at)).map((line) => `${pairOf(line)} ${line.kind}`),
  )
  const strands = new Map<string, { style: Style; lines: Line[] }>()
  for (const line of known) {
    const over = isOver(line, at)
    if (over && held.has(`${pairOf(line)} ${line.kind}`)) continue
    const style: Style = over ? 'ended' : line.kind
    const key = `${ONE_WAY.has(style) ? `${line.from}>${line.to}` : pairOf(line)} ${style}`
    const strand = strands.get(key) ?? { style, lines: [] }
    strand.lines.push(line)
    strands.set(key, strand)
  }
  return [...strands].flatMap(([key, { style, lines: of }]): Strand[] => {
    const first = of[0]
    if (!first) return []
    const sorted = of.toSorted((a, b) => a.opens - b.opens)
    const changed = of.some((line) => changesIn(line, at))
    return [{ key, style, from: first.from, to: first.to, lines: sorted, changed }]
  })
}

/** The lines that an episode changes: first what begins, then what ends. */
export function changesOf(lines: readonly Line[], at: number): { begun: Line[]; ended: Line[] } {
  return {
    begun: lines.filter(({ opens }) => opens === at),
    ended: lines.filter((line) => line.until === at && line.opens < at),
  }
}

/** How many lines each episode changes, from 1 to `through`. */
export function changesByEpisode(lines: readonly Line[], through: number): number[] {
  const counts = Array.from({ length: through }, () => 0)
  const count = (at: number) => {
    if (at >= 1 && at <= through) counts[at - 1] = (counts[at - 1] ?? 0) + 1
  }
  for (const { opens, until } of lines) {
    count(opens)
    if (until !== null && until > opens) count(until)
  }
  return counts
}
