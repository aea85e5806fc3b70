import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeId, ShowId } from '../../../../shared/ids'
import type { Episode } from '../../../../shared/library/schema'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
let episodes: Episode[]
beforeEach(async () => {
  core = testCore()
  ;({ showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 0 }))
  episodes = (await core.client.library.show({ showId })).seasons.flatMap((season) => season.episodes)
})
afterEach(() => core.close())

const change = (ordinal: number, watched: boolean, through = false) => {
  const episode = episodes[ordinal - 1]
  if (!episode) throw new Error(`no episode ${ordinal}`)
  return core.client.library.setWatched({ showId, episodeId: episode.id, watched, through })
}
const mark = async (ordinal: number, watched: boolean, through = false) =>
  (await change(ordinal, watched, through)).reading

describe('watched episodes', () => {
  it('move the reading line along their run from the start', async () => {
    expect(await mark(1, true)).toMatchObject({ reach: 1 })
    expect(await mark(3, true)).toMatchObject({ reach: 1 })
    expect(await mark(2, true)).toMatchObject({ reach: 3 })
    expect(await mark(1, false)).toMatchObject({ reach: 0 })
  })

  it('can be marked up to a point, and taken back from one', async () => {
    expect(await mark(10, true, true)).toMatchObject({ reach: 10 })
    expect(await mark(7, false, true)).toMatchObject({ reach: 6 })
  })

  it('know the day of the one that was pointed at, and of the earlier ones that it is unknown', async () => {
    await mark(3, true, true)
    const [season] = (await core.client.library.show({ showId })).seasons
    expect(season?.episodes.slice(0, 4).map(({ viewings }) => viewings)).toEqual([1, 1, 1, 0])
    expect(season?.episodes.slice(0, 3).map(({ lastWatchedAt }) => lastWatchedAt !== null)).toEqual([
      false,
      false,
      true,
    ])
  })

  it('keep the day on which they were first watched', async () => {
    await mark(1, true)
    const first = (await core.client.library.show({ showId })).seasons[0]?.episodes[0]
    await mark(3, true, true)
    const again = (await core.client.library.show({ showId })).seasons[0]?.episodes[0]
    expect(again).toMatchObject({ viewings: 1, lastWatchedAt: first?.lastWatchedAt })
  })
})

describe('a rewatch', () => {
  const viewings = async () =>
    (await core.client.library.show({ showId })).seasons[0]?.episodes
      .slice(0, 4)
      .map((episode) => episode.viewings)

  it('begins where the line was moved back to, and is another viewing of each episode', async () => {
    await mark(4, true, true)
    await core.client.library.setReading({ showId, reach: Reach.parse(1) })
    const { changeId } = await change(2, true)
    expect(await viewings()).toEqual([1, 2, 1, 1])
    expect((await core.client.library.show({ showId })).reading).toMatchObject({ reach: 2, watchedRun: 4 })
    await core.client.library.undoWatched({ changeId })
    expect(await viewings()).toEqual([1, 1, 1, 1])
    expect((await core.client.library.show({ showId })).reading.reach).toBe(1)
  })

  it('is none for an episode that was seen before its turn came', async () => {
    await mark(1, true)
    await mark(4, true)
    await mark(4, true, true)
    expect(await viewings()).toEqual([1, 1, 1, 1])
  })
})

describe('a change of what was watched', () => {
  const state = async () => JSON.stringify(await core.client.library.show({ showId }))

  it('can be taken back without loss: days and the line by hand return', async () => {
    await mark(3, true, true)
    await mark(5, true)
    await core.client.library.setReading({ showId, reach: 4 as never })
    const before = await state()
    for (const [ordinal, watched, through] of [
      [1, false, true],
      [5, false, false],
      [9, true, true],
      [5, true, false],
    ] as const) {
      const { changeId } = await change(ordinal, watched, through)
      await core.client.library.undoWatched({ changeId })
      expect(await state()).toBe(before)
    }
  })

  it('leaves a line alone that was moved since', async () => {
    const { changeId } = await change(5, true, true)
    await core.client.library.setReading({ showId, reach: 1 })
    expect(await core.client.library.undoWatched({ changeId })).toMatchObject({ reach: 1, byHand: true })
  })

  it('can be taken back once', async () => {
    const { changeId } = await change(1, true)
    await core.client.library.undoWatched({ changeId })
    expect(await core.call('library.undoWatched', { changeId })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('the reading line', () => {
  it('can be set by hand and given back', async () => {
    expect(await core.client.library.setReading({ showId, reach: 13 })).toEqual({
      reach: 13,
      byHand: true,
      running: null,
      watchedRun: 0,
    })
    const page = await core.client.library.show({ showId })
    expect(page.seasons[1]?.episodes[2]?.details).toMatchObject({ veiled: false, title: 'Bon Anniversaire!' })
    expect(page.seasons[1]?.episodes[3]?.details).toEqual({ veiled: true, safeAfter: 14 })
    expect(await core.client.library.setReading({ showId, reach: null })).toMatchObject({
      reach: 0,
      byHand: false,
    })
  })

  it('stops at the last episode there is', async () => {
    expect(await core.client.library.setReading({ showId, reach: 99_999 })).toMatchObject({ reach: 20 })
  })

  it('moved back, closes what was open', async () => {
    await mark(10, true, true)
    await core.client.library.setReading({ showId, reach: 3 })
    const cast = JSON.stringify(await core.client.cast.roles({ showId }))
    expect(cast).not.toContain('Pierre Cadault')
    await core.client.library.setReading({ showId, reach: null })
    expect(JSON.stringify(await core.client.cast.roles({ showId }))).toContain('Pierre Cadault')
  })
})

describe('what an episode is worth', () => {
  it('is kept, changed and taken back', async () => {
    const page = () => core.client.library.show({ showId })
    const episodeId = (await page()).seasons[0]?.episodes[1]?.id as EpisodeId
    const rate = (halfStars: number | null) => core.client.library.rate({ showId, episodeId, halfStars })
    const told = async () => (await page()).seasons[0]?.episodes[1]?.halfStars
    expect(await told()).toBeNull()
    await rate(7)
    await rate(9)
    expect(await told()).toBe(9)
    await rate(null)
    expect(await told()).toBeNull()
    const answer = await core.call('library.rate', { showId, episodeId, halfStars: 11 })
    expect(answer).toMatchObject({ error: { code: 'invalid-input' } })
  })
})

it('answers with a typed error for what does not exist', async () => {
  const nobody = core.newId()
  for (const [method, input] of [
    ['library.show', { showId: nobody }],
    ['library.setWatched', { showId, episodeId: nobody, watched: true, through: false }],
    ['cast.role', { roleId: nobody }],
    ['notes.read', { id: nobody }],
    ['boards.move', { ids: [nobody], laneId: nobody, before: null }],
    ['exchange.start', { packId: 'none', watchedThrough: 0 }],
  ] as const) {
    expect(await core.call(method, input), method).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
})
