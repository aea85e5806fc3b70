import { useRef, useState } from 'react'

/**
 * One object for as long as its owner is drawn, which always answers as the latest of its kind does. What is handed
 * to a row that is not drawn again with its list is never old there.
 */
export function useLatest<T extends object>(value: T): T {
  const latest = useRef(value)
  latest.current = value
  const [live] = useState(
    () =>
      new Proxy(value, {
        has: (_, name) => Reflect.has(latest.current, name),
        get: (_, name) => {
          const found: unknown = Reflect.get(latest.current, name, latest.current)
          return typeof found === 'function' ? found.bind(latest.current) : found
        },
      }),
  )
  return live
}
