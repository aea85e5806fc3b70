import { AppError } from '@shared/app-error'
import type { AppContract } from '@shared/contract'
import type { TaskId } from '@shared/ids'
import type { Client, Reply } from '@shared/ipc'
import { freshId } from '@shared/uuid'
import { corridor } from './corridor'

interface TaskOptions {
  readonly onProgress?: (value: unknown) => void
  readonly signal?: AbortSignal
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value
  throw AppError.fromEnvelope(reply.error)
}

async function runTask(
  method: string,
  input: unknown,
  { onProgress, signal }: TaskOptions,
): Promise<unknown> {
  const taskId = freshId() as TaskId
  const stop = corridor().subscribe((broadcast) => {
    if (broadcast.kind === 'progress' && broadcast.taskId === taskId) onProgress?.(broadcast.value)
  })
  const cancel = () => void corridor().call({ method: 'tasks.cancel', input: { taskId } })
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return unwrap(await corridor().call({ method, input, taskId }))
  } finally {
    signal?.removeEventListener('abort', cancel)
    stop()
  }
}

async function call(method: string, input: unknown, options?: TaskOptions): Promise<unknown> {
  if (options) return runTask(method, input, options)
  return unwrap(await corridor().call({ method, input }))
}

/**
 * The contract as functions: `client.notes.save(draft)`. Rejects with an `AppError`. A task is called with
 * a second argument, `{ onProgress, signal }`, be it empty.
 */
export const client = new Proxy({} as Client<AppContract>, {
  get: (_target, feature) =>
    new Proxy(
      {},
      {
        get: (_inner, method) => (input: unknown, options?: TaskOptions) =>
          call(`${String(feature)}.${String(method)}`, input, options),
      },
    ),
})
