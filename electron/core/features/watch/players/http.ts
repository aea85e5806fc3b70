import type http from 'node:http'
import type { PlayerTrouble } from '@shared/watch/player-schema'

/** A player could not be asked. */
export class PlayerError extends Error {
  readonly trouble: PlayerTrouble
  constructor(trouble: PlayerTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** An answer takes at most so long from the first byte asked to the last one read. */
const DEADLINE_MS = 3000
/** The longest honest answer, the sessions of a busy household, is some hundred kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024

export interface Question {
  readonly url: URL
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: http.IncomingHttpHeaders
}

/**
 * The address of a player as a person types it: `127.0.0.1:8080`, `http://kodi.lan`, `https://tv.example/jellyfin`.
 *
 * @throws PlayerError `address`
 */
export function webAddress(address: string, usual: string): URL {
  const typed = address.trim() || usual
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `http://${typed}`)
  const plain = url && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!plain || url.hostname === '') throw new PlayerError('address')
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** `Basic` credentials, as RFC 7617 writes them. */
export const basicAuth = (user: string, secret: string): string =>
  `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}`

/** Questions to one player, on connections that stay open between two of them. */
export function webClient(url: URL) {
  // most starts ask no player, and these bring a tenth of Node with them
  const { Agent, request: send } = process.getBuiltinModule(
    url.protocol === 'https:' ? 'node:https' : 'node:http',
  )
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  const open = new Set<http.ClientRequest>()

  return {
    /** @throws PlayerError (as a rejection) `nobody`, `slow`, `refused` or `stranger` */
    ask: ({ url: to, method = 'GET', headers = {}, body }: Question): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const request = send(to, {
          agent,
          method,
          headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
        })
        const fail = (trouble: PlayerTrouble) => {
          clearTimeout(deadline)
          open.delete(request)
          reject(new PlayerError(trouble))
          request.destroy()
        }
        const deadline = setTimeout(() => fail('slow'), DEADLINE_MS)
        open.add(request)
        request.on('error', (error: NodeJS.ErrnoException) =>
          fail(/^(HPE_|EPROTO|ERR_SSL)/.test(error.code ?? '') ? 'stranger' : 'nobody'),
        )
        request.on('response', (response) => {
          const parts: Buffer[] = []
          let bytes = 0
          response.on('data', (part: Buffer) => {
            bytes += part.length
            if (bytes > MOST_BYTES) return fail('stranger')
            parts.push(part)
          })
          response.on('error', () => fail('nobody'))
          response.on('end', () => {
            clearTimeout(deadline)
            open.delete(request)
            const status = response.statusCode ?? 0
            if (status === 401 || status === 403) return reject(new PlayerError('refused'))
            const text = Buffer.concat(parts).toString('utf8')
            resolve({ status, text, headers: response.headers })
          })
        })
        request.end(body)
      }),

    close(): void {
      for (const request of open) request.destroy()
      agent.destroy()
    },
  }
}
export type WebClient = ReturnType<typeof webClient>

/**
 * An answer that is JSON and came with success.
 *
 * @throws PlayerError `stranger`
 */
export function jsonOf({ status, text }: Answer): unknown {
  if (status < 200 || status > 299) throw new PlayerError('stranger')
  try {
    return JSON.parse(text)
  } catch {
    throw new PlayerError('stranger')
  }
}
