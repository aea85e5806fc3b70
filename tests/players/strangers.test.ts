import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PlayerKind } from '../../shared/watch/schema'
import { closeAll, followPlayer } from './follow'
import { playersFolder, sweep, until } from './programs'
import { flood, type Strange, standIn, strangeServer } from './strange-servers'

const WEB: readonly PlayerKind[] = ['vlc', 'kodi', 'jellyfin']
const servers: { close(): Promise<void> }[] = []
let folder = ''
beforeAll(() => {
  folder = playersFolder()
})
afterEach(async () => {
  closeAll()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
afterAll(() => sweep(folder))

let sockets = 0
type Greet = Parameters<typeof strangeServer>[1]

async function serve(kind: PlayerKind, greet: Greet): Promise<Strange & { readonly address: string }> {
  sockets += 1
  const windows = process.platform === 'win32'
  const socket = windows
    ? `\\\\.\\pipe\\entracte-test-${process.pid}-${sockets}`
    : path.join(folder, `${sockets}.sock`)
  const server = await strangeServer(kind === 'mpv' ? socket : null, greet)
  servers.push(server)
  return { ...server, address: kind === 'mpv' ? server.at : `127.0.0.1:${server.at}` }
}
const troubleWith = (kind: PlayerKind, address: string) =>
  until('an end', followPlayer(kind, { address, secret: 'x' }).trouble)

const http = (status: string, type: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe.each(['mpv', ...WEB] as const)('where %s should be', (kind) => {
  it('nobody is', async () => {
    // the port of the discard service, which nobody has offered for decades
    const address = kind === 'mpv' ? path.join(folder, 'nobody.sock') : '127.0.0.1:9'
    expect(await troubleWith(kind, address)).toBe('nobody')
  })

  it('something talks nonsense', async () => {
    const { address } = await serve(kind, (to) => to.end('SSH-2.0-OpenSSH_9.2\r\n'.repeat(100)))
    expect(await troubleWith(kind, address)).toBe('stranger')
  })

  it('something takes the call and says nothing', async () => {
    const { address } = await serve(kind, () => {})
    expect(await troubleWith(kind, address)).toBe('slow')
  })

  it('something pours out two gigabytes, and is cut off after a few', async () => {
    const server = await serve(kind, (to, count) => {
      to.once('data', () => {
        if (kind !== 'mpv') to.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n')
        flood(to, count)
      })
    })
    const before = process.memoryUsage().rss
    expect(await troubleWith(kind, server.address)).toBe('stranger')
    expect(server.sent()).toBeLessThan(64 * 1024 ** 2)
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 ** 2)
  })

  it.each([
    '',
    ' ',
    'http://',
    'ftp://a',
    '::',
    'http://a:b@c/',
    '\0',
    `//${'x'.repeat(400)}`,
    'relative.sock',
  ])('an address such as %j does no harm', async (address) => {
    if (address.trim() === '' || (kind !== 'mpv' && address === 'relative.sock')) return
    expect(['address', 'nobody', 'stranger', 'slow']).toContain(await troubleWith(kind, address))
  })
})

describe.each(WEB)('where the web interface of %s should be', (kind) => {
  it.each([
    ['a page', http('200 OK', 'text/html', '<html>hello</html>')],
    ['a page that is not there', http('404 Not Found', 'text/html', 'no')],
    ['another program’s JSON', http('200 OK', 'application/json', '{"hello":"world"}')],
    ['a list of anything', http('200 OK', 'application/json', '[1,null,{"Id":7}]')],
    [
      'a way on to somewhere else',
      'HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n',
    ],
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"state":'],
  ])('is %s', async (_what, answer) => {
    const { address } = await serve(kind, (to) => to.once('data', () => to.end(answer)))
    expect(await troubleWith(kind, address)).toMatch(/stranger|nobody/)
  })

  it('is one that never comes to an end', async () => {
    const { address } = await serve(kind, (to) => {
      to.write('HTTP/1.1 200 OK\r\n\r\n')
      const drip = setInterval(() => (to.destroyed ? clearInterval(drip) : to.write('{')), 200)
    })
    expect(await troubleWith(kind, address)).toBe('slow')
  })

  it('is one that wants another password', async () => {
    const { address } = await serve(kind, (to) =>
      to.once('data', () => to.end(http('401 Unauthorized', 'text/html', 'no'))),
    )
    expect(await troubleWith(kind, address)).toBe('refused')
  })
})

describe('an mpv that lies', () => {
  const hello = '{"data":"mpv 0.35","request_id":1,"error":"success"}\n'

  it.each([
    ['times that are no times', '{"event":"property-change","name":"time-pos","data":"NaN"}\n'],
    ['a time before the beginning', '{"event":"property-change","name":"time-pos","data":-5}\n'],
    ['answers to what nobody asked', '{"request_id":99,"error":"success","data":{}}\n'],
    ['a path that is a number', '{"event":"property-change","name":"path","data":7}\n'],
    ['nulls', 'null\n[]\n7\n'],
  ])('with %s is heard with patience', async (_what, lie) => {
    const { address } = await serve('mpv', (to) => {
      to.write(hello)
      to.on('data', (chunk) => {
        for (const [, id] of String(chunk).matchAll(/"request_id":(\d+)/g))
          to.write(`${lie}{"request_id":${id},"error":"success","data":"mpv 0.35"}\n`)
      })
    })
    const player = followPlayer('mpv', { address })
    expect(await until('news', player.news)).toEqual({ name: 'mpv', file: null, report: null })
  })
})

describe('VLC with a stream that has no length', () => {
  it('is where its whole seconds say', async () => {
    const status = { state: 'playing', position: 0, length: 0, time: 8, rate: 1 }
    const server = await standIn((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(status))
    })
    try {
      const player = followPlayer('vlc', { address: `127.0.0.1:${server.port}`, secret: 'x' })
      const report = await player.report('a stream', ({ playing }) => playing)
      expect(report).toMatchObject({ positionMs: 8000, durationMs: null, preciseToMs: 1000 })
    } finally {
      closeAll()
      await server.close()
    }
  })
})
