import type { OddsOnCard } from '@shared/boards/odds-schema'
import type { MemberId } from '@shared/ids'
import { present } from '@shared/members/rules'
import type { Member } from '@shared/members/schema'
import { m } from '@shared/messages'
import { useMemo } from 'react'
import { useAsk } from './ask'

export interface People {
  /** Those who are here, the person first. */
  readonly present: readonly Member[]
  /** A member, also one who has left; null and an unknown one are the person. */
  readonly of: (id: MemberId | null) => Person
  /** Whose cards are one's own when this member guesses: theirs, and for the person also those of nobody. */
  readonly own: (as: MemberId | null) => ReadonlySet<MemberId | null>
  /** What everybody gives yes, of the odds on a yes/no card that may be told, in percent. */
  readonly yes: (odds: OddsOnCard, as: MemberId | null) => YesOdds
  /** The member that the person is; null while nobody was named. */
  readonly me: MemberId | null
}

export interface YesOdds {
  readonly crowd: number | undefined
  /** Of whoever guesses. */
  readonly own: number | undefined
  readonly others: readonly (Person & { readonly yes: number })[]
}

/** Somebody as the board shows them. */
export interface Person {
  readonly id: MemberId | null
  /** Their name; the person is `You`. */
  readonly name: string
  /** What they are called beside others: the person by their own name, when they gave one. */
  readonly called: string
  readonly colour: number
  readonly me: boolean
}

/** Who guesses, and what they are called. */
export function usePeople(): People {
  const { data } = useAsk('members', 'list', undefined)
  return useMemo(() => {
    const all = data ?? []
    const me = all.find((member) => member.me)
    const byId = new Map<MemberId | null, Member>(all.map((member) => [member.id, member]))
    const name = m.people_you()
    const person = { id: me?.id ?? null, name, called: me?.name || name, colour: me?.colour ?? 1, me: true }
    const of: People['of'] = (id) => {
      const member = byId.get(id)
      return !member || member.me ? person : { ...member, called: member.name, me: false }
    }
    const own: People['own'] = (as) =>
      new Set(as === null || as === me?.id ? [null, ...(me ? [me.id] : [])] : [as])
    return {
      present: present(all),
      of,
      own,
      yes: ({ standing, crowd }, as) => {
        const mine = own(as)
        const given = standing.map(({ memberId, odds: [yes = 0] }) => ({ memberId, yes }))
        return {
          crowd: crowd?.[0],
          own: given.find(({ memberId }) => mine.has(memberId))?.yes,
          others: given.flatMap(({ memberId, yes }) =>
            mine.has(memberId) ? [] : [{ ...of(memberId), yes }],
          ),
        }
      },
      me: me?.id ?? null,
    }
  }, [data])
}
