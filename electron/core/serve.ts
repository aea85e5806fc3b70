import { AppError } from '@shared/app-error'
import type { ErrorEnvelope } from '@shared/errors'
import {
  type Broadcast,
  type Contract,
  findMethod,
  type Handlers,
  type Method,
  type Reply,
  Request,
  type TaskContext,
} from '@shared/ipc'
import type { z } from 'zod'
import type { Log } from './context'

export interface ServeOptions {
  readonly broadcast: (broadcast: Broadcast) => void
  readonly log: Log
  /** Checks answers against their schema as well: in development and in tests. */
  readonly checkOutput: boolean
  /** Gives a foreign error a code, where it can; null means `internal`. */
  readonly recognise?: (error: unknown) => AppError | null
}

type AnyHandler = (input: unknown, context?: TaskContext<unknown>) => unknown

/** Where a value broke its schema, as a path that a person can follow: `tags[2]`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

function checkInput(method: Method, name: string, input: unknown): unknown {
  const parsed = method.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AppError('invalid-input', `${name}: ${issue?.message ?? 'wrong input'}`, {
    method: name,
    place: placeOf(issue?.path ?? []),
  })
}

function checkOutput(schema: z.ZodType, name: string, output: unknown): unknown {
  const parsed = schema.safeParse(output)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(
    `${name} answered something else than it promised, at ${placeOf(issue?.path ?? [])}: ${issue?.message}`,
  )
}

/**
 * Answers requests for a contract: looks the method up, checks the input, runs the handler, and puts the
 * answer or the error into an envelope. Nothing that was thrown crosses raw.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, options: ServeOptions) {
  const running = new Map<string, AbortController>()

  const toEnvelope = (name: string, error: unknown): ErrorEnvelope => {
    const known = error instanceof AppError ? error : (options.recognise?.(error) ?? null)
    if (known) return known.toEnvelope()
    options.log.error(`${name} failed`, error)
    return { code: 'internal', message: `${name} failed`, details: { method: name } }
  }

  const run = async (request: Request, method: Method): Promise<unknown> => {
    const name = request.method
    const input = checkInput(method, name, request.input)
    const [feature = '', key = ''] = name.split('.')
    const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[feature]?.[key]
    if (!handler) throw new AppError('unknown-method', `nothing answers ${name}`, { method: name })
    if (method.kind !== 'task') return handler(input)
    const { taskId } = request
    if (!taskId)
      throw new AppError('invalid-input', `${name} is a task and needs an id`, {
        method: name,
        place: 'taskId',
      })
    const abort = new AbortController()
    running.set(taskId, abort)
    try {
      return await handler(input, {
        signal: abort.signal,
        progress: (value) => options.broadcast({ kind: 'progress', taskId, value }),
      })
    } finally {
      running.delete(taskId)
    }
  }

  const answer = async (raw: unknown): Promise<Reply> => {
    const parsed = Request.safeParse(raw)
    if (!parsed.success) {
      return { ok: false, error: { code: 'invalid-input', message: 'not a request', details: {} } }
    }
    const request = parsed.data
    const method = findMethod(contract, request.method)
    if (!method) {
      const error = new AppError('unknown-method', 'nothing answers to that name')
      return { ok: false, error: error.toEnvelope() }
    }
    try {
      const output = await run(request, method)
      const value = options.checkOutput ? checkOutput(method.output, request.method, output) : output
      if (method.kind !== 'query' && method.topics.length > 0) {
        options.broadcast({ kind: 'topics', topics: method.topics })
      }
      return { ok: true, value }
    } catch (error) {
      return { ok: false, error: toEnvelope(request.method, error) }
    }
  }

  return {
    answer,
    /** Cancels a running task. Answers whether there was one. */
    cancel(taskId: string): boolean {
      const abort = running.get(taskId)
      abort?.abort()
      return abort !== undefined
    },
  }
}
