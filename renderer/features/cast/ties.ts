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
