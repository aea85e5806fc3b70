import type { Relationship } from '@shared/cast/schema'
import type { Lifted, Veil } from '@shared/veil/schema'

export type Tie = Lifted<Relationship>

/** The lines of a character page, in the order in which they are read. */
export interface Ties {
  readonly worksFor: readonly Tie[]
  readonly worksWith: readonly Tie[]
  readonly closeTo: readonly Tie[]
  readonly atOdds: readonly Tie[]
  readonly veils: readonly Veil[]
}

const isLifted = (relationship: Relationship): relationship is Tie => !relationship.veiled

/**
 * The word beside the other's name, where it is true from this side: "her boss" is said of the one who is
 * worked for, "father" of the one who is it.
 */
export function labelOf({ kind, direction, label }: Tie): string | null {
  if (kind === 'works-for') return direction === 'out' ? label : null
  if (kind === 'family') return direction === 'in' ? label : null
  return label
}

/** Sorts a role's relationships by what they mean to a reader. What has ended comes after what lasts. */
export function sortTies(relationships: readonly Relationship[]): Ties {
  const ties = relationships
    .filter(isLifted)
    .toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null))
  const of = (test: (tie: Tie) => boolean) => ties.filter(test)
  return {
    worksFor: of(({ kind, direction }) => kind === 'works-for' && direction === 'out'),
    worksWith: of(({ kind, direction }) => kind === 'client' || (kind === 'works-for' && direction === 'in')),
    closeTo: of(({ kind }) => kind === 'loves' || kind === 'family' || kind === 'friends'),
    atOdds: of(({ kind }) => kind === 'at-odds'),
    veils: relationships.filter((relationship) => relationship.veiled),
  }
}
