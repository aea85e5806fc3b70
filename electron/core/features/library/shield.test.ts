import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeId, OrderId, ShowId } from '../../../../shared/ids'
import { canaryPack } from '../../../../tests/support/canary-pack'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
/** Four episodes, of which the second is a special; an order that goes backwards; moments at 2:00. */
beforeEach(async () => {
  core = testCore()
  const pack = canaryPack({
    seasons: [4],
    delay: () => 0,
    special: (ordinal) => ordinal === 2,
    moment: () => 119_000,
  })
  const bytes = new TextEncoder().encode(JSON.stringify(pack))
  ;({ showId } = await core.client.exchange.importPack({ name: 'show.json', bytes }, {}))
})
afterEach(() => core.close())

const idOf = (ordinal: number) =>
  core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal) as EpisodeId
const watch = (...ordinals: number[]) =>
  Promise.all(
    ordinals.map((ordinal) =>
      core.client.library.setWatched({ showId, episodeId: idOf(ordinal), watched: true, through: false }),
    ),
  )
/** The ordinals of the episodes whose titles are open. */
const openTitles = async () => {
  const { seasons } = await core.client.library.show({ showId })
  return seasons.flatMap(({ episodes }) =>
    episodes.filter(({ details }) => !details.veiled).map(({ ordinal }) => ordinal),
  )
}
const reach = async () => (await core.client.library.show({ showId })).reading.reach

describe('a special', () => {
  it('can be passed over, and stays veiled until it is seen', async () => {
    await watch(1, 3)
    expect(await reach()).toBe(3)
    expect(await openTitles()).toEqual([1, 3])
    await watch(2)
    expect(await openTitles()).toEqual([1, 2, 3])
  })
  it('is open to somebody who says that they are at it, and closes behind them if they have not seen it', async () => {
    await core.client.library.setReading({ showId, reach: 2 })
    expect(await openTitles()).toEqual([1, 2])
    await core.client.library.setReading({ showId, reach: 3 })
    expect(await openTitles()).toEqual([1, 3])
  })
})

describe('a special that was passed over', () => {
  it('keeps what it tells, also what is safe only later', async () => {
    core.db.prepare('UPDATE beat SET safe_after = 3, safe_from_ms = NULL WHERE episode_id = ?').run(idOf(2))
    core.db.prepare('UPDATE role_fact SET safe_after = 3, safe_from_ms = NULL WHERE ordinal = 2').run()
    await watch(1, 3)
    const told = async () => (await core.client.recap.page({ showId, page: 0 })).beats.ordinal
    const facts = async () =>
      (await core.client.cast.roles({ showId })).groups
        .flatMap(({ roles }) => roles.flatMap((role) => (role.veiled ? [] : role.facts)))
        .map(({ ordinal }) => ordinal)
    expect(await told()).not.toContain(2)
    expect(await facts()).not.toContain(2)
    const { veils } = await core.client.recap.page({ showId, page: 0 })
    expect(veils.safeAfter[veils.ordinal.indexOf(2 as never)]).toBe(2)
    await watch(2)
    expect(await told()).toContain(2)
    expect(await facts()).toContain(2)
  })

  it('opens as it runs, when it is watched late', async () => {
    await watch(1, 3)
    const run = (positionMs: number) =>
      core.client.library.setRunning({ showId, episodeId: idOf(2), positionMs: positionMs as never })
    const told = async () => (await core.client.recap.page({ showId, page: 0 })).beats.ordinal
    await run(60_000)
    expect(await told()).not.toContain(2)
    await run(180_000)
    expect(await told()).toContain(2)
    expect(await told()).not.toContain(4)
    expect(await reach()).toBe(3)
  })
})

describe('another order', () => {
  it('is listed whole, and leaves the reach in story order', async () => {
    const page = await core.client.library.show({ showId })
    expect(page.orders).toEqual([
      { id: expect.anything(), name: 'Backwards', episodes: [idOf(4), idOf(3), idOf(2), idOf(1)] },
    ])
    const orderId = page.orders[0]?.id ?? null
    await core.client.library.chooseOrder({ showId, orderId })
    await watch(4, 3)
    expect(await reach()).toBe(0)
    expect(await openTitles()).toEqual([])
    expect((await core.client.library.show({ showId })).orderId).toBe(orderId)
  })
  it('says what "up to here" means', async () => {
    const orderId = core.db.prepare('SELECT id FROM episode_order').pluck().get() as OrderId
    await core.client.library.chooseOrder({ showId, orderId })
    await core.client.library.setWatched({ showId, episodeId: idOf(3), watched: true, through: true })
    const { seasons } = await core.client.library.show({ showId })
    const seen = seasons.flatMap(({ episodes }) => episodes.filter(({ viewings }) => viewings > 0))
    expect(seen.map(({ ordinal }) => ordinal)).toEqual([3, 4])
  })
  it('of another show is refused', async () => {
    expect(await core.call('library.chooseOrder', { showId, orderId: showId })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('an episode that is on', () => {
  const beats = async () => JSON.stringify(await core.client.cast.roles({ showId }))
  it('opens its facts as it runs', async () => {
    await watch(1)
    await core.client.library.setRunning({ showId, episodeId: idOf(2), positionMs: 60_000 })
    expect(await beats()).not.toContain('CANARY2M120000X fact')
    await core.client.library.setRunning({ showId, episodeId: idOf(2), positionMs: 120_000 })
    expect(await beats()).toContain('CANARY2M120000X fact')
    await core.client.library.setRunning({ showId, episodeId: null, positionMs: 0 })
    expect(await beats()).not.toContain('CANARY2M120000X fact')
  })
  it('tells nothing to somebody who jumped ahead', async () => {
    await core.client.library.setRunning({ showId, episodeId: idOf(4), positionMs: 3_000_000 })
    expect(await beats()).not.toContain('CANARY')
  })
})

describe('what a veil hides', () => {
  it('can leave the names of later characters open, and nothing else of them', async () => {
    const fourth = async () =>
      (await core.client.cast.roles({ showId })).groups.flatMap(({ roles }) => roles).at(-1)
    expect(await fourth()).toEqual({ veiled: true, safeAfter: 4 })
    await core.client.settings.setVeil({ titles: true, names: false, nextTitle: false })
    expect(await fourth()).toMatchObject({
      veiled: false,
      name: 'CANARY4M1000X role 4',
      actor: 'CANARY4M1000X actor',
      work: null,
      facts: [],
      seenIn: [],
    })
  })
  it('can leave titles open, or only the next one', async () => {
    await core.client.settings.setVeil({ titles: true, names: true, nextTitle: true })
    expect(await openTitles()).toEqual([1])
    await core.client.settings.setVeil({ titles: false, names: true, nextTitle: false })
    expect(await openTitles()).toEqual([1, 2, 3, 4])
  })
})

describe('a season that is hidden', () => {
  it('is told by no veil, no number and no order', async () => {
    core.db.exec(`
      INSERT INTO season (id, show_id, number, safe_after)
      SELECT '01900000-0000-7000-8000-000000000001', id, 2, 3 FROM show;
      UPDATE episode SET season_id = '01900000-0000-7000-8000-000000000001' WHERE ordinal = 4;
    `)
    await watch(1)
    const page = await core.client.library.show({ showId })
    expect(page.seasons.flatMap(({ episodes }) => episodes).map(({ ordinal }) => ordinal)).toEqual([1, 2, 3])
    expect(page.orders).toEqual([])
    const told = JSON.stringify([
      await core.client.library.press({ showId }),
      await core.client.cast.roles({ showId }),
      await core.client.cast.relations({ showId }),
      await core.client.boards.board({ showId, boardId: null, as: null }),
      await core.client.recap.page({ showId, page: 0 }),
    ])
    expect(told).not.toContain('"safeAfter":4')
    expect(told).not.toMatch(/"after":\[[^\]]*4/)
    expect(told).toContain('"safeAfter":3')
    expect(told).toContain('"safeAfter":null')
  })
})

describe('rows that make no sense', () => {
  it('with a stamp past the end stay closed to somebody who has seen everything', async () => {
    core.db.prepare('UPDATE bulletin SET safe_after = 99 WHERE safe_after = 1').run()
    await watch(1, 2, 3, 4)
    const { bulletins } = await core.client.library.press({ showId })
    // an episode that nobody has heard of is not named
    expect(bulletins.filter(({ veiled }) => veiled)).toEqual([{ veiled: true, safeAfter: null }])
  })
  it('with a line past the end open nothing that is added there later', async () => {
    await core.client.library.setReading({ showId, reach: 4 })
    core.db.prepare('DELETE FROM episode WHERE ordinal >= 3').run()
    expect(await reach()).toBe(2)
    core.db.prepare('UPDATE bulletin SET safe_after = 4').run()
    const { bulletins } = await core.client.library.press({ showId })
    expect(bulletins.every(({ veiled }) => veiled)).toBe(true)
  })
})
