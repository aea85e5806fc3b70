import { AppError } from '@shared/app-error'
import type { ErrorEnvelope } from '@shared/errors'
import {
  type Broadcast,
  type Contract,
  type Handlers,
  isRequest,
  type Method,
  methodsOf,
  type Reply,
  type TaskContext,
} from '@shared/ipc'
import { z } from 'zod'
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

/**
 * So many calls, and the schema of a method's input is compiled: that takes about half a millisecond, which is more
 * than all these calls need together, and nothing that is asked once should wait for it.
 */
const OFTEN = 20

/** A method, what answers it, and what its input is checked with. */
interface Door {
  readonly method: Method
  readonly handler: AnyHandler | undefined
  check: z.ZodType
  calls: number
}

function checkInput(door: Door, name: string, input: unknown): unknown {
  door.calls += 1
  // a schema that cannot be compiled comes back as it is
  if (door.calls === OFTEN) door.check = z.compile(door.check)
  const parsed = door.check.safeParse(input)
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
  const doors = new Map<string, Door>()
  const answering = handlers as unknown as Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>
  for (const { name, feature, key, method } of methodsOf(contract))
    doors.set(name, { method, handler: answering[feature]?.[key], check: method.input, calls: 0 })
  const running = new Map<string, AbortController>()

  const toEnvelope = (name: string, error: unknown): ErrorEnvelope => {
    const known = error instanceof AppError ? error : (options.recognise?.(error) ?? null)
    if (known) return known.toEnvelope()
    options.log.error(`${name} failed`, error)
    return { code: 'internal', message: `${name} failed`, details: { method: name } }
  }

  const runTask = async (name: string, taskId: string | undefined, handler: AnyHandler, input: unknown) => {
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

  const answer = async (request: unknown): Promise<Reply> => {
    if (!isRequest(request)) {
      return { ok: false, error: { code: 'invalid-input', message: 'not a request', details: {} } }
    }
    const name = request.method
    const door = doors.get(name)
    if (!door) {
      const error = new AppError('unknown-method', 'nothing answers to that name')
      return { ok: false, error: error.toEnvelope() }
    }
    const { method, handler } = door
    try {
      const input = checkInput(door, name, request.input)
      if (!handler) throw new AppError('unknown-method', `nothing answers ${name}`, { method: name })
      const output = await (method.kind === 'task'
        ? runTask(name, request.taskId, handler, input)
        : handler(input))
      const value = options.checkOutput ? checkOutput(method.output, name, output) : output
      if (method.kind !== 'query' && method.topics.length > 0) {
        options.broadcast({ kind: 'topics', topics: method.topics })
      }
      return { ok: true, value }
    } catch (error) {
      return { ok: false, error: toEnvelope(name, error) }
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
