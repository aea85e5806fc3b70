import { placeRoles } from '../../shared/cast/placing'
import { linesOf } from '../../shared/cast/strands'
import type { ShowId } from '../../shared/ids'
import { Reach } from '../../shared/veil/schema'
import { busyShow } from '../../tests/support/busy-show'
import { testCore } from '../../tests/support/core'

/** Half a frame at 60 Hz, in ms: the other half is the page's. */
export const RELATIONS_BUDGET_MS = 8
const ASKED = 200

/** 200 episodes and 5,000 facts: relationships, beats, and facts about roles. */
const SHAPE = { episodes: 200, roles: 120, relationships: 1000, beats: 2800, facts: 1200 }

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const timed = (work: () => void): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

/**
 * Everything between the roles of a large show, asked of the core by somebody who has seen all of it.
 *
 * @returns milliseconds: the call's median and 95th percentile, and the median of placing 60 roles for the page
 */
export async function measureRelations(): Promise<{ p50: number; p95: number; placing: number }> {
  const core = testCore({ checkOutput: false })
  try {
    const importShow = async (shape: typeof SHAPE, id = 'busy'): Promise<ShowId> => {
      const show = busyShow(shape)
      const bytes = new TextEncoder().encode(JSON.stringify({ ...show, pack: { ...show.pack, id } }))
      const { showId } = await core.client.exchange.importPack({ name: 'busy.entracte', bytes }, {})
      await core.client.library.setReading({ showId, reach: Reach.parse(shape.episodes) })
      return showId
    }
    const showId = await importShow(SHAPE)
    const took: number[] = []
    for (let n = 0; n < ASKED + 20; n += 1) {
      const started = performance.now()
      const reply = await core.call('cast.relations', { showId })
      took.push(performance.now() - started)
      if (!reply.ok) throw new Error(reply.error.message)
    }
    const counted = took.slice(20)

    const page = await core.client.cast.relations({
      showId: await importShow({ episodes: 40, roles: 60, relationships: 200, beats: 0, facts: 0 }, 'sixty'),
    })
    const lines = linesOf(page)
    const placed = Array.from({ length: 20 }, () =>
      timed(() => placeRoles(page.roles, lines, page.circles)),
    ).slice(5)
    return { p50: at(counted, 0.5), p95: at(counted, 0.95), placing: at(placed, 0.5) }
  } finally {
    core.close()
  }
}
