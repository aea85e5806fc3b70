import { Worker } from 'node:worker_threads'
import type { Broadcast, Reply } from '@shared/ipc'
import type { CoreStart, FromCore, ToCore } from '../core/core-messages'

/** A core that dies more often than this within `CALM_MS` is not started again by itself. */
const MAX_RESTARTS = 3
const CALM_MS = 60_000
/** How long a core may take to close its database before it is ended. */
const STOP_MS = 5000

/**
 * What V8 may keep for values that do not live long, in MiB. Left alone it takes four times as much to start the core,
 * and keeps it.
 */
const YOUNG_MB = 4

const STOPPED: Reply = {
  ok: false,
  error: { code: 'core-stopped', message: 'the core stopped before it answered', details: {} },
}

export interface CoreLinkOptions {
  /** The built `core.js`. */
  readonly script: URL
  readonly start: CoreStart
  readonly onBroadcast: (broadcast: Broadcast) => void
  readonly onLog: (level: 'info' | 'warn' | 'error', text: string) => void
  /** The core ended by itself; `running` says whether a new one works. */
  readonly onRestart: (running: boolean) => void
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number
  /** Starts when it is asked for the first time, or told to: something else comes first. */
  readonly held: boolean
}

/**
 * Keeps one core running in a worker thread and carries requests to it. When the core dies, what was
 * waiting is answered with `core-stopped` (whatever the core had acknowledged is on disk), and a new one starts.
 */
export function linkCore(options: CoreLinkOptions) {
  const waiting = new Map<number, (reply: Reply) => void>()
  let worker: Worker | null = null
  let stopping: (() => void) | null = null
  let nextId = 1
  let deaths: number[] = []
  /** One restart at a time: two would leave two writers. */
  let restarting: Promise<void> | null = null

  const failWaiting = (): void => {
    for (const settle of waiting.values()) settle(STOPPED)
    waiting.clear()
  }

  const hear = (message: FromCore): void => {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply)
        waiting.delete(message.id)
        return
      case 'broadcast':
        options.onBroadcast(message.broadcast)
        return
      case 'log':
        options.onLog(message.level, message.text)
        return
      case 'stopped':
        stopping?.()
    }
  }

  const died = (code: number): void => {
    worker = null
    failWaiting()
    if (stopping) {
      stopping()
      return
    }
    const now = options.clock()
    deaths = [...deaths.filter((at) => now - at < CALM_MS), now]
    const again = deaths.length <= MAX_RESTARTS
    options.onLog(
      'error',
      `the core ended with code ${code}; ${again ? 'starting it again' : 'it stays down'}`,
    )
    if (again) start()
    options.onRestart(again)
  }

  const start = (): void => {
    const fresh = new Worker(options.script, {
      workerData: options.start,
      name: 'entracte-core',
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    fresh.on('message', hear)
    fresh.on('error', (error) => options.onLog('error', `the core failed: ${error.stack ?? error.message}`))
    fresh.on('exit', (code) => {
      if (worker === fresh) died(code)
    })
    worker = fresh
  }

  const stop = async (): Promise<void> => {
    const ending = worker
    if (!ending) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, STOP_MS)
      stopping = () => {
        clearTimeout(timer)
        resolve()
      }
      ending.postMessage({ kind: 'stop' } satisfies ToCore)
    })
    worker = null
    await ending.terminate()
    stopping = null
    failWaiting()
  }

  let held = options.held
  const release = (): void => {
    if (!held) return
    held = false
    start()
  }
  if (!held) start()

  return {
    /** Starts a core that was held back; harmless otherwise. */
    release,
    /** Asks the core. Always answers; never rejects. */
    call: (request: unknown): Promise<Reply> =>
      new Promise((resolve) => {
        release()
        if (!worker) return resolve(STOPPED)
        const id = nextId++
        waiting.set(id, resolve)
        worker.postMessage({ kind: 'request', id, request } satisfies ToCore)
      }),
    /** Closes the database and ends the worker. */
    stop,
    /** Ends the core, if there is one, and starts a new one. */
    restart(): Promise<void> {
      restarting ??= (async () => {
        await stop()
        deaths = []
        held = false
        start()
      })().finally(() => {
        restarting = null
      })
      return restarting
    },
  }
}
export type CoreLink = ReturnType<typeof linkCore>
