import type { AppError } from '@shared/app-error'
import type { AppContract } from '@shared/contract'
import type { Client, Command, Query } from '@shared/ipc'
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { client } from './client'

type Features = AppContract
type QueryKeys<F> = { [K in keyof F]: F[K] extends Query ? K : never }[keyof F] & string
type CommandKeys<F> = { [K in keyof F]: F[K] extends Command ? K : never }[keyof F] & string
type InputOf<M> = M extends Query<infer I> | Command<infer I> ? z.input<I> : never
type OutputOf<M> = M extends Query<infer _I, infer O> | Command<infer _J, infer O> ? z.output<O> : never

interface AskOptions {
  readonly enabled?: boolean
  /** Keeps showing the last answer while one for a new input is on its way. */
  readonly keepLast?: boolean
}

const method = (feature: string, key: string) =>
  (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]?.[key]

/**
 * A query's answer, kept fresh: a command that changes one of its topics asks again.
 *
 * @example const show = useAsk('library', 'show', { showId })
 */
export function useAsk<
  F extends keyof Features & keyof Client<AppContract> & string,
  K extends QueryKeys<Features[F]>,
>(
  feature: F,
  key: K,
  input: InputOf<Features[F][K]>,
  options: AskOptions = {},
): UseQueryResult<OutputOf<Features[F][K]>, AppError> {
  return useQuery<OutputOf<Features[F][K]>, AppError>({
    queryKey: [feature, key, input],
    queryFn: () => method(feature, key)?.(input) as Promise<OutputOf<Features[F][K]>>,
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  })
}

/**
 * A command, with its state: `const save = useTell('notes', 'save'); save.mutate(draft)`.
 * What it changes is invalidated by the broadcast of its topics, not here.
 */
export function useTell<
  F extends keyof Features & keyof Client<AppContract> & string,
  K extends CommandKeys<Features[F]>,
>(feature: F, key: K): UseMutationResult<OutputOf<Features[F][K]>, AppError, InputOf<Features[F][K]>> {
  return useMutation<OutputOf<Features[F][K]>, AppError, InputOf<Features[F][K]>>({
    mutationKey: [feature, key],
    mutationFn: (input) => method(feature, key)?.(input) as Promise<OutputOf<Features[F][K]>>,
  })
}
