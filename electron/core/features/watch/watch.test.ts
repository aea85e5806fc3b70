import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EpisodeId, ShowId } from '@shared/ids'
import type { Ms } from '@shared/time'
import type { Watching } from '@shared/watch/schema'
import { afterEach, describe, expect, it } from 'vitest'
import { START_MS, type TestCore, testCore } from '../../../../tests/support/core'
import { announcer } from '../../events'
import { libraryService } from '../library/service'
import { settingsService } from '../settings/service'
import { playerService } from './player-service'
import { nobody } from './players/nobody'
import { watchService } from './service'

const open: TestCore[] = []
afterEach(() => {
  for (const core of open.splice(0)) core.close()
})

async function stage(core: TestCore, watchedThrough = 3) {
  open.push(core)
  const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough })
  const episode = (ordinal: number) =>
    core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal) as EpisodeId
  core.said.length = 0
  return { ...core, showId: showId as ShowId, episode }
}
const ms = (n: number) => n as Ms

const told = (core: Pick<TestCore, 'said'>): Watching[] =>
  core.said.flatMap((message) =>
    message.kind === 'event' && message.name === 'watch.changed' ? [message.payload as Watching] : [],
  )
const topics = (core: Pick<TestCore, 'said'>): string[] =>
  core.said.flatMap((message) => (message.kind === 'topics' ? message.topics : []))

describe('the clock by hand', () => {
  it('has nothing on at first, and refuses to run', async () => {
    const { client, call } = await stage(testCore())
    expect(await client.watch.now()).toMatchObject({ episode: null, source: 'manual', player: null })
    expect(await call('watch.play')).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('puts an episode on, paused at its start, and runs, pauses and is nudged', async () => {
    const { client, showId, episode, pass } = await stage(testCore())
    const opened = await client.watch.open({ showId, episodeId: episode(4) })
    expect(opened).toMatchObject({ positionMs: 0, playing: false, rate: 1, ended: false, byHand: true })
    expect(opened.episode).toMatchObject({ season: 1, number: 4, ordinal: 4 })
    await client.watch.play()
    pass(61_500)
    expect(await client.watch.now()).toMatchObject({ positionMs: 61_500, playing: true })
    expect(await client.watch.nudge({ byMs: -10_000 })).toMatchObject({ positionMs: 51_500 })
    await client.watch.setRate({ rate: 2 })
    pass(1000)
    expect(await client.watch.pause()).toMatchObject({ positionMs: 53_500, playing: false })
    expect(await client.watch.setTime({ positionMs: ms(600_000) })).toMatchObject({ positionMs: 600_000 })
    pass(60_000)
    expect(await client.watch.now()).toMatchObject({ positionMs: 600_000, playing: false })
  })

  it('tells every page what it could not have counted itself, and no more', async () => {
    const core = await stage(testCore())
    const { client, showId, episode, pass } = core
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    core.said.length = 0
    pass(2900)
    expect(told(core)).toEqual([])
    pass(10_000)
    // the rest is the regular word every three seconds
    expect(told(core).length).toBeLessThanOrEqual(4)
    expect(told(core).at(-1)).toMatchObject({ playing: true })
  })

  it('does not tell the runtime of an episode that lies further off than the next', async () => {
    const { client, showId, episode, db } = await stage(testCore())
    db.prepare('UPDATE episode SET runtime_ms = 1500000').run()
    const next = await client.watch.open({ showId, episodeId: episode(4) })
    expect([next.runtimeMs, next.episode?.details.veiled]).toEqual([1_500_000, true])
    expect((await client.watch.open({ showId, episodeId: episode(6) })).runtimeMs).toBeNull()
    expect((await client.watch.open({ showId, episodeId: episode(2) })).runtimeMs).toBe(1_500_000)
  })

  it('ends at the runtime, and marks nothing as watched', async () => {
    const core = await stage(testCore())
    const { client, showId, episode, pass, db } = core
    db.prepare('UPDATE episode SET runtime_ms = 1500000').run()
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.setTime({ positionMs: ms(1_495_000) })
    await client.watch.play()
    pass(20_000)
    expect(await client.watch.now()).toMatchObject({ positionMs: 1_500_000, ended: true, playing: false })
    expect(told(core).at(-1)).toMatchObject({ ended: true, playing: false })
    expect((await client.library.show({ showId })).reading.reach).toBe(3)
    expect(await client.watch.nudge({ byMs: -10_000 })).toMatchObject({ ended: false })
  })

  it('is held where it was last seen after the machine has slept', async () => {
    const { client, showId, episode, pass, sleep } = await stage(testCore())
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    pass(5000)
    sleep(8 * 3_600_000)
    expect(await client.watch.now()).toMatchObject({ positionMs: 5000, playing: false })
  })

  it('keeps the offset of a cut for each source and episode', async () => {
    const { client, showId, episode } = await stage(testCore())
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.useSource({ source: 'mpv' })
    expect(await client.watch.setOffset({ offsetMs: 85_000 })).toMatchObject({ offsetMs: 85_000 })
    expect(await client.watch.open({ showId, episodeId: episode(5) })).toMatchObject({ offsetMs: 0 })
    expect(await client.watch.open({ showId, episodeId: episode(4) })).toMatchObject({ offsetMs: 85_000 })
    expect(await client.watch.useSource({ source: 'manual' })).toMatchObject({ offsetMs: 0, player: null })
    expect(await client.watch.useSource({ source: 'mpv' })).toMatchObject({
      offsetMs: 85_000,
      player: { state: 'connecting', name: 'mpv' },
    })
  })

  it('lets the show go with its clock', async () => {
    const { client, showId, episode, db } = await stage(testCore())
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    db.prepare('DELETE FROM show').run()
    expect(await client.watch.now()).toMatchObject({ episode: null, playing: false })
  })
})

describe('what opens while an episode runs', () => {
  it('opens as the clock passes it, and the pages that show it are told', async () => {
    const core = await stage(testCore())
    const { client, showId, episode, pass, db } = core
    db.prepare('UPDATE beat SET safe_from_ms = 20000 WHERE episode_id = ?').run(episode(4))
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    pass(10_000)
    const veiled = JSON.stringify(await client.recap.page({ showId, page: 0 }))
    core.said.length = 0
    pass(6000)
    expect(new Set(topics(core))).toEqual(new Set(['library']))
    pass(9000)
    expect(topics(core)).toContain('recap')
    expect(JSON.stringify(await client.recap.page({ showId, page: 0 }))).not.toBe(veiled)
    await client.watch.seek({ positionMs: ms(10_000) })
    expect(JSON.stringify(await client.recap.page({ showId, page: 0 }))).toBe(veiled)
  })

  it('says that nothing is on when the person leaves', async () => {
    const { client, showId, episode } = await stage(testCore())
    await client.watch.open({ showId, episodeId: episode(4) })
    expect((await client.library.show({ showId })).reading.running).toMatchObject({ ordinal: 4 })
    expect(await client.watch.leave()).toMatchObject({ episode: null })
    expect((await client.library.show({ showId })).reading.running).toBeNull()
  })
})

describe('after a crash', () => {
  it('stands paused where it was, to within the seconds between two writes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entracte-watch-'))
    try {
      const file = path.join(folder, 'entracte.db')
      const { client, showId, episode, pass, db } = await stage(testCore({ file }))
      await client.watch.open({ showId, episodeId: episode(4) })
      await client.watch.setTime({ positionMs: ms(600_000) })
      await client.watch.setRate({ rate: 1.25 })
      await client.watch.play()
      pass(60_000)
      // as a crash leaves it: nothing was closed
      const copy = path.join(folder, 'copy.db')
      db.exec(`VACUUM INTO '${copy}'`)
      const again = testCore({ file: copy })
      open.push(again)
      const now = await again.client.watch.now()
      expect(now).toMatchObject({ playing: false, rate: 1.25, episode: { episodeId: episode(4) } })
      expect(675_000 - now.positionMs).toBeLessThanOrEqual(1.25 * 3000)
      expect(now.positionMs).toBeLessThanOrEqual(675_000)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('players as they are set up', () => {
  it('tell whether there is a secret, and never which', async () => {
    const { client, said, logged } = await stage(testCore())
    const setup = { kind: 'vlc', enabled: false, address: ' 127.0.0.1:8090 ', user: '' } as const
    await client.watch.savePlayer({ ...setup, secret: 'correct horse' })
    const vlc = async () => (await client.watch.players()).find(({ kind }) => kind === 'vlc')
    expect(await vlc()).toMatchObject({ address: '127.0.0.1:8090', hasSecret: true, standing: null })
    await client.watch.savePlayer({ ...setup, enabled: true, secret: null })
    expect(await vlc()).toMatchObject({ enabled: true, hasSecret: true, standing: { state: 'connecting' } })
    expect(JSON.stringify([await client.watch.players(), said, logged])).not.toContain('correct horse')
    await client.watch.savePlayer({ ...setup, secret: '' })
    expect(await vlc()).toMatchObject({ enabled: false, hasSecret: false, standing: null })
  })

  it('are tested without keeping anything', async () => {
    const { client } = await stage(testCore())
    const wanted = { kind: 'kodi', address: 'http://127.0.0.1:9', user: '', secret: 'x' } as const
    expect(await client.watch.testPlayer(wanted, {})).toEqual({
      works: false,
      trouble: 'nobody',
      address: 'http://127.0.0.1:9',
    })
    expect((await client.watch.players()).every(({ hasSecret }) => !hasSecret)).toBe(true)
  })
})

describe('a disk that takes nothing', () => {
  it('does not end what is on, is logged once, and is tried again', async () => {
    const core = await stage(testCore())
    const { client, db, showId, episode, pass, logged } = core
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    const kept = () => db.prepare('SELECT position_ms FROM watching').pluck().get()
    db.pragma('query_only = ON')
    const before = logged.length
    expect(() => pass(20_000)).not.toThrow()
    expect(await client.watch.now()).toMatchObject({ positionMs: 20_000, playing: true })
    expect(logged.slice(before)).toEqual(['the clock could not be kept (SQLITE_READONLY) '])
    expect(kept()).toBe(0)
    db.pragma('query_only = OFF')
    pass(4000)
    expect(kept()).toBeGreaterThan(20_000)
    db.pragma('query_only = ON')
    pass(4000)
    expect(logged).toHaveLength(before + 2)
    db.pragma('query_only = OFF')
  })

  it('keeps the end of an episode as soon as it can be', async () => {
    const { client, db, showId, episode, pass } = await stage(testCore(), 5)
    await client.watch.open({ showId, episodeId: episode(4) })
    db.prepare('UPDATE episode SET runtime_ms = 1500000').run()
    await client.watch.setTime({ positionMs: ms(1_499_000) })
    await client.watch.play()
    db.pragma('query_only = ON')
    pass(3000)
    expect(await client.watch.now()).toMatchObject({ ended: true, playing: false })
    db.pragma('query_only = OFF')
    pass(4000)
    expect(db.prepare('SELECT position_ms FROM watching').pluck().get()).toBe(1_500_000)
  })

  it('lets the library start all the same', async () => {
    const core = await stage(testCore())
    const { client, db, showId, episode } = core
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.setTime({ positionMs: ms(61_000) })
    const said: unknown[] = []
    const log = { info: () => {}, warn: () => {}, error: (text: string) => said.push(text) }
    const context = { db, log, clock: () => START_MS, newId: core.newId }
    const settings = settingsService(context, {
      version: '0',
      electron: 'none',
      packaged: false,
      dataFile: '',
    })
    const library = libraryService(context, settings)
    const pulse = { now: () => 0, every: () => () => {} }
    const players = playerService(context, { library, connect: nobody, pulse })
    db.pragma('query_only = ON')
    const announce = announcer(() => {})
    const second = watchService(context, { library, players, connect: nobody, announce, pulse })
    expect(second.now()).toMatchObject({ positionMs: 61_000 })
    expect(said).toEqual(['the clock could not be kept (SQLITE_READONLY)'])
    second.close()
    db.pragma('query_only = OFF')
  })
})

describe('an episode whose show is removed', () => {
  it('is off, and every page is told once', async () => {
    const core = await stage(testCore())
    const { client, said, showId, episode, pass } = core
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.exchange.removeShow({ showId, told: await client.exchange.belongings({ showId }) })
    expect(topics(core)).toContain('watch')
    said.length = 0
    pass(5000)
    expect(told(core)).toHaveLength(1)
    expect(told(core)[0]).toMatchObject({ episode: null })
  })
})
