import { z } from 'zod'
import { coreContract } from '../../shared/contract'
import type { Method } from '../../shared/ipc'
import { canariesIn } from '../support/canary-pack'
import type { TestCore } from '../support/core'

const TABLES_WITH_IDS = ['show', 'season', 'episode', 'role', 'thread', 'beat', 'note', 'card', 'question']

/** Every value that a field of this name may sensibly take, over the library that is open. */
function valuesFor(core: TestCore, name: string): unknown[] {
  const ids = (table: string) => core.db.prepare(`SELECT id FROM ${table}`).pluck().all()
  const pools: Record<string, () => unknown[]> = {
    showId: () => ids('show'),
    roleId: () => ids('role'),
    episodeId: () => [null, ...ids('episode')],
    id: () => TABLES_WITH_IDS.flatMap(ids),
    search: () => ['', 'CANARY', 'note'],
    kinds: () => [[]],
    tags: () => [[]],
    order: () => ['episode', 'newest'],
    offset: () => [0],
  }
  const pool = Object.hasOwn(pools, name) ? pools[name] : undefined
  if (!pool) throw new Error(`the canary walk does not know what to put into "${name}": teach valuesFor`)
  return pool()
}

/** Every input that a schema allows, as far as the pools reach. */
function inputsFor(core: TestCore, schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodVoid) return [undefined]
  if (!(schema instanceof z.ZodObject))
    throw new Error('the canary walk knows only objects and nothing as inputs')
  return Object.keys(schema.shape).reduce<Record<string, unknown>[]>(
    (inputs, name) =>
      valuesFor(core, name).flatMap((value) => inputs.map((input) => ({ ...input, [name]: value }))),
    [{}],
  )
}

export interface Leak {
  readonly method: string
  readonly stamp: number
}

/**
 * Calls every query of the contract with everything it takes, and looks for canaries beyond what is allowed.
 * What was broadcast and logged on the way is looked through as well.
 *
 * @param allowed the highest stamp that may be seen; the second number is for the person's own notes
 */
export async function walkContract(
  core: TestCore,
  allowed: { pack: number; notes: number },
): Promise<Leak[]> {
  const leaks: Leak[] = []
  const look = (method: string, value: unknown, limit: number) => {
    for (const stamp of canariesIn(JSON.stringify(value) ?? ''))
      if (stamp > limit) leaks.push({ method, stamp })
  }
  for (const [feature, methods] of Object.entries(coreContract)) {
    for (const [key, method] of Object.entries<Method>(methods)) {
      if (method.kind !== 'query') continue
      const name = `${feature}.${key}`
      for (const input of inputsFor(core, method.input)) {
        const reply = await core.call(name, input)
        look(name, reply, feature === 'notes' ? allowed.notes : allowed.pack)
      }
    }
  }
  look('broadcasts', core.said, allowed.pack)
  look('log', core.logged, allowed.pack)
  return leaks
}
