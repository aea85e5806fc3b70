import { z } from 'zod'
import { type ErrorEnvelope, ErrorEnvelope as ErrorEnvelopeSchema } from './errors'
import { TaskId } from './ids'

/** What a screen may hold a cached answer about. A command names the topics that it changes. */
export const Topic = z.enum([
  'library',
  'cast',
  'recap',
  'notes',
  'members',
  'boards',
  'settings',
  'studio',
  'watch',
  'subtitles',
])
export type Topic = z.infer<typeof Topic>

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
}
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  readonly topics: readonly Topic[]
}
export interface Task<
  I extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: 'task'
  readonly input: I
  readonly progress: P
  readonly output: O
  readonly topics: readonly Topic[]
}
export interface Event<P extends z.ZodType = z.ZodType> {
  readonly kind: 'event'
  readonly payload: P
}

/** Something that can be asked and awaited. */
export type Method = Query | Command | Task
export type Contract = Readonly<Record<string, Readonly<Record<string, Method | Event>>>>

/** Reads; changes nothing. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Query<I, O> => ({
  kind: 'query',
  input,
  output,
})

/** Changes something, in one transaction; answers when it is on disk. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  topics: readonly Topic[],
): Command<I, O> => ({ kind: 'command', input, output, topics })

/** Takes long: reports progress, can be cancelled, works in slices so that saves go first. */
export const task = <I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
  input: I,
  progress: P,
  output: O,
  topics: readonly Topic[],
): Task<I, P, O> => ({ kind: 'task', input, progress, output, topics })

/** Comes from the main process without being asked for. */
export const event = <P extends z.ZodType>(payload: P): Event<P> => ({ kind: 'event', payload })

type MethodsOf<F> = { [K in keyof F as F[K] extends Method ? K : never]: F[K] }
type EventsOf<F> = { [K in keyof F as F[K] extends Event ? K : never]: F[K] }

/** What a running task may use. */
export interface TaskContext<P> {
  /** Tells the caller how far the work is. */
  progress(value: P): void
  /** Aborted when the caller cancels. */
  readonly signal: AbortSignal
}

type HandlerOf<M> =
  M extends Task<infer I, infer P, infer O>
    ? (input: z.output<I>, context: TaskContext<z.input<P>>) => Promise<z.input<O>>
    : M extends Query<infer I, infer O> | Command<infer I, infer O>
      ? (input: z.output<I>) => z.input<O> | Promise<z.input<O>>
      : never

/** The functions that answer a contract: one for every method, so that a new line is a type error until it is handled. */
export type Handlers<C extends Contract> = {
  readonly [F in keyof C as keyof MethodsOf<C[F]> extends never ? never : F]: {
    readonly [K in keyof MethodsOf<C[F]>]: HandlerOf<MethodsOf<C[F]>[K]>
  }
}

type CallOf<M> =
  M extends Task<infer I, infer P, infer O>
    ? (
        input: z.input<I>,
        options?: { onProgress?: (value: z.output<P>) => void; signal?: AbortSignal },
      ) => Promise<z.output<O>>
    : M extends Query<infer I, infer O> | Command<infer I, infer O>
      ? (input: z.input<I>) => Promise<z.output<O>>
      : never

/** The contract as the renderer calls it. */
export type Client<C extends Contract> = {
  readonly [F in keyof C as keyof MethodsOf<C[F]> extends never ? never : F]: {
    readonly [K in keyof MethodsOf<C[F]>]: CallOf<MethodsOf<C[F]>[K]>
  }
}

/** `'notes.changed'`: the names of a contract's events. */
export type EventName<C extends Contract> = {
  [F in keyof C & string]: `${F}.${keyof EventsOf<C[F]> & string}`
}[keyof C & string]

/** What the event of this name carries. */
export type EventPayload<C extends Contract, N extends string> = N extends `${infer F}.${infer K}`
  ? F extends keyof C
    ? K extends keyof C[F]
      ? C[F][K] extends Event<infer P>
        ? z.output<P>
        : never
      : never
    : never
  : never

/** Characters of a method's name. */
const LONGEST_NAME = 80

/** A request as it enters the corridor. The input is checked by the method's own schema, later. */
export const Request = z.strictObject({
  method: z.string().max(LONGEST_NAME),
  input: z.unknown(),
  taskId: TaskId.optional(),
})
export type Request = z.infer<typeof Request>

/** The answer to a request. Nothing that was thrown crosses raw. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorEnvelope }
export const Reply: z.ZodType<Reply> = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: ErrorEnvelopeSchema }),
])

/** What the main process sends without being asked. */
export type Broadcast =
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'topics'; readonly topics: readonly Topic[] }
  | { readonly kind: 'progress'; readonly taskId: string; readonly value: unknown }

/** All that the preload gives to the page. */
export interface Corridor {
  call(request: Request): Promise<Reply>
  /** @returns a function that ends the subscription */
  subscribe(listener: (broadcast: Broadcast) => void): () => void
}

/**
 * Whether something is a `Request`: what its schema would say, without asking it. Everything that a screen wants
 * passes here.
 */
export function isRequest(raw: unknown): raw is Request {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false
  if (!('method' in raw) || !('input' in raw)) return false
  for (const key in raw) if (key !== 'method' && key !== 'input' && key !== 'taskId') return false
  const { method } = raw
  if (typeof method !== 'string' || method.length > LONGEST_NAME) return false
  return !('taskId' in raw) || raw.taskId === undefined || TaskId.safeParse(raw.taskId).success
}

/** A method of a contract, by its name: `'notes.save'`. */
export interface Listed {
  readonly name: string
  readonly feature: string
  readonly key: string
  readonly method: Method
}

/** The methods of a contract. Only its own properties are among them, so `constructor` names nothing. */
export const methodsOf = (contract: Contract): Listed[] =>
  Object.entries(contract).flatMap(([feature, lines]) =>
    Object.entries(lines).flatMap(([key, method]) =>
      method.kind === 'event' ? [] : [{ name: `${feature}.${key}`, feature, key, method }],
    ),
  )
