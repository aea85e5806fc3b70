import { open } from 'node:fs/promises'
import path from 'node:path'
import { MAX_PACK_BYTES } from '@shared/exchange/limits'
import { freshId } from '@shared/uuid'
import { emit } from './bridge'
import type { CoreLink } from './core-link'

/** The pack files among a program's arguments. */
export const packFilesIn = (argv: readonly string[]): string[] =>
  argv.filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.entracte'))

/** Reads a file, but never more than a pack may hold (and one byte, so that the core sees it is too much). */
async function readBounded(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = new Uint8Array(Math.min(size, MAX_PACK_BYTES + 1))
    await handle.read(bytes, 0, bytes.length, 0)
    return bytes
  } finally {
    await handle.close()
  }
}

/** Brings a pack in that was opened from outside: double-clicked, dropped on the icon, or named on the command line. */
export async function openPackFile(core: Pick<CoreLink, 'call'>, file: string): Promise<void> {
  const name = path.basename(file)
  let bytes: Uint8Array
  try {
    bytes = await readBounded(file)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    emit('desktop.packRefused', {
      name,
      error: { code: 'pack-unreadable', message, details: { name, place: file } },
    })
    return
  }
  const ask = (method: string) => core.call({ method, input: { name, bytes }, taskId: freshId() })
  const reply = await ask('exchange.importPack')
  const [{ ErrorEnvelope }, { PackApplied, PackUpdate }] = await Promise.all([
    import('@shared/errors'),
    import('@shared/exchange/schema'),
  ])
  if (reply.ok) {
    const { showId, title } = PackApplied.parse(reply.value)
    emit('desktop.packOpened', { showId, title })
    return
  }
  // a version of a show that is here is compared with it: nothing is written before the person says so
  const looked = reply.error.code === 'pack-already-here' ? await ask('exchange.inspect') : reply
  if (looked.ok) emit('desktop.packUpdate', { name, updateId: PackUpdate.parse(looked.value).updateId })
  else emit('desktop.packRefused', { name, error: ErrorEnvelope.parse(looked.error) })
}
