/** Time as a clock on the wall does not tell it: it never runs back, whatever somebody sets. */
export interface Pulse {
  /** Milliseconds from some fixed moment. */
  now(): number
  /** Runs something again and again; answers the way to stop it. */
  every(ms: number, run: () => void): () => void
}

/** The machine's own. Nothing that waits for it keeps the core from ending. */
export const machinePulse: Pulse = {
  now: () => performance.now(),
  every(ms, run) {
    const timer = setInterval(run, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}
