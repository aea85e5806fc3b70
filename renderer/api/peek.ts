import { AppError } from '@shared/app-error'
import type { AppContract } from '@shared/contract'
import type { Client } from '@shared/ipc'
import type { Peeked } from '@shared/veil/schema'
import { useRef } from 'react'
import { client } from './client'

type Peeks = {
  [F in keyof Client<AppContract>]: Client<AppContract>[F] extends {
    peek: (veil: infer V) => Promise<unknown>
  }
    ? { readonly feature: F; readonly veil: V }
    : never
}[keyof Client<AppContract>]

/**
 * Looks behind one veil. The answer is for whoever asks: it goes into no cache.
 *
 * @returns what is there; null when the veil has gone in the meantime
 */
export async function peek(look: Peeks): Promise<Peeked | null> {
  try {
    const ask = client[look.feature].peek as (veil: unknown) => Promise<Peeked>
    return await ask(look.veil)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}

/**
 * Looks behind a group of veils that stand as one: each look lifts the next of them, and after the last the first.
 *
 * @param turns which veils of their list they are
 * @param look looks behind one of them
 */
export function useNextLook(
  turns: readonly number[],
  look: (nth: number) => Promise<Peeked | null>,
): () => Promise<Peeked | null> {
  const looks = useRef(0)
  return () => {
    const nth = turns[looks.current % turns.length]
    looks.current += 1
    return nth === undefined ? Promise.resolve(null) : look(nth)
  }
}
