import type { EpisodeId, ShowId } from '@shared/ids'
import type { Report } from '@shared/watch/rules'
import type { PlayerKind } from '@shared/watch/schema'
import { afterEach, describe, expect, it } from 'vitest'
import { testCore } from '../../../../tests/support/core'
import type { ConnectPlayer, PlayerListener, PlayerNews } from './players/player'

const open: { close(): void }[] = []
afterEach(() => {
  for (const core of open.splice(0)) core.close()
})

/** A core whose players say what the test makes them say. */
async function stage(watchedThrough = 3) {
  const listeners = new Map<PlayerKind, PlayerListener>()
  const asked: string[] = []
  let now = () => 0
  const connectPlayer: ConnectPlayer = (kind, _where, listener, pulse) => {
    listeners.set(kind, listener)
    now = pulse
    return {
      play: () => asked.push(`${kind} plays`),
      pause: () => asked.push(`${kind} pauses`),
      seek: (to) => asked.push(`${kind} seeks ${to}`),
      close: () => asked.push(`${kind} closed`),
    }
  }
  const core = testCore({ connectPlayer })
  open.push(core)
  const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough })
  const episode = (ordinal: number) =>
    core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal) as EpisodeId
  const say = (kind: PlayerKind, file: string | null, report: Partial<Report> | null, name: string = kind) =>
    listeners.get(kind)?.heard({
      name,
      file,
      report: report && {
        positionMs: 0,
        at: now(),
        playing: true,
        rate: 1,
        preciseToMs: 0,
        durationMs: 1_500_000,
        ended: false,
        ...report,
      },
    } satisfies PlayerNews)
  const enable = (kind: PlayerKind) =>
    core.client.watch.savePlayer({ kind, enabled: true, address: '', user: '', secret: null })
  return { ...core, showId: showId as ShowId, episode, say, enable, asked, listeners }
}
const FOURTH = 'emily.in.paris.s01e04.mkv'

describe('a player that is looked for', () => {
  it('puts its episode on when it plays one, and moves the clock', async () => {
    const { client, enable, say, pass } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 61_000 })
    pass(1000)
    expect(await client.watch.now()).toMatchObject({
      episode: { season: 1, number: 4 },
      positionMs: 62_000,
      playing: true,
      source: 'mpv',
      byHand: false,
      runtimeMs: 1_500_000,
      player: { state: 'playing', name: 'mpv', file: FOURTH, behindMs: 0 },
    })
    say('mpv', 'emily.in.paris.s01e05.mkv', { positionMs: 0 })
    expect(await client.watch.now()).toMatchObject({ episode: { number: 5 }, positionMs: 0 })
  })

  it('takes the clock neither from a person nor from another player', async () => {
    const { client, enable, say, showId, episode } = await stage()
    await enable('mpv')
    await enable('vlc')
    await client.watch.open({ showId, episodeId: episode(5) })
    await client.watch.play()
    say('mpv', FOURTH, { positionMs: 61_000 })
    expect(await client.watch.now()).toMatchObject({ source: 'manual', episode: { number: 5 } })
    await client.watch.useSource({ source: 'mpv' })
    expect(await client.watch.now()).toMatchObject({ source: 'mpv', episode: { number: 4 } })
    say('vlc', FOURTH, { positionMs: 5000 })
    expect(await client.watch.now()).toMatchObject({ source: 'mpv', positionMs: 61_000 })
    await client.watch.useSource({ source: 'manual' })
    await client.watch.pause()
    say('mpv', FOURTH, { positionMs: 62_000 })
    expect(await client.watch.now()).toMatchObject({ source: 'manual', positionMs: 61_000 })
  })

  it('does not come back with a film that was left', async () => {
    const { client, enable, say } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, {})
    await client.watch.leave()
    say('mpv', FOURTH, { positionMs: 1000 })
    expect(await client.watch.now()).toMatchObject({ episode: null, source: 'manual' })
    say('mpv', null, null)
    say('mpv', FOURTH, { positionMs: 2000 })
    expect(await client.watch.now()).toMatchObject({ episode: { number: 4 }, source: 'mpv' })
  })

  it('is not opened by somebody who opens another episode', async () => {
    const { client, enable, say, showId, episode } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, {})
    const opened = await client.watch.open({ showId, episodeId: episode(2) })
    expect(opened).toMatchObject({ source: 'manual', episode: { number: 2 }, positionMs: 0 })
  })
})

describe('a file that nobody knows', () => {
  it('is asked about, does not move the clock, and is known from then on', async () => {
    const { client, enable, say, showId, episode, logged } = await stage()
    await enable('mpv')
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.useSource({ source: 'mpv' })
    say('mpv', 'holiday 107.mkv', { positionMs: 61_000 })
    expect(await client.watch.now()).toMatchObject({
      unknownFile: 'holiday 107.mkv',
      positionMs: 0,
      byHand: true,
    })
    const named = await client.watch.nameFile({ name: 'holiday 107.mkv', episodeId: episode(5) })
    expect(named).toMatchObject({
      unknownFile: null,
      episode: { number: 5 },
      positionMs: 61_000,
      byHand: false,
    })
    say('mpv', null, null)
    say('mpv', 'holiday 107.mkv', { positionMs: 2000 })
    expect(await client.watch.now()).toMatchObject({ unknownFile: null, episode: { number: 5 } })
    expect(logged.join()).not.toContain('holiday')
  })

  it('is followed by its numbers for the show that is on', async () => {
    const { client, enable, say } = await stage()
    await enable('mpv')
    say('mpv', 'S01E04.mkv', {})
    expect(await client.watch.now()).toMatchObject({ episode: { number: 4 } })
    say('mpv', 'another.show.s01e05.mkv', {})
    expect(await client.watch.now()).toMatchObject({ unknownFile: 'another.show.s01e05.mkv' })
    say('mpv', 'emily.in.paris.s09e99.mkv', {})
    expect(await client.watch.now()).toMatchObject({ unknownFile: 'emily.in.paris.s09e99.mkv' })
  })
})

describe('a player that is followed', () => {
  it('does what it is told, and the clock waits for its word', async () => {
    const { client, enable, say, asked } = await stage()
    await enable('vlc')
    say('vlc', FOURTH, { positionMs: 61_000, playing: true })
    expect(await client.watch.pause()).toMatchObject({ playing: true })
    say('vlc', FOURTH, { positionMs: 61_000, playing: false })
    expect(await client.watch.now()).toMatchObject({ playing: false })
    await client.watch.play()
    await client.watch.setOffset({ offsetMs: 30_000 })
    expect(await client.watch.seek({ positionMs: 600_000 as never })).toMatchObject({ positionMs: 600_000 })
    expect(asked).toEqual(['vlc pauses', 'vlc plays', 'vlc seeks 570000'])
  })

  it('is corrected by a nudge through the offset of its cut, which is kept', async () => {
    const { client, enable, say } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 61_000, playing: false })
    expect(await client.watch.nudge({ byMs: 10_000 })).toMatchObject({ positionMs: 71_000, offsetMs: 10_000 })
    say('mpv', 'emily.in.paris.s01e05.mkv', { playing: false })
    expect(await client.watch.now()).toMatchObject({ offsetMs: 0 })
    say('mpv', FOURTH, { positionMs: 5000, playing: false })
    expect(await client.watch.now()).toMatchObject({ positionMs: 15_000, offsetMs: 10_000 })
  })

  it('leaves the clock running by hand when it goes away, says since when, and takes it again', async () => {
    const { client, enable, say, listeners, pass, said } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 61_000 })
    said.length = 0
    listeners.get('mpv')?.gone('nobody')
    pass(5000)
    const alone = await client.watch.now()
    expect(alone).toMatchObject({ source: 'mpv', byHand: true, playing: true, positionMs: 66_000 })
    expect(alone.player).toMatchObject({ state: 'lost', name: 'mpv', behindMs: null })
    expect(alone.player?.since).toMatch(/^2021-05-04T/)
    expect(
      said.some((message) => message.kind === 'event' && JSON.stringify(message).includes('"lost"')),
    ).toBe(true)
    // it was connected again in the meantime
    say('mpv', FOURTH, { positionMs: 70_000 })
    expect(await client.watch.now()).toMatchObject({ byHand: false, positionMs: 70_000 })
  })

  it('stands where the film was stopped', async () => {
    const { client, enable, say, pass } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 61_000 })
    say('mpv', null, null)
    pass(5000)
    expect(await client.watch.now()).toMatchObject({
      playing: false,
      positionMs: 61_000,
      player: { state: 'idle' },
    })
  })

  it('ends the episode, and nothing is marked as watched', async () => {
    const { client, enable, say, showId } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 1_499_000 })
    say('mpv', FOURTH, { positionMs: 1_500_000, playing: false, ended: true })
    say('mpv', null, null)
    expect(await client.watch.now()).toMatchObject({ ended: true, playing: false, positionMs: 1_500_000 })
    expect((await client.library.show({ showId })).reading.reach).toBe(3)
  })

  it.each<[string, Partial<Report>, object]>([
    ['no speed at all', { rate: 0 }, { rate: 0.1, positionMs: 61_000 }],
    ['a speed backwards', { rate: -4 }, { rate: 0.1 }],
    ['the speed of light', { rate: 1e300 }, { rate: 8 }],
    ['a speed without end', { rate: Number.POSITIVE_INFINITY }, { rate: 8 }],
    ['a speed that is none', { rate: Number.NaN }, { rate: 1 }],
    ['a place that is none', { positionMs: Number.NaN }, { positionMs: 1000, byHand: true }],
    ['a place beyond all films', { positionMs: 1e300, durationMs: null }, { positionMs: 1000, byHand: true }],
    ['a place before the beginning', { positionMs: -1e300 }, { positionMs: 0 }],
    ['a length that is none', { durationMs: Number.NaN }, { positionMs: 61_000 }],
    ['a length without end', { durationMs: Number.POSITIVE_INFINITY }, { positionMs: 61_000 }],
    ['a length before the beginning', { durationMs: -5 }, { positionMs: 61_000 }],
    ['a length beyond a day', { durationMs: 1e18 }, { positionMs: 61_000 }],
    ['a moment that is none', { at: Number.NaN }, { positionMs: 61_000 }],
  ])('may say %s', async (_what, lie, shown) => {
    const { client, enable, say, pass } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 1000, playing: false })
    await client.watch.setOffset({ offsetMs: 0 })
    expect(() => say('mpv', FOURTH, { positionMs: 61_000, ...lie })).not.toThrow()
    expect(await client.watch.now()).toMatchObject({ episode: { number: 4 }, ...shown })
    expect(() => pass(4000)).not.toThrow()
    expect(() => say('mpv', FOURTH, { positionMs: 62_000 })).not.toThrow()
    expect(await client.watch.now()).toMatchObject({ positionMs: 62_000, rate: 1, byHand: false })
  })

  it('is tried again more and more rarely', async () => {
    const { client, enable, listeners, pass } = await stage()
    await enable('mpv')
    let tries = 0
    let last = listeners.get('mpv')
    const gone = () => {
      last = listeners.get('mpv')
      last?.gone('nobody')
    }
    gone()
    for (let at = 0; at < 60_000; at += 250) {
      pass(250)
      if (listeners.get('mpv') !== last) {
        tries += 1
        gone()
      }
    }
    expect(tries).toBeGreaterThanOrEqual(7)
    expect(tries).toBeLessThanOrEqual(12)
    expect((await client.watch.players()).find(({ kind }) => kind === 'mpv')?.standing).toMatchObject({
      state: 'connecting',
      trouble: 'nobody',
    })
  })
})

describe('a player that never rests', () => {
  it('is heard in measure, and what it said last counts', async () => {
    const { client, enable, say, pass, db } = await stage()
    await enable('mpv')
    say('mpv', FOURTH, { positionMs: 60_000 })
    pass(1000)
    const writes = () => Number(db.prepare('SELECT total_changes()').pluck().get())
    const before = writes()
    for (let n = 0; n < 2000; n += 1) say('mpv', FOURTH, { positionMs: 61_000, playing: n % 2 === 0 })
    expect(writes() - before).toBeLessThan(200)
    pass(500)
    expect(await client.watch.now()).toMatchObject({ playing: false })
  })
})
