import { useSyncExternalStore } from 'react'

let words = ''
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says something to those who do not see it: where a card lies now. */
export function say(text: string): void {
  // the same words twice are said twice: a space that is not drawn makes them others
  words = text === words ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

/** What was said last. Once on the page. */
export function Said() {
  const said = useSyncExternalStore(subscribe, () => words)
  return (
    <p className="vh" aria-live="polite">
      {said}
    </p>
  )
}
