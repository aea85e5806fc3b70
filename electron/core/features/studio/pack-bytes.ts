import { buffer } from 'node:stream/consumers'
import type { Pack } from '@shared/exchange/pack-schema'
import { ZipFile } from 'yazl'

/** One moment for every file in a pack, so that the same pack is the same bytes. */
const MADE = new Date(Date.UTC(2021, 0, 1))

/** A pack as a zip with `pack.json`, as `pack-file.ts` reads it. */
export async function packBytes(pack: Pack): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify(pack, null, 2)), 'pack.json', { mtime: MADE })
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream))
}
