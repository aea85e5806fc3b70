import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { castStore } from '../../electron/core/features/cast/store'
import { indexesIn } from '../../electron/core/features/recap/columns'
import { recapStore } from '../../electron/core/features/recap/store'
import type { ShowId } from '../../shared/ids'
import { bindPages } from '../../shared/recap/recap'
import { oneMinute } from '../../shared/recap/rules'
import { EPISODES_A_PAGE, type RecapPage } from '../../shared/recap/schema'
import { Reach } from '../../shared/veil/schema'
import { busyShow } from '../../tests/support/busy-show'
import { type TestCore, testCore } from '../../tests/support/core'

/** Half a frame at 60 Hz, in ms: the other half is the page's. */
export const RECAP_BUDGET_MS = 8

const EPISODES = 200
/** 5,000 facts as a pack has them: of the cast, between its members, and of the plot. */
const FACTS = { episodes: EPISODES, roles: 120, relationships: 1000, beats: 2800, facts: 1200 }
/** Beats alone, and as many as 5,000: more than anybody writes. */
const BEATS = { episodes: EPISODES, roles: 120, relationships: 0, beats: 5000, facts: 0 }

const TURNS = 40
const WARM = 10
/** How often the library is opened anew. */
const FIRST_TURNS = 20
const PAGES = Array.from({ length: EPISODES / EPISODES_A_PAGE }, (_value, page) => page)

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

interface Spread {
  readonly p50: number
  readonly p95: number
}
const spread = (values: readonly number[]): Spread => ({ p50: at(values, 0.5), p95: at(values, 0.95) })

async function showOf(core: TestCore, shape: typeof FACTS, id: string): Promise<ShowId> {
  const show = busyShow(shape)
  const bytes = new TextEncoder().encode(JSON.stringify({ ...show, pack: { ...show.pack, id } }))
  const { showId } = await core.client.exchange.importPack({ name: `${id}.entracte`, bytes }, {})
  await core.client.library.setReading({ showId, reach: Reach.parse(shape.episodes) })
  return showId
}

async function askPage(core: TestCore, showId: ShowId, page: number): Promise<RecapPage> {
  const reply = await core.call('recap.page', { showId, page })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as RecapPage
}

/** How long each page of a recap keeps the core busy, and all of them together. */
async function askAll(core: TestCore, showId: ShowId): Promise<{ calls: number[]; whole: number }> {
  const calls: number[] = []
  for (const page of PAGES) {
    const started = performance.now()
    await askPage(core, showId, page)
    calls.push(performance.now() - started)
  }
  return { calls, whole: calls.reduce((sum, took) => sum + took, 0) }
}

/** The same page without the shield: the same rows, put together in the same way, and no stamp asked. */
function unredacted(core: TestCore) {
  const store = recapStore(core.db)
  const cast = castStore(core.db)
  return (showId: ShowId, page: number) => {
    const from = page * EPISODES_A_PAGE + 1
    const asked = { showId, from, to: from + EPISODES_A_PAGE - 1 }
    const beats = {
      id: [] as string[],
      ordinal: [] as number[],
      text: [] as string[],
      fromMs: [] as unknown[],
    }
    const { shape, texts, safeFromMs } = store.beats(asked)
    const places: number[] = new Array(shape.ids.length).fill(-1)
    for (const row of shape.order) {
      places[row] = beats.id.length
      beats.id.push(shape.ids[row] ?? '')
      beats.ordinal.push(shape.ordinals[row] ?? 0)
      beats.text.push(texts[row] ?? '')
      beats.fromMs.push(safeFromMs[row] ?? null)
    }
    const links: { beat: number[]; on: string[] } = { beat: [], on: [] }
    for (const { row, on } of shape.links) {
      links.beat.push(places[row] ?? 0)
      links.on.push(on)
    }
    let standing: string | null = null
    for (const last of store.standings(showId, EPISODES)) {
      standing = last.standing
      break
    }
    return {
      pages: store.seasonStamps(showId).size,
      standing,
      lastSeen: store.viewings(showId)[0] ?? null,
      beats,
      threads: store
        .threads(showId)
        .map(({ id, name }) => ({ id, name, beats: indexesIn(places, shape.ofThread.get(id) ?? []) })),
      roles: cast
        .roles(showId)
        .map(({ id, name }) => ({ id, name, beats: indexesIn(places, shape.ofRole.get(id) ?? []) })),
      links,
    }
  }
}

export interface RecapMeasures {
  /** One call, of a show with 5,000 facts; what the core may not be kept from anything else for longer. */
  readonly call: Spread
  /** All calls of that show's recap. */
  readonly whole: Spread
  /** The same the first time after the library was opened, when nothing is kept in memory yet. */
  readonly first: Spread
  /** One call, of a show with 5,000 beats. */
  readonly callOfBeats: Spread
  /** Choosing the minute out of 5,000 beats, which the page does. */
  readonly minute: Spread
  /** A recap with the shield, and the same without it, turn by turn; medians per round, in ms. */
  readonly rounds: readonly { readonly ours: number; readonly baseline: number; readonly again: number }[]
}

/**
 * Builds the recap of a show of 200 episodes that has been seen to its end, as the core does for the screen.
 *
 * @returns milliseconds
 */
export async function measureRecap(rounds: number): Promise<RecapMeasures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entracte-bench-'))
  const file = path.join(folder, 'entracte.db')
  const core = testCore({ file, checkOutput: false })
  try {
    const facts = await showOf(core, FACTS, 'facts')
    const beats = await showOf(core, BEATS, 'beats')
    const told = async (showId: ShowId) => {
      const all: { calls: number[]; whole: number }[] = []
      for (let turn = 0; turn < TURNS + WARM; turn += 1) all.push(await askAll(core, showId))
      return all.slice(WARM)
    }
    const ofFacts = await told(facts)
    const firsts: number[] = []
    for (let turn = 0; turn < FIRST_TURNS; turn += 1) {
      const fresh = testCore({ file, checkOutput: false })
      firsts.push((await askAll(fresh, facts)).whole)
      fresh.close()
    }
    const ofBeats = await told(beats)

    const recap = bindPages(await Promise.all(PAGES.map((page) => askPage(core, beats, page))))
    if (!recap) throw new Error('the pages do not belong together')
    const minutes = Array.from({ length: TURNS + WARM }, () => {
      const started = performance.now()
      oneMinute(recap, null, 'en')
      return performance.now() - started
    })

    const plain = unredacted(core)
    const timed = async (work: (page: number) => unknown) => {
      const started = performance.now()
      for (const page of PAGES) await work(page)
      return performance.now() - started
    }
    const ours = () => timed((page) => askPage(core, facts, page))
    const baseline = () => timed((page) => plain(facts, page))
    const measured: { ours: number; baseline: number; again: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const taken: Record<'ours' | 'baseline' | 'again', number[]> = { ours: [], baseline: [], again: [] }
      for (let turn = 0; turn < TURNS; turn += 1) {
        taken.baseline.push(await baseline())
        taken.ours.push(await ours())
        taken.again.push(await baseline())
      }
      measured.push({
        ours: at(taken.ours, 0.5),
        baseline: at(taken.baseline, 0.5),
        again: at(taken.again, 0.5),
      })
    }
    return {
      call: spread(ofFacts.flatMap(({ calls }) => calls)),
      whole: spread(ofFacts.map(({ whole }) => whole)),
      first: spread(firsts),
      callOfBeats: spread(ofBeats.flatMap(({ calls }) => calls)),
      minute: spread(minutes.slice(WARM)),
      rounds: measured,
    }
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
