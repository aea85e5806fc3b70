import { buffer } from 'node:stream/consumers'
import type { Pack } from '@shared/exchange/pack-schema'
import { ZipFile } from 'yazl'

/** One moment for every file in a pack, so that the same pack is the same bytes. */
const MADE = new Date(Date.UTC(2021, 0, 1))

interface File {
  readonly file: string
  readonly bytes: Uint8Array
}

/** A pack as a zip with `pack.json` and its pictures, as `pack-file.ts` reads it. */
export async function packBytes(pack: Pack, pictures: readonly File[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify(pack, null, 2)), 'pack.json', { mtime: MADE })
  // pictures are compressed already
  for (const { file, bytes } of pictures.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes), file, { mtime: MADE, compress: false })
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream))
}
