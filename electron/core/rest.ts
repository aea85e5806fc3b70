/** Nothing has been asked for so long: nobody notices a pause of 50 ms. */
const QUIET_MS = 2000

/** Frees what is not needed any more, and gives its pages back to the system. V8 by itself waits for the heap to grow. */
async function giveBack(): Promise<void> {
  // not before it is needed: a start does not wait for either
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
    import('node:v8'),
    import('node:vm'),
  ])
  // the flag is one for all threads, and stays: another may be about to do the same
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: Record<string, string>) => void
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/**
 * Once, in the first quiet moment after a thread was asked something, gives back the memory that only its start needed.
 *
 * @param first what else can be given back, just before
 * @returns to be called for whatever is asked of the thread: the quiet begins anew
 */
export function restAfterStart(report: (error: unknown) => void, first: () => void = () => {}): () => void {
  let rested = false
  let timer: NodeJS.Timeout | null = null
  return () => {
    if (rested) return
    timer ??= setTimeout(() => {
      rested = true
      first()
      giveBack().catch(report)
    }, QUIET_MS).unref()
    timer.refresh()
  }
}
