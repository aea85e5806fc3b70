import type { Reply } from '@shared/ipc'
import type { ProtocolResponse } from 'electron'
import type { CoreLink } from './core-link'
import { APP_SCHEME, PICTURE_HOST } from './origin'

const PLACE = /^\/picture\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const TYPES: ReadonlySet<unknown> = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** The id in the address of a picture, `app://entracte/picture/<id>`; null for every other address. */
export function pictureIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname, search } = new URL(address)
  if (protocol !== `${APP_SCHEME}:` || host !== PICTURE_HOST || search !== '') return null
  return PLACE.exec(pathname)?.[1] ?? null
}

/** What every answer says, so that one that is veiled looks like one that is not there. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
  // what is open now may be veiled in a minute: no copy outlives the answer
  'cache-control': 'no-store',
}
const missing = (): ProtocolResponse => ({ statusCode: 404, headers: { ...HEADERS }, data: Buffer.alloc(0) })

function bytesIn(reply: Reply): { readonly type: string; readonly bytes: Uint8Array } | null {
  if (!reply.ok || typeof reply.value !== 'object' || reply.value === null) return null
  const { type, bytes } = reply.value as { type?: unknown; bytes?: unknown }
  return typeof type === 'string' && TYPES.has(type) && bytes instanceof Uint8Array ? { type, bytes } : null
}

/** Answers the address of a picture with what the core says at this moment; whatever it refuses is not there. */
export async function answerPicture(
  core: Pick<CoreLink, 'call'>,
  address: string,
): Promise<ProtocolResponse> {
  const pictureId = pictureIn(address)
  if (pictureId === null) return missing()
  const found = bytesIn(await core.call({ method: 'library.picture', input: { pictureId } }))
  if (!found) return missing()
  const { buffer, byteOffset, byteLength } = found.bytes
  return {
    data: Buffer.from(buffer, byteOffset, byteLength),
    headers: { ...HEADERS, 'content-type': found.type },
  }
}
