import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '@shared/app-error'
import type { FileKind } from '@shared/desktop/schema'

/** What no file system of the three takes in a name, and what would lead to another folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_IN_A_NAME = /[\\/:*?"<>|\u0000-\u001f]+/g

/** A name that every system takes, with the ending of its kind. */
export function fileName(name: string, kind: FileKind): string {
  const bare = name
    .replace(NOT_IN_A_NAME, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = `.${kind}`
  return bare.toLowerCase().endsWith(ending) ? bare : `${bare || 'Entracte'}${ending}`
}

const notWritten = (error: unknown): AppError => {
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  return new AppError(code === 'ENOSPC' ? 'disk-full' : 'file-not-written', `a file was not written: ${code}`)
}

/**
 * Writes a file whole or not at all: what stood under its name before stays until the new one is on disk.
 *
 * @throws AppError `disk-full`, `file-not-written`
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${crypto.randomUUID().slice(0, 8)}.part`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw notWritten(error)
  }
}
