import { useEffect, useRef } from 'react'
import { isTyping, useShortcut } from '../../../ui/shortcuts'
import type { RelationsState } from './use-relations'

/** What Space does by itself already. */
const PRESSABLE =
  'button, input, select, [role="button"], [role="checkbox"], [role="menuitem"], [role="dialog"]'

/** The keys of the map: `[` and `]` move its own line, T shows the table, Space plays, Escape lets go. */
export function useRelationsKeys(state: RelationsState, enabled: boolean): void {
  const { at, moveTo, showTable, asTable, chosen, choose, togglePlay } = state
  useShortcut('[', () => moveTo(at - 1), { enabled })
  useShortcut(']', () => moveTo(at + 1), { enabled })
  useShortcut('t', () => showTable(!asTable), { enabled })
  useShortcut('Escape', () => choose(null), { enabled: enabled && chosen !== null })

  const play = useRef(togglePlay)
  play.current = togglePlay
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.defaultPrevented || isTyping(event.target)) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(PRESSABLE)) return
      event.preventDefault()
      play.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])
}
