import type { AudienceFigure } from '@shared/library/press-schema'
import type { Lifted } from '@shared/veil/schema'

export interface AudienceCount {
  readonly unit: Lifted<AudienceFigure>['unit']
  /** How many sources count so. */
  readonly sources: number
}

export interface Audience {
  readonly value: number
  readonly windowDays: number | null
  /** Who counts what, the most told first. */
  readonly counts: readonly AudienceCount[]
}

/**
 * One number and all the ways in which sources read it. Figures with other numbers are not mixed in:
 * the number with the most sources leads.
 */
export function audience(figures: readonly AudienceFigure[]): Audience | null {
  const open = figures
    .filter((figure): figure is Lifted<AudienceFigure> => !figure.veiled)
    .sort((a, b) => b.sources.length - a.sources.length)
  const [first] = open
  if (!first) return null
  const same = open.filter(({ value }) => value === first.value)
  return {
    value: first.value,
    windowDays: first.windowDays,
    counts: same.map(({ unit, sources }) => ({ unit, sources: sources.length })),
  }
}
