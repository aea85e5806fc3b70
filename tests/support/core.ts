import path from 'node:path'
import type { CoreContext, Log } from '../../electron/core/context'
import { databaseError, openDatabase } from '../../electron/core/db/open'
import { announcer } from '../../electron/core/events'
import { startFeatures } from '../../electron/core/features'
import { nobody } from '../../electron/core/features/watch/players/nobody'
import type { ConnectPlayer } from '../../electron/core/features/watch/players/player'
import type { Pulse } from '../../electron/core/pulse'
import { serve } from '../../electron/core/serve'
import { AppError } from '../../shared/app-error'
import { coreContract } from '../../shared/contract'
import type { Broadcast, Client, Handlers, Reply } from '../../shared/ipc'
import { uuidV7 } from '../../shared/uuid'

export const PACKS = path.resolve(import.meta.dirname, '../../resources/packs')

/** 4 May 2021, 18:00 UTC: the evening after season 2 went into production. */
export const START_MS = Date.UTC(2021, 4, 4, 18)

export interface TestCoreOptions {
  /** A file, or nothing for a database in memory. */
  readonly file?: string
  readonly packsFolder?: string
  /** Checks answers against the contract, as in development; an installed app does not. True by default. */
  readonly checkOutput?: boolean
  /** How players are reached; without, there are none. */
  readonly connectPlayer?: ConnectPlayer
  /** The machine's own time instead of one that moves only by `pass`: for real players. */
  readonly pulse?: Pulse
  /** Which machine it is: ids of different ones are different. 0 by default. */
  readonly machine?: number
  /** Replaces handlers, to plant what a test must find. */
  readonly wrap?: (handlers: Handlers<typeof coreContract>) => Handlers<typeof coreContract>
}

/** Monotonic time that moves only when it is told to. */
function handPulse() {
  let now = 1000
  const runs = new Set<{ readonly ms: number; readonly run: () => void; next: number }>()
  const pulse: Pulse = {
    now: () => now,
    every(ms, run) {
      const timer = { ms, run, next: now + ms }
      runs.add(timer)
      return () => runs.delete(timer)
    },
  }
  /** Lets time pass, and runs what is due at its moment. */
  const pass = (ms: number): void => {
    const until = now + ms
    for (;;) {
      const due = [...runs].filter(({ next }) => next <= until).sort((a, b) => a.next - b.next)[0]
      if (!due) break
      now = Math.max(now, due.next)
      due.next += due.ms
      due.run()
    }
    now = until
  }
  /** Lets time pass as in a machine that sleeps: what would have been due runs once, afterwards. */
  const sleep = (ms: number): void => {
    now += ms
    for (const timer of runs) {
      if (timer.next > now) continue
      timer.next = now + timer.ms
      timer.run()
    }
  }
  return { pulse, pass, sleep }
}

/**
 * The core as the worker runs it, in this thread: real SQLite, real features, the real serving of calls with
 * answers checked, a clock that ticks one second at each look, and everything it says kept.
 */
export function testCore({
  file = ':memory:',
  packsFolder = PACKS,
  checkOutput = true,
  connectPlayer = nobody,
  pulse,
  machine = 0,
  wrap,
}: TestCoreOptions = {}) {
  let now = START_MS
  let ids = 0
  const said: Broadcast[] = []
  const logged: string[] = []
  const log: Log = {
    info: (text) => logged.push(text),
    warn: (text) => logged.push(text),
    error: (text, cause) => logged.push(`${text} ${cause instanceof Error ? cause.stack : ''}`),
  }
  const db = openDatabase(file, () => new Date(now).toISOString())
  const newId = () => {
    ids += 1
    const random = new Uint8Array(10)
    random[5] = machine
    new DataView(random.buffer).setUint32(6, ids)
    return uuidV7(now, random)
  }
  const context: CoreContext = { db, clock: () => (now += 1000), newId, log }
  const time = handPulse()
  const features = startFeatures(context, {
    facts: { version: '0.0.0', electron: 'none', packaged: false, dataFile: file },
    packsFolder,
    cancelTask: (taskId) => served.cancel(taskId),
    announce: announcer((message) => said.push(message)),
    pulse: pulse ?? time.pulse,
    connectPlayer,
  })
  const { handlers } = features
  const served = serve(coreContract, wrap ? wrap(handlers) : handlers, {
    broadcast: (message) => said.push(message),
    log,
    checkOutput,
    recognise: (error) => databaseError(error, file),
  })

  const call = (method: string, input?: unknown, taskId?: string): Promise<Reply> =>
    served.answer({ method, input, ...(taskId ? { taskId } : {}) })
  const client = new Proxy({} as Client<typeof coreContract>, {
    get: (_target, feature) =>
      new Proxy(
        {},
        {
          get: (_inner, method) => async (input: unknown, options?: object) => {
            const reply = await call(
              `${String(feature)}.${String(method)}`,
              input,
              options ? newId() : undefined,
            )
            if (reply.ok) return reply.value
            throw AppError.fromEnvelope(reply.error)
          },
        },
      ),
  })
  const close = () => {
    features.stop()
    db.close()
  }
  return { db, context, call, client, newId, said, logged, pass: time.pass, sleep: time.sleep, close }
}
export type TestCore = ReturnType<typeof testCore>
