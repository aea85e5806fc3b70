import { AppError } from '@shared/app-error'
import { MAX_PACK_BYTES } from '@shared/exchange/limits'
import yauzl from 'yauzl'
import { jsonSteps } from './json-steps'
import { inTurns } from './turns'

/** The most entries that a pack's zip may hold: one pack.json, and room for its artwork. */
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

/** What a pack file holds: the JSON, and the files that lie beside it. */
export interface PackContents {
  readonly raw: unknown
  /** The bytes of a file of the zip; null when there is none of this name. */
  readonly file: (path: string) => Promise<Buffer | null>
}

async function openZip(name: string, bytes: Uint8Array) {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
    autoClose: false,
  })
  if (zip.entryCount > MAX_ENTRIES) {
    throw new AppError('pack-invalid', `${name} holds ${zip.entryCount} files`, {
      name,
      place: `${zip.entryCount} files`,
    })
  }
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (total > MAX_PACK_BYTES) throw tooLarge(name, total)
    entries.set(entry.fileName, entry)
  }
  return async (path: string): Promise<Buffer | null> => {
    const entry = entries.get(path)
    return entry ? readEntry(zip, entry, name) : null
  }
}

/** What was thrown while a zip was read, in our words. */
function unreadable(name: string, place: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof Error && isPathRefusal(error))
    return new AppError('pack-unsafe-path', error.message, { name, place: error.message }, { cause: error })
  return new AppError('pack-unreadable', `${name} cannot be read`, { name, place }, { cause: error })
}

/**
 * Takes the JSON out of a pack file: a zip with `pack.json` at its root, or the bare JSON.
 *
 * @param name the file's name, for the sentence when it is refused
 * @throws AppError `pack-too-large`, `pack-unsafe-path`, `pack-unreadable`, or `cancelled` by the signal; so does
 *   reading a file of it
 */
export async function readPackFile(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<PackContents> {
  if (bytes.byteLength > MAX_PACK_BYTES) throw tooLarge(name, bytes.byteLength)
  let text: string
  let file: PackContents['file'] = async () => null
  try {
    let json: Uint8Array | null = bytes
    if (ZIP_START.every((byte, index) => bytes[index] === byte)) {
      const open = await openZip(name, bytes)
      file = (path) =>
        open(path).catch((error: unknown) => {
          throw unreadable(name, path, error)
        })
      json = await open('pack.json')
      if (!json)
        throw new AppError('pack-unreadable', `${name} is a zip without pack.json`, {
          name,
          place: 'pack.json',
        })
    }
    text = new TextDecoder('utf-8', { fatal: true }).decode(json)
  } catch (error) {
    throw unreadable(name, 'zip', error)
  }
  try {
    return { raw: await inTurns(jsonSteps(text), signal), file }
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
