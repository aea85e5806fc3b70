import { useEffect } from 'react'

/** After midnight, so that a clock that is read a little early does not answer the day before. */
const MARGIN_MS = 1000

/** Asks again when the day ends where the person is: what counts days is told by the core. */
export function useNewDay(askAgain: () => void, today: string | undefined): void {
  useEffect(() => {
    if (today === undefined) return
    const now = new Date()
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
    const waiting = setTimeout(askAgain, midnight.getTime() - now.getTime() + MARGIN_MS)
    return () => clearTimeout(waiting)
  }, [askAgain, today])
}
