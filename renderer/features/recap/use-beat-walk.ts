import { type RefObject, useCallback } from 'react'
import { useShortcut } from '../../ui/shortcuts'

/** J and K move the focus from beat to beat, through whatever is laid open. */
export function useBeatWalk(pane: RefObject<HTMLElement | null>): void {
  const walk = useCallback(
    (step: 1 | -1) => {
      const beats = [...(pane.current?.querySelectorAll<HTMLElement>('[data-beat]') ?? [])]
      const at = beats.findIndex((beat) => beat.matches(':focus'))
      const next = at < 0 ? beats[step === 1 ? 0 : beats.length - 1] : beats[at + step]
      next?.focus({ preventScroll: true })
      next?.scrollIntoView({ block: 'nearest' })
    },
    [pane],
  )
  useShortcut('j', () => walk(1))
  useShortcut('k', () => walk(-1))
}
