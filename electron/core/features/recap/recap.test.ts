import { EpisodeId, ItemId, NoteId, type ShowId } from '@shared/ids'
import { bindPages } from '@shared/recap/recap'
import { oneMinute } from '@shared/recap/rules'
import { EPISODES_A_PAGE } from '@shared/recap/schema'
import { EpisodeOrdinal, Reach } from '@shared/veil/schema'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { canaryPack } from '../../../../tests/support/canary-pack'
import { START_MS, type TestCore, testCore } from '../../../../tests/support/core'
import { beatColumns } from './columns'

let core: TestCore
afterEach(() => core.close())

const DAY_MS = 86_400_000

async function open(seasons: readonly number[], reach: number, delay: (nth: number) => number = () => 0) {
  core?.close()
  core = testCore()
  const bytes = new TextEncoder().encode(JSON.stringify(canaryPack({ seasons, delay })))
  const { showId } = await core.client.exchange.importPack({ name: 'canaries.entracte', bytes }, {})
  await setReach(showId, reach)
  return showId
}
const setReach = (showId: ShowId, reach: number) =>
  core.client.library.setReading({ showId, reach: Reach.parse(reach) })
const page = (showId: ShowId, at = 0) => core.client.recap.page({ showId, page: at })
const episodeId = (ordinal: number) =>
  EpisodeId.parse(core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal))

/** The whole recap, as the screen puts it together. */
async function whole(showId: ShowId) {
  const first = await page(showId)
  const rest = Array.from({ length: first.pages - 1 }, (_value, at) => page(showId, at + 1))
  const recap = bindPages([first, ...(await Promise.all(rest))])
  if (!recap) throw new Error('the pages do not belong together')
  return recap
}

/** The beats in the order of the story. */
const beatIds = () =>
  core.db
    .prepare(
      'SELECT beat.id FROM beat JOIN episode ON episode.id = episode_id ORDER BY ordinal, beat.position',
    )
    .pluck()
    .all()

/** Lets every beat build on the one before it. */
function linkAll() {
  const ids = beatIds()
  const link = core.db.prepare('INSERT OR IGNORE INTO beat_link (beat_id, builds_on_id) VALUES (?, ?)')
  for (const [at, id] of ids.entries()) if (at > 0) link.run(id, ids[at - 1])
  return ids
}

/** A show of which two episodes stand on a second page. */
async function long() {
  const showId = await open([4], 0)
  const far = EPISODES_A_PAGE - 1
  for (const table of ['episode', 'beat', 'role', 'thread'])
    for (const column of table === 'episode' ? ['ordinal'] : ['safe_after'])
      core.db.prepare(`UPDATE ${table} SET ${column} = ${column} + 1000 WHERE ${column} > 2`).run()
  for (const table of ['episode', 'beat', 'role', 'thread'])
    for (const column of table === 'episode' ? ['ordinal'] : ['safe_after'])
      core.db
        .prepare(`UPDATE ${table} SET ${column} = ${column} - 1000 + ${far} WHERE ${column} > 1000`)
        .run()
  linkAll()
  await setReach(showId, far + 3)
  return showId
}

describe('a recap', () => {
  it('tells of the beats up to the reach in the order of the story, and counts the others', async () => {
    const showId = await open([3, 2], 2)
    const { reach, beats, veils, threads, roles, standing } = await page(showId)
    expect(reach).toBe(2)
    expect(beats.ordinal).toEqual([1, 1, 2, 2])
    expect(beats.text.every((text) => /^CANARY[12]/.test(text))).toBe(true)
    expect(veils).toEqual({ ordinal: [3, 3, 4, 4, 5, 5], safeAfter: [3, 3, 4, 4, 5, 5] })
    expect(threads.map((thread) => thread.beats)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(roles.map((role) => role.beats)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(standing).toMatchObject({ veiled: false })
    expect((await core.client.recap.previously({ showId })).standing).toEqual(standing)
  })

  it('comes in pages, which put together are the whole', async () => {
    const showId = await long()
    const [first, second] = [await page(showId), await page(showId, 1)]
    expect([first.pages, first.beats.ordinal, second.beats.ordinal]).toEqual([
      2,
      [1, 1, 2, 2],
      [EPISODES_A_PAGE + 2, EPISODES_A_PAGE + 2],
    ])
    const recap = await whole(showId)
    expect(recap.beats).toHaveLength(6)
    // a link may lead to an earlier page
    expect(recap.buildsOn[4]).toContain(3)
    expect(recap.threads.at(-1)?.beats).toEqual([4, 5])
    expect(recap.veils.map(({ ordinal }) => ordinal)).toEqual([EPISODES_A_PAGE + 3, EPISODES_A_PAGE + 3])
    expect((await page(showId, 7)).beats.id).toEqual([])
  })

  it('has its characters by order of billing, on whatever page they come first', async () => {
    const showId = await long()
    await setReach(showId, EPISODES_A_PAGE + 3)
    const roles = core.db.prepare('SELECT id FROM role ORDER BY position').pluck().all()
    core.db.exec('DELETE FROM beat_role')
    const beats = beatIds()
    const link = core.db.prepare('INSERT INTO beat_role (beat_id, role_id, position) VALUES (?, ?, 0)')
    link.run(beats[0], roles[1])
    link.run(beats.at(-1), roles[0])
    expect((await whole(showId)).roles.map(({ role }) => role.id)).toEqual([roles[0], roles[1]])
  })

  it('is read again when its pages were read at two reaches', async () => {
    const showId = await long()
    const first = await page(showId)
    await setReach(showId, 1)
    expect(bindPages([first, await page(showId, 1)])).toBeNull()
  })

  it('keeps a text to itself until its own stamp, wherever its episode stands', async () => {
    const showId = await open([4], 2)
    core.db.prepare('UPDATE beat SET safe_after = safe_after + 1 WHERE safe_after < 4').run()
    const { beats, veils } = await page(showId)
    expect(beats.ordinal).toEqual([1, 1])
    expect(veils.ordinal.slice(0, 2)).toEqual([2, 2])
  })

  it('is chosen for a minute alike, whatever is behind the veil', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.string(),
        async (reach, drop, text) => {
          const showId = await open([6], reach)
          linkAll()
          const before = oneMinute(await whole(showId), null, 'en')
          const veiled = 'safe_after > ?'
          if (drop) core.db.prepare(`DELETE FROM beat WHERE ${veiled}`).run(reach)
          else core.db.prepare(`UPDATE beat SET text = ? WHERE ${veiled}`).run(text, reach)
          const after = oneMinute(await whole(showId), null, 'en')
          expect(before.beats.length).toBeGreaterThan(0)
          expect(after).toEqual(before)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('what cannot be right', () => {
  it('a beat whose episode is gone is gone', async () => {
    const showId = await open([3], 3)
    core.db.pragma('foreign_keys = OFF')
    core.db.prepare('DELETE FROM episode WHERE ordinal = 2').run()
    const recap = await whole(showId)
    expect(recap.beats.map(({ ordinal }) => ordinal)).toEqual([1, 1, 3, 3])
    expect(recap.threads).toHaveLength(2)
    expect(oneMinute(recap, null, 'en').beats.length).toBeGreaterThan(0)
  })

  it('beats that build on each other in a circle are told, each once', async () => {
    const showId = await open([2], 2)
    const ids = linkAll()
    core.db.prepare('INSERT INTO beat_link (beat_id, builds_on_id) VALUES (?, ?)').run(ids[0], ids.at(-1))
    const { beats } = oneMinute(await whole(showId), null, 'en')
    expect(beats).toEqual([0, 1, 2, 3])
  })

  it('a stamp past the end, or that is none, stays veiled', async () => {
    const showId = await open([2], 2)
    core.db.prepare('UPDATE beat SET safe_after = 900 WHERE position = 0').run()
    core.db.prepare('UPDATE beat SET safe_after = 900000 WHERE position = 1').run()
    const { beats, veils } = await page(showId)
    expect(beats.id).toEqual([])
    // an episode that nobody has heard of is not named either
    expect(veils).toEqual({ ordinal: [1, 1, 2, 2], safeAfter: [null, null, null, null] })
  })

  it('a line beyond the last episode opens no more than there is', async () => {
    const showId = await open([2], 2)
    const put = 'INSERT OR REPLACE INTO reading_line (show_id, reach, set_at) VALUES (?, 50, ?)'
    core.db.prepare(put).run(showId, '2021-05-04T18:00:00.000Z')
    expect((await page(showId)).beats.ordinal).toEqual([1, 1, 2, 2])
  })

  it('a show that is not there is not found', async () => {
    await open([2], 2)
    const showId = '01790000-0000-7000-8000-000000000099'
    expect(await core.call('recap.page', { showId, page: 0 })).toMatchObject({ error: { code: 'not-found' } })
    expect(await core.call('recap.previously', { showId })).toMatchObject({ error: { code: 'not-found' } })
  })

  it('without a horizon nothing is told but how much waits', () => {
    core = testCore()
    const stored = {
      shape: {
        rowids: '1',
        order: [0],
        ordinals: [EpisodeOrdinal.parse(1)],
        ids: [ItemId.parse('01790000-0000-7000-8000-000000000001')],
        ofThread: new Map(),
        ofRole: new Map(),
        links: [],
      },
      texts: ['secret'],
      safeAfter: [1],
      safeFromMs: [null],
    }
    expect(beatColumns(stored, new Map([[1, null]]), null)).toEqual({
      beats: { id: [], ordinal: [], text: [], fromMs: [] },
      veils: { ordinal: [1], safeAfter: [null] },
      places: [-1],
    })
    // an episode of which nobody knows the season is not even counted
    expect(beatColumns(stored, new Map(), null).veils.ordinal).toEqual([])
  })

  it('a season that may not be known is not even counted', async () => {
    const showId = await open([2, 2], 2)
    core.db.prepare('UPDATE season SET safe_after = 3 WHERE number = 2').run()
    expect((await page(showId)).veils.ordinal).toEqual([])
  })

  it('beats stand in the order of the story, in whatever order their rows were written', async () => {
    const showId = await open([2], 2)
    const before = (await page(showId)).beats
    core.db.exec(`
      UPDATE episode SET ordinal = ordinal + 100;
      UPDATE episode SET ordinal = 103 - ordinal;
      UPDATE beat SET position = 9 - position;
    `)
    const after = (await page(showId)).beats
    expect(after.ordinal).toEqual(before.ordinal)
    expect(after.id).toEqual(before.id.toReversed())
  })

  it('a link to a beat behind the veil does not cross', async () => {
    const showId = await open([2], 1)
    const ids = linkAll()
    core.db.prepare('INSERT INTO beat_link (beat_id, builds_on_id) VALUES (?, ?)').run(ids[0], ids[3])
    expect((await page(showId)).links).toEqual({ beat: [1], on: [ids[0]] })
  })
})

describe('the last viewing', () => {
  const watch = (ordinal: number, daysAgo: number) =>
    core.db
      .prepare('INSERT INTO viewing (id, episode_id, watched_at) VALUES (?, ?, ?)')
      .run(core.newId(), episodeId(ordinal), new Date(START_MS - daysAgo * DAY_MS).toISOString())

  it('is the latest one within the reach, in whole days', async () => {
    const showId = await open([4], 3)
    watch(1, 300)
    watch(3, 214)
    watch(4, 2)
    expect((await page(showId)).lastSeen).toMatchObject({ ordinal: 3, days: 214 })
  })

  it('is none without a date, and zero days ago when its date is still to come', async () => {
    const showId = await open([2], 2)
    const undated = 'INSERT INTO viewing (id, episode_id, watched_at) VALUES (?, ?, NULL)'
    core.db.prepare(undated).run(core.newId(), episodeId(1))
    expect((await page(showId)).lastSeen).toBeNull()
    watch(1, -20)
    expect((await page(showId)).lastSeen?.days).toBe(0)
  })
})

describe('pinned notes', () => {
  const pin = (showId: ShowId, ordinal: number | null, atMs: number | null, body: string, pinned = true) =>
    core.client.notes.save({
      id: NoteId.parse(core.newId()),
      showId,
      episodeId: ordinal === null ? null : episodeId(ordinal),
      atMs: atMs as never,
      endMs: null,
      kind: 'note',
      title: '',
      body,
      tags: [],
      pinned,
    })

  it('come in the order of the story, as plain words, as far as notes are open', async () => {
    const showId = await open([4], 1)
    await pin(showId, null, null, 'of the show')
    await pin(showId, 1, 9000, '**later** in one')
    await pin(showId, 1, 2000, 'early in one')
    await pin(showId, 1, 1000, 'not pinned', false)
    await pin(showId, 2, null, 'in two')
    await pin(showId, 3, null, 'in three')
    const read = async () => await core.client.notes.pinned({ showId, offset: 0 })
    const { reach, watchedRun } = (await core.client.library.show({ showId })).reading
    expect([reach, watchedRun]).toEqual([1, 0])
    expect((await read()).rows.map(({ text }) => text)).toEqual([
      'early in one',
      'later in one',
      'in two',
      'of the show',
    ])
    expect((await read()).total).toBe(4)
    await setReach(showId, 0)
    expect((await read()).rows.map(({ text }) => text)).not.toContain('in two')
  })

  it('are read a hundred at a time', async () => {
    const showId = await open([2], 2)
    for (let n = 0; n < 105; n += 1) await pin(showId, 1, n * 1000, `note ${n}`)
    const [first, second] = [
      await core.client.notes.pinned({ showId, offset: 0 }),
      await core.client.notes.pinned({ showId, offset: 100 }),
    ]
    expect([first.rows.length, second.rows.length, first.total]).toEqual([100, 5, 105])
    expect(second.rows.at(-1)?.text).toBe('note 104')
  })
})
