import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, followPlayer } from './follow'
import { until } from './programs'
import { type StandIn, standIn } from './strange-servers'

// A stand-in of the sessions of a Jellyfin server, after https://api.jellyfin.org: no server can be had here.

const TOKEN = '0123456789abcdef'
const TICKS = 10_000

interface State {
  ticks: number
  paused: boolean
  on: boolean
  checkedIn: number
  user: string
}

const servers: StandIn[] = []
afterEach(async () => {
  closeAll()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function jellyfin(base = '') {
  const state: State = { ticks: 61_000 * TICKS, paused: false, on: true, checkedIn: Date.now(), user: 'Nour' }
  const others = [{ Id: 'idle', UserName: 'Nour', PlayState: { CanSeek: false, IsPaused: false } }]
  const server = await standIn((request, response) => {
    // as the server does it: a token in the Authorization header of the scheme MediaBrowser
    if (!new RegExp(`^MediaBrowser .*Token="${TOKEN}"`).test(request.headers.authorization ?? '')) {
      response.writeHead(401).end()
      return
    }
    const url = new URL(request.url ?? '', 'http://server')
    const path = url.pathname.slice(base.length)
    if (request.method === 'GET' && path === '/Sessions') {
      const playing = {
        Id: 'b1e2',
        UserName: state.user,
        DeviceName: 'Living room',
        Client: 'Jellyfin Android TV',
        LastPlaybackCheckIn: new Date(state.checkedIn).toISOString(),
        PlayState: {
          PositionTicks: state.ticks,
          CanSeek: true,
          IsPaused: state.paused,
          PlayMethod: 'DirectPlay',
        },
        NowPlayingItem: {
          Id: 'item',
          Name: 'An episode',
          Type: 'Episode',
          SeriesName: 'Emily in Paris',
          ParentIndexNumber: 1,
          IndexNumber: 7,
          RunTimeTicks: 1_500_000 * TICKS,
          Path: '/media/e7.mkv',
        },
      }
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(state.on ? [...others, playing] : others))
      return
    }
    const command = /^\/Sessions\/b1e2\/Playing\/(Pause|Unpause|Seek)$/.exec(path)?.[1]
    if (request.method !== 'POST' || !command) {
      response.writeHead(404).end()
      return
    }
    state.checkedIn = Date.now()
    if (command === 'Seek') state.ticks = Number(url.searchParams.get('seekPositionTicks'))
    else state.paused = command === 'Pause'
    response.writeHead(204).end()
  })
  servers.push(server)
  return { state, server, address: `http://127.0.0.1:${server.port}${base}` }
}

describe('a session on a Jellyfin server', () => {
  it('is followed, by its series and its numbers', async () => {
    const { address } = await jellyfin()
    const player = followPlayer('jellyfin', { address, secret: TOKEN })
    const report = await player.report('a film that plays', ({ playing }) => playing)
    expect(player.news()).toMatchObject({ name: 'Living room', file: 'Emily in Paris S01E07' })
    expect(report).toMatchObject({ positionMs: 61_000, durationMs: 1_500_000 })
  })

  it('counts on between two words of its player, and takes a new one', async () => {
    const { address, state } = await jellyfin()
    const player = followPlayer('jellyfin', { address, secret: TOKEN })
    const first = await player.report('a film that plays', ({ playing }) => playing)
    await until('a few looks', () => player.told.length >= 4)
    expect(player.news()?.report).toBe(first)
    state.ticks = 900_000 * TICKS
    state.checkedIn = Date.now()
    const there = await player.report('a seek', ({ positionMs }) => positionMs === 900_000)
    expect(there.at).toBeGreaterThan(first.at)
  })

  it('does what it is told', async () => {
    const { address, state, server } = await jellyfin('/jellyfin')
    const player = followPlayer('jellyfin', { address, secret: TOKEN })
    await player.report('a film that plays', ({ playing }) => playing)
    player.connection.pause()
    await player.report('a pause', ({ playing }) => !playing)
    player.connection.seek(570_250)
    await player.report('a seek', ({ positionMs }) => positionMs === 570_250)
    player.connection.play()
    await player.report('a film that plays', ({ playing }) => playing)
    expect(server.asked.filter(({ method }) => method === 'POST').map(({ url }) => url)).toEqual([
      '/jellyfin/Sessions/b1e2/Playing/Pause',
      '/jellyfin/Sessions/b1e2/Playing/Seek?seekPositionTicks=5702500000',
      '/jellyfin/Sessions/b1e2/Playing/Unpause',
    ])
    expect(state.paused).toBe(false)
  })

  it('is that of the person, when the server has several', async () => {
    const { address, state } = await jellyfin()
    state.user = 'Somebody else'
    const player = followPlayer('jellyfin', { address, secret: TOKEN, user: 'nour' })
    expect(await until('news', player.news)).toEqual({ name: 'Jellyfin', file: null, report: null })
    state.user = 'Nour'
    await player.report('a film that plays', ({ playing }) => playing)
  })

  it('has come to the end when it stops close to it, and nothing is on after another stop', async () => {
    const { address, state } = await jellyfin()
    state.ticks = 1_499_000 * TICKS
    const player = followPlayer('jellyfin', { address, secret: TOKEN })
    await player.report('a film that plays', ({ playing }) => playing)
    state.on = false
    const over = await player.report('its end', ({ ended }) => ended)
    expect(over).toMatchObject({ playing: false, positionMs: 1_500_000 })
    const looks = player.told.length
    await until('another look', () => player.told.length > looks)
    expect(player.news()).toMatchObject({ file: 'Emily in Paris S01E07', report: { ended: true } })
    state.ticks = 61_000 * TICKS
    state.checkedIn = Date.now()
    state.on = true
    await player.report('the film again', ({ positionMs }) => positionMs === 61_000)
    state.on = false
    await until('idle', () => player.news()?.report === null)
  })

  it('ends, needs its key, and is missed', async () => {
    const { address, state, server } = await jellyfin()
    const stranger = followPlayer('jellyfin', { address, secret: 'fedcba9876543210' })
    expect(await until('a refusal', stranger.trouble)).toBe('refused')
    const player = followPlayer('jellyfin', { address, secret: TOKEN })
    await player.report('a film that plays', ({ playing }) => playing)
    state.on = false
    await until('idle', () => player.news()?.report === null)
    await server.close()
    servers.length = 0
    expect(await until('its loss', player.trouble)).toBe('nobody')
  })
})
