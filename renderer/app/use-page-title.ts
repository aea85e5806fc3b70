import { m } from '@shared/messages'
import { useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Names the window after the page, and after nothing that the page says. */
export function usePageTitle(): void {
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title?.() })
  useEffect(() => {
    document.title = title ? m.app_title({ page: title }) : m.app_name()
  }, [title])
}
