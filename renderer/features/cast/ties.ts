import type { Relationship } from '@shared/cast/schema'

export type Tie = Relationship

/** Everything that one person has been to a role under one heading, in the order in which it began. */
export interface Bond {
  readonly other: Tie['other']
  readonly ties: readonly Tie[]
}

/** The lines of a character page, in the order in which they are read. */
export interface Ties {
  readonly worksFor: readonly Bond[]
  readonly worksWith: readonly Bond[]
  readonly closeTo: readonly Bond[]
  readonly atOdds: readonly Bond[]
}

const lasts = ({ until }: Tie) => until === null

/** One bond for each person. Whoever still is something comes before those who only were. */
function bonds(ties: readonly Tie[]): Bond[] {
  const byOther = new Map<string, Tie[]>()
  for (const tie of ties) byOther.set(tie.other.id, [...(byOther.get(tie.other.id) ?? []), tie])
  return [...byOther.values()]
    .flatMap((of): Bond[] => {
      const sorted = of.toSorted((a, b) => a.since - b.since)
      return sorted[0] ? [{ other: sorted[0].other, ties: sorted }] : []
    })
    .toSorted((a, b) => Number(b.ties.some(lasts)) - Number(a.ties.some(lasts)))
}

/** Sorts a role's relationships by what they mean to a reader, each person once under each heading. */
export function sortTies(ties: readonly Tie[]): Ties {
  const of = (test: (tie: Tie) => boolean) => bonds(ties.filter(test))
  return {
    worksFor: of(({ kind, direction }) => kind === 'works-for' && direction === 'out'),
    worksWith: of(({ kind, direction }) => kind === 'client' || (kind === 'works-for' && direction === 'in')),
    closeTo: of(({ kind }) => kind === 'loves' || kind === 'family' || kind === 'friends'),
    atOdds: of(({ kind }) => kind === 'at-odds'),
  }
}
