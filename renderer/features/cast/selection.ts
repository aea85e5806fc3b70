import { RoleId } from '@shared/ids'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The role that the address names, and the way to name another one. */
export function useChosenRole(): {
  readonly chosen: RoleId | null
  readonly choose: (id: RoleId | null) => void
} {
  const { roleId } = useParams({ strict: false })
  const navigate = useNavigate()
  const parsed = RoleId.safeParse(roleId)
  const choose = useCallback(
    (id: RoleId | null) => {
      void (id ? navigate({ to: '/cast/$roleId', params: { roleId: id } }) : navigate({ to: '/cast' }))
    },
    [navigate],
  )
  return { chosen: parsed.success ? parsed.data : null, choose }
}
