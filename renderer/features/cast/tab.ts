import { useLocation, useNavigate } from '@tanstack/react-router'

export const CAST_TABS = ['roles', 'relations', 'presence'] as const
export type CastTab = (typeof CAST_TABS)[number]

const isTab = (name: unknown): name is CastTab => CAST_TABS.some((tab) => tab === name)

/** The tab that the address names, and the way to another one. */
export function useCastTab(): { readonly tab: CastTab; readonly show: (tab: unknown) => void } {
  const last = useLocation({ select: ({ pathname }) => pathname.split('/').at(-1) })
  const navigate = useNavigate()
  return {
    tab: isTab(last) ? last : 'roles',
    show: (tab) => {
      if (tab === 'relations') void navigate({ to: '/cast/relations' })
      else if (tab === 'presence') void navigate({ to: '/cast/presence' })
      else void navigate({ to: '/cast' })
    },
  }
}
