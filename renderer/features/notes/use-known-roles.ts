import type { Role } from '@shared/cast/schema'
import type { Lifted } from '@shared/veil/schema'
import { useMemo } from 'react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'

type KnownRole = Lifted<Role>

/** The roles that may be named, as the cast bills them; not the crew. */
export function useKnownRoles(): readonly KnownRole[] {
  const { showId } = useShow()
  const { data } = useAsk('cast', 'roles', { showId: showId ?? '' }, { enabled: showId !== null })
  return useMemo(
    () =>
      (data?.groups ?? [])
        .filter(({ group }) => group !== 'crew')
        .flatMap(({ roles }) => roles.filter((role): role is KnownRole => !role.veiled)),
    [data],
  )
}
