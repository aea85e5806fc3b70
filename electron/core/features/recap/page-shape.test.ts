import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ShowId } from '../../../../shared/ids'
import type { RecapPage } from '../../../../shared/recap/schema'
import { Reach } from '../../../../shared/veil/schema'
import { busyShow } from '../../../../tests/support/busy-show'
import { type TestCore, testCore } from '../../../../tests/support/core'

const EPISODES = 27
let core: TestCore
let showId: ShowId

beforeEach(async () => {
  core = testCore()
  const show = busyShow({ episodes: EPISODES, roles: 4, relationships: 0, beats: 2 * EPISODES, facts: 0 })
  const bytes = new TextEncoder().encode(JSON.stringify(show))
  ;({ showId } = await core.client.exchange.importPack({ name: 'busy.entracte', bytes }, {}))
  await core.client.library.setReading({ showId, reach: Reach.parse(EPISODES) })
})
afterEach(() => core.close())

const ofAll = (sql: string) => core.db.prepare(sql).raw().all() as (string | number)[][]
const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).sort()

/** What the pages say, by ids alone. */
const told = (pages: readonly RecapPage[]) => ({
  beats: pages.flatMap(({ beats }) => beats.id.map((id, at) => [id, beats.ordinal[at], beats.text[at]])),
  roles: sorted(
    pages.flatMap(({ roles, beats }) =>
      roles.flatMap(({ role, beats: places }) => places.map((place) => [role.id, beats.id[place]])),
    ),
  ),
  threads: sorted(
    pages.flatMap(({ threads, beats }) =>
      threads.flatMap(({ id, beats: places }) => places.map((place) => [id, beats.id[place]])),
    ),
  ),
  links: sorted(
    pages.flatMap(({ links, beats }) => links.beat.map((place, at) => [beats.id[place], links.on[at]])),
  ),
})
const OPEN = 'beat.safe_after <= 27'
const stored = () => ({
  beats: ofAll(`
    SELECT beat.id, ordinal, text FROM beat JOIN episode ON episode.id = episode_id
    WHERE ${OPEN} ORDER BY ordinal, beat.position, beat.rowid`),
  roles: sorted(ofAll(`SELECT role_id, beat_id FROM beat_role JOIN beat ON beat.id = beat_id WHERE ${OPEN}`)),
  threads: sorted(
    ofAll(`SELECT thread_id, beat_id FROM beat_thread JOIN beat ON beat.id = beat_id WHERE ${OPEN}`),
  ),
  links: sorted(
    ofAll(`
      SELECT beat_id, builds_on_id FROM beat_link JOIN beat ON beat.id = beat_id
      JOIN beat AS earlier ON earlier.id = builds_on_id WHERE ${OPEN} AND earlier.safe_after <= 27`),
  ),
})
const pages = () => Promise.all([0, 1].map((page) => core.client.recap.page({ showId, page })))

const CHANGES = {
  goes: 'DELETE FROM beat WHERE id = @a',
  closes: 'UPDATE beat SET safe_after = 90 WHERE id = @a',
  opens: 'UPDATE beat SET safe_after = 1 WHERE id = @a',
  says: "UPDATE beat SET text = 'Something else.' WHERE id = @a",
  // to the end of another episode, under a name that is free there
  movesTo: `UPDATE beat SET episode_id = (SELECT episode_id FROM beat WHERE id = @b), pack_key = id,
    position = (SELECT max(position) + 1 FROM beat) WHERE id = @a`,
  buildsOn: 'INSERT OR IGNORE INTO beat_link (beat_id, builds_on_id) SELECT @a, @b WHERE @a <> @b',
  standsAlone: 'DELETE FROM beat_link WHERE beat_id = @a',
  isAbout: `INSERT OR IGNORE INTO beat_role (beat_id, role_id, position)
    SELECT @a, id, 9 FROM role ORDER BY id LIMIT 1 OFFSET @n % 4`,
  isAboutNobody: 'DELETE FROM beat_role WHERE beat_id = @a',
  leavesThread: 'DELETE FROM beat_thread WHERE beat_id = @a',
} as const

it('what is kept of a page never differs from the tables, whatever is written', async () => {
  const step = fc.record({
    change: fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])),
    a: fc.nat({ max: 60 }),
    // the last four stand on another page than the rest
    b: fc.oneof(fc.nat({ max: 60 }), fc.integer({ min: 50, max: 53 })),
    n: fc.integer({ min: 100, max: 120 }),
    look: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const { change, look, ...which } of steps) {
        const ids = ofAll('SELECT id FROM beat ORDER BY id').flat()
        const [a, b] = [which.a, which.b].map((at) => ids[at % ids.length])
        if (a === undefined || b === undefined) return
        core.db.prepare(CHANGES[change]).run({ a, b, n: which.n })
        if (look) expect(told(await pages())).toEqual(stored())
      }
      expect(told(await pages())).toEqual(stored())
    }),
    { numRuns: 60 },
  )
})

it('never tells a text by a row that is not its own, even if what is kept was not told of a change', async () => {
  const [before] = await pages()
  for (const [name] of ofAll("SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'"))
    core.db.exec(`DROP TRIGGER temp.${name}`)
  core.db.prepare('DELETE FROM beat WHERE id = ?').run(before?.beats.id[0])
  const [after] = await pages()
  expect(after?.beats.id).toEqual(before?.beats.id.slice(1))
  expect(after?.roles.flatMap(({ beats }) => beats).every((place) => place < 49)).toBe(true)
})

it('names whom it may name as of the line, wherever that was before', async () => {
  core.db.exec('UPDATE role SET safe_after = 20')
  const named = async () => (await core.client.recap.page({ showId, page: 0 })).roles.length
  expect(await named()).toBe(4)
  await core.client.library.setReading({ showId, reach: Reach.parse(19) })
  expect(await named()).toBe(0)
  await core.client.library.setReading({ showId, reach: Reach.parse(20) })
  expect(await named()).toBe(4)
})
