import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine only, which remembers what it was asked for. */
export async function loopbackServer(pages: Readonly<Record<string, string>> = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    asked.push(url)
    const page = pages[url]
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'access-control-allow-origin': '*',
    })
    response.end(page ?? '')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
