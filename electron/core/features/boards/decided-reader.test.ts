import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Reach } from '../../../../shared/veil/schema'
import { act, doing, type Replica, replica } from '../../../../tests/support/board-replicas'
import { testCore } from '../../../../tests/support/core'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entracte-scores-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scored = async ({ client, showId, boardId }: Replica) => ({
  scores: await client.boards.scores({ showId, boardId, as: null }),
  resolved: await client.boards.resolved({ showId, boardId }),
})

/** The same, said by another core that has just opened a copy of the library. */
async function scoredElsewhere(one: Replica) {
  const file = path.join(folder, `${one.newId()}.db`)
  writeFileSync(file, one.db.serialize())
  const core = testCore({ file })
  const said = await scored({ ...one, client: core.client })
  core.close()
  return said
}

it('scores after any steps what one scores who reads everything anew', async () => {
  const guesses = doing.map((step) => ({ ...step, card: step.card % 4 }))
  const deciding = fc.tuple(guesses, fc.constantFrom('odds' as const, 'resolve' as const, 'undo' as const))
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: guesses },
      { weight: 6, arbitrary: deciding.map(([step, what]) => ({ ...step, what })) },
      { weight: 1, arbitrary: fc.constantFrom(4, 7, 10, 12) },
    ),
    { minLength: 5, maxLength: 40 },
  )
  let decided = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(2), async (all, pace) => {
      const one = await replica(1)
      for (const [n, step] of all.entries()) {
        if (typeof step === 'number')
          await one.client.library.setReading({ showId: one.showId, reach: Reach.parse(step) })
        else await act(one, step)
        if (n % (pace + 1) === 0) await scored(one)
        if (n % 9 !== 8) continue
        const kept = await scored(one)
        expect(kept).toEqual(await scoredElsewhere(one))
        decided += kept.resolved.length
      }
      one.close()
    }),
    { numRuns: 20 },
  )
  expect(decided).toBeGreaterThan(0)
}, 120_000)
