import type { MemberId } from '@shared/ids'
import { present } from '@shared/members/rules'
import type { Member } from '@shared/members/schema'
import { m } from '@shared/messages'
import { useMemo } from 'react'
import { useAsk } from '../../api/ask'

export interface Authors {
  /** Those who are here, the person first. */
  readonly members: readonly Member[]
  /** Whoever wrote something, also after they left; undefined for nobody. */
  readonly of: (id: MemberId | null) => Member | undefined
  readonly me: Member | undefined
  /** Whether it is worth saying who wrote what. */
  readonly several: boolean
}

/** A member's name; the person may have none. */
export const memberName = ({ name, me }: Member): string => (me && name === '' ? m.people_you() : name)

/** Who may have written a note. */
export function useAuthors(): Authors {
  const { data } = useAsk('members', 'list', undefined)
  return useMemo(() => {
    const all = data ?? []
    return {
      members: present(all),
      of: (id) => all.find((member) => member.id === id),
      me: all.find((member) => member.me),
      several: all.length > 1,
    }
  }, [data])
}
