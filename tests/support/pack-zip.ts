import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip with these files. */
export async function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream))
}

/** The same zip with every occurrence of a name replaced by one of the same length: names that yazl would not write. */
export function renameInZip(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('a name in a zip can only be replaced by one of its length')
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'))
}
