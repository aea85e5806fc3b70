import { AppError } from '@shared/app-error'
import type { AppContract } from '@shared/contract'
import type { Client } from '@shared/ipc'
import type { Peeked } from '@shared/veil/schema'
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
