import type { QueryClient } from '@tanstack/react-query'

interface FirstAnswer {
  readonly key: readonly [feature: string, method: string, input: unknown]
  readonly value: unknown
}

declare global {
  /** What `public/before.js` asked for before any module ran, as far as it has been answered. */
  var entracteFirst: { take(): readonly FirstAnswer[] } | undefined
  /** Resolves when all of it has been answered, one way or the other. */
  var entracteAnswered: Promise<unknown> | undefined
  /** From `public/set.js`: resolves when the faces of the first page are in. */
  var entracteSet: Promise<unknown> | undefined
}

/**
 * Puts what was asked for before the modules ran into the cache, so that the first page is drawn once and
 * whole. It waits for nothing: what has not arrived yet is asked for by the page like anything else. Whoever
 * takes must already hear of changes, or one in between would be lost.
 */
export function takeFirstAnswers(queries: QueryClient): void {
  for (const { key, value } of globalThis.entracteFirst?.take() ?? []) queries.setQueryData([...key], value)
}
