import { AppError } from '@shared/app-error'
import { MAX_PACK_BYTES } from '@shared/exchange/limits'
import yauzl from 'yauzl'
import { jsonSteps } from './json-steps'
import { inTurns } from './turns'

/** The most entries that a pack's zip may hold: one pack.json, and room for artwork to come. */
const MAX_ENTRIES = 1000
const ZIP_START = [0x50, 0x4b]

const tooLarge = (name: string, bytes: number) =>
  new AppError('pack-too-large', `${name} holds ${bytes} bytes`, {
    name,
    megabytes: Math.ceil(bytes / 1024 / 1024),
    limit: MAX_PACK_BYTES / 1024 / 1024,
  })

/** yauzl refuses absolute paths, backslashes and `..` in words; this finds its refusal again. */
const isPathRefusal = (error: Error) =>
  /relative path|absolute path|invalid characters in fileName/i.test(error.message)

/** Reads one entry, and stops as soon as it grows past the limit, whatever the zip claimed. */
async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > MAX_PACK_BYTES) {
      stream.destroy()
      throw tooLarge(name, size)
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

async function readZip(name: string, bytes: Uint8Array): Promise<Buffer> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  })
  if (zip.entryCount > MAX_ENTRIES) {
    throw new AppError('pack-invalid', `${name} holds ${zip.entryCount} files`, {
      name,
      place: `${zip.entryCount} files`,
    })
  }
  let manifest: yauzl.Entry | null = null
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (total > MAX_PACK_BYTES) throw tooLarge(name, total)
    if (entry.fileName === 'pack.json') manifest = entry
  }
  if (!manifest)
    throw new AppError('pack-unreadable', `${name} is a zip without pack.json`, { name, place: 'pack.json' })
  return readEntry(zip, manifest, name)
}

/**
 * Takes the JSON out of a pack file: a zip with `pack.json` at its root, or the bare JSON.
 *
 * @param name the file's name, for the sentence when it is refused
 * @throws AppError `pack-too-large`, `pack-unsafe-path`, `pack-unreadable`, or `cancelled` by the signal
 */
export async function readPackFile(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<unknown> {
  if (bytes.byteLength > MAX_PACK_BYTES) throw tooLarge(name, bytes.byteLength)
  let text: string
  try {
    const isZip = ZIP_START.every((byte, index) => bytes[index] === byte)
    const json = isZip ? await readZip(name, bytes) : bytes
    text = new TextDecoder('utf-8', { fatal: true }).decode(json)
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof Error && isPathRefusal(error)) {
      throw new AppError('pack-unsafe-path', error.message, { name, place: error.message }, { cause: error })
    }
    throw new AppError('pack-unreadable', `${name} cannot be read`, { name, place: 'zip' }, { cause: error })
  }
  try {
    return await inTurns(jsonSteps(text), signal)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'pack-unreadable',
      `${name} is not JSON`,
      { name, place: 'pack.json' },
      { cause: error },
    )
  }
}
