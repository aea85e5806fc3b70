import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/app-error'

/** How long one turn of long work may be, in ms: about a frame, so that a save never waits for more. */
const TURN_MS = 12

/** Does work that is told in steps all at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Does work that is told in steps, and lets whatever waits go first between two turns.
 *
 * @throws AppError `cancelled` when the signal is aborted
 */
export async function inTurns<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    if (signal.aborted) throw new AppError('cancelled', 'the work was cancelled')
    const end = performance.now() + TURN_MS
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < end)
    await nextTurn()
  }
}
