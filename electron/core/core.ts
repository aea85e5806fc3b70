import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '@shared/app-error'
import { coreContract } from '@shared/contract'
import type { Broadcast, Reply } from '@shared/ipc'
import { freshId } from '@shared/uuid'
import type { CoreContext, Log } from './context'
import type { CoreStart, FromCore, ToCore } from './core-messages'
import type { Database } from './db/database'
import { databaseError, openDatabase } from './db/open'
import { announcer } from './events'
import { type Features, startFeatures } from './features'
import { connectPlayer } from './features/watch/players/connect'
import { machinePulse } from './pulse'
import { restAfterStart } from './rest'
import { serve } from './serve'

// The worker's entry: opens the database, starts the features, answers calls.

const port = parentPort
if (!port) throw new Error('the core runs in a worker thread only')
const start = workerData as CoreStart
const send = (message: FromCore): void => port.postMessage(message)

const describe = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? '')
const log: Log = {
  info: (text) => send({ kind: 'log', level: 'info', text }),
  warn: (text) => send({ kind: 'log', level: 'warn', text }),
  error: (text, cause) => send({ kind: 'log', level: 'error', text: `${text} ${describe(cause)}`.trim() }),
}

const broadcast = (message: Broadcast): void => send({ kind: 'broadcast', broadcast: message })

let db: Database | null = null
let features: Features | null = null

function startServing(): (request: unknown) => Promise<Reply> {
  db = openDatabase(start.dataFile, () => new Date().toISOString())
  const context: CoreContext = {
    db,
    clock: Date.now,
    newId: freshId,
    log,
  }
  features = startFeatures(context, {
    facts: {
      version: start.version,
      electron: start.electron,
      packaged: start.packaged,
      dataFile: start.dataFile,
    },
    packsFolder: start.packsFolder,
    cancelTask: (taskId) => served.cancel(taskId),
    announce: announcer(broadcast),
    pulse: machinePulse,
    connectPlayer,
  })
  const served = serve(coreContract, features.handlers, {
    broadcast,
    log,
    checkOutput: start.checkOutput,
    recognise: (error) => databaseError(error, start.dataFile),
  })
  return served.answer
}

/** When the library cannot be opened, every call says why, until the core is started anew. */
function refuseEverything(error: unknown): (request: unknown) => Promise<Reply> {
  const known = error instanceof AppError ? error : new AppError('internal', 'the core could not start')
  log.error('the library could not be opened:', error)
  return async () => ({ ok: false, error: known.toEnvelope() })
}

let answer: (request: unknown) => Promise<Reply>
try {
  answer = startServing()
} catch (error) {
  answer = refuseEverything(error)
}

const asked = restAfterStart(
  (error) => log.error('the core could not rest:', error),
  () => db?.pragma('shrink_memory'),
)

port.on('message', (message: ToCore) => {
  if (message.kind === 'stop') {
    features?.stop()
    db?.close()
    send({ kind: 'stopped' })
    port.close()
    return
  }
  asked()
  void answer(message.request).then((reply) => send({ kind: 'reply', id: message.id, reply }))
})
