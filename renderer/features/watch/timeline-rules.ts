import type { NoteRow } from '@shared/notes/schema'

/** A mark on the strip: shape and colour both say its kind. */
export interface Mark {
  readonly id: string
  readonly atMs: number
  readonly kind: 'pinned' | 'quote' | 'question'
}

const kindOf = ({ pinned, kind }: NoteRow): Mark['kind'] | null =>
  pinned ? 'pinned' : kind === 'quote' || kind === 'question' ? kind : null

/** Notes that get a mark of their own, up to a moment. */
export const marksOf = (rows: readonly NoteRow[], untilMs: number): Mark[] =>
  rows.flatMap((row) => {
    const kind = kindOf(row)
    return kind === null || row.atMs === null || row.atMs > untilMs
      ? []
      : [{ id: row.id, atMs: row.atMs, kind }]
  })

/**
 * How many notes fall into each part of an episode, up to a moment.
 *
 * @param parts how many parts of the same length
 */
export function density(
  rows: readonly NoteRow[],
  lengthMs: number,
  parts: number,
  untilMs: number,
): number[] {
  const counts = new Array<number>(parts).fill(0)
  for (const { atMs } of rows) {
    if (atMs === null || atMs > untilMs) continue
    const part = Math.min(parts - 1, Math.floor((atMs / lengthMs) * parts))
    counts[part] = (counts[part] ?? 0) + 1
  }
  return counts
}

/** The nearest note before or after a moment; null when there is none. */
export function neighbour(rows: readonly NoteRow[], fromMs: number, step: 1 | -1): number | null {
  const times = rows.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]))
  // a second of grace, so that going back twice does not stay where it is while the clock runs
  const [found] =
    step > 0
      ? times.filter((at) => at > fromMs + 250).sort((a, b) => a - b)
      : times.filter((at) => at < fromMs - 1000).sort((a, b) => b - a)
  return found ?? null
}

/** Round moments to write under the strip: at most eight of them. */
export function ticksOf(lengthMs: number): number[] {
  const step =
    [60, 120, 300, 600, 900, 1800, 3600].find((seconds) => lengthMs / (seconds * 1000) <= 8) ?? 7200
  const ticks: number[] = []
  for (let at = 0; at < lengthMs - step * 300; at += step * 1000) ticks.push(at)
  return ticks
}
