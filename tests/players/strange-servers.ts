import http from 'node:http'
import net from 'node:net'

export interface Strange {
  /** A port, or the path of a socket. */
  readonly at: string
  /** How many bytes it could get rid of. */
  sent(): number
  close(): Promise<void>
}

const listen = (server: net.Server, where: string | null): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    const done = () => resolve(where ?? String((server.address() as net.AddressInfo).port))
    if (where === null) server.listen(0, '127.0.0.1', done)
    else server.listen(where, done)
  })

/** A server that does with each connection what it wants. */
export async function strangeServer(
  where: string | null,
  greet: (to: net.Socket, count: (bytes: number) => void) => void,
): Promise<Strange> {
  let bytes = 0
  const open = new Set<net.Socket>()
  const server = net.createServer((to) => {
    open.add(to)
    to.on('error', () => {})
    greet(to, (more) => {
      bytes += more
    })
  })
  const at = await listen(server, where)
  return {
    at,
    sent: () => bytes,
    close: () =>
      new Promise((resolve) => {
        for (const to of open) to.destroy()
        server.close(() => resolve())
      }),
  }
}

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x')
const TWO_GIGABYTES = 2 * 1024 ** 3

/** Sends two gigabytes without a new line, as fast as they are taken. */
export function flood(to: net.Socket, count: (bytes: number) => void): void {
  let left = TWO_GIGABYTES
  const pour = (): void => {
    while (left > 0 && !to.destroyed) {
      left -= MEGABYTE.length
      count(MEGABYTE.length)
      if (!to.write(MEGABYTE)) {
        to.once('drain', pour)
        return
      }
    }
  }
  pour()
}

export interface StandIn {
  readonly port: number
  readonly asked: { readonly method: string; readonly url: string }[]
  close(): Promise<void>
}

/** An HTTP server that answers by a function, and remembers what it was asked. */
export async function standIn(answer: http.RequestListener): Promise<StandIn> {
  const asked: { method: string; url: string }[] = []
  const server = http.createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '' })
    answer(request, response)
  })
  const port = Number(await listen(server, null))
  return {
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
