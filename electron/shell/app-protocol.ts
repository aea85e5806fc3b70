import { readFile } from 'node:fs'
import path from 'node:path'
import { type ProtocolResponse, protocol } from 'electron'
import type { CoreLink } from './core-link'
import { APP_HOST, APP_SCHEME, PICTURE_HOST } from './origin'
import { answerPicture } from './pictures'

/**
 * What a page may load, which is what came with it and the pictures of packs: no inline script, no eval, no other origin, no frame.
 * https://www.w3.org/TR/CSP3/
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' data: ${APP_SCHEME}://${PICTURE_HOST}/picture/`,
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Must run before the app is ready: makes `app://` a secure origin of its own, with V8's code cache. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * The file that an address names, or null when it leaves the folder or is no address of ours.
 *
 * @param root the folder with the built pages
 */
export function fileFor(root: string, address: string): string | null {
  const url = new URL(address)
  if (url.host !== APP_HOST) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return null
  const base = path.resolve(root)
  const file = path.join(base, pathname)
  return file.startsWith(base + path.sep) ? file : null
}

/**
 * No `cross-origin-opener-policy`: no page of ours has or may have an opener (`lockdown.ts`), and Chromium would throw away
 * the process it has started for the page, when it reads that header, and start another.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const refusal = (statusCode: 403 | 404 | 405): ProtocolResponse => ({ statusCode, data: Buffer.alloc(0) })

const found = (data: Buffer, file: string): ProtocolResponse => ({
  data,
  headers: { ...HEADERS, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' },
})

const isPicture = (address: string): boolean =>
  URL.canParse(address) && new URL(address).host === PICTURE_HOST

/**
 * Answers `app://bundle/…` from one folder, `app://entracte/picture/…` from the core, and nothing else.
 * `protocol.handle` would do the same, but it makes a `Request` and a `Response` of each, and for those Node first
 * compiles its whole HTTP client.
 *
 * @param dressed the first page with its last look, for the one address that asks for it; null for every other
 */
export function serveAppPages(
  root: string,
  core: Pick<CoreLink, 'call'>,
  dressed: (url: string) => string | null,
): void {
  protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) => {
    if (method !== 'GET') return answer(refusal(405))
    if (isPicture(url)) return void answerPicture(core, url).then(answer)
    const file = fileFor(root, url)
    if (!file) return answer(refusal(403))
    const page = dressed(url)
    if (page !== null) return answer(found(Buffer.from(page), file))
    readFile(file, (error, data) => {
      answer(error ? refusal(404) : found(data, file))
    })
  })
}
