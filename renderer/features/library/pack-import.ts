import { AppError } from '@shared/app-error'
import { MAX_PACK_BYTES } from '@shared/exchange/limits'
import type { PackApplied, PackProgress, PackUpdate } from '@shared/exchange/schema'
import type { ItemId } from '@shared/ids'
import { useSyncExternalStore } from 'react'
import { client } from '../../api/client'

export interface PackImport {
  /** The file's name. */
  readonly name: string
  readonly progress: PackProgress | null
  readonly error: Pick<AppError, 'code' | 'details'> | null
  readonly applied: PackApplied | null
  /** What the file would change about the show that it is a version of. */
  readonly update: PackUpdate | null
}

let current: PackImport | null = null
let abort: AbortController | null = null
const listeners = new Set<() => void>()

function show(next: PackImport | null): void {
  current = next
  for (const listener of listeners) listener()
}

const begun = (name: string): PackImport => ({
  name,
  progress: null,
  error: null,
  applied: null,
  update: null,
})

/** Brings a pack file in, one at a time: a second file waits until the first has ended. */
export async function importPack(file: File): Promise<void> {
  if (abort) return
  abort = new AbortController()
  const { signal } = abort
  show(begun(file.name))
  try {
    // refused here, so that no more than this is ever read into memory
    if (file.size > MAX_PACK_BYTES)
      throw new AppError('pack-too-large', 'larger than a pack may be', { name: file.name })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const onProgress = (progress: PackProgress) => show({ ...begun(file.name), progress })
    const input = { name: file.name, bytes }
    const applied = await client.exchange
      .importPack(input, { onProgress, signal })
      .catch(async (error: unknown) => {
        // a version of a show that is here: looked at, not refused
        if (!(error instanceof AppError) || error.code !== 'pack-already-here') throw error
        const update = await client.exchange.inspect(input, { onProgress, signal })
        show({ ...begun(file.name), update })
        return null
      })
    if (!applied) return
    await client.settings.change({ showId: applied.showId, welcomed: true })
    show({ ...begun(file.name), applied })
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') show(null)
    else
      show({
        ...begun(file.name),
        error: error instanceof AppError ? error : new AppError('pack-unreadable', 'not read'),
      })
  } finally {
    abort = null
  }
}

/** Shows a refusal that came from outside: a file that was opened from the desktop. */
export function showRefusal(name: string, error: Pick<AppError, 'code' | 'details'>): void {
  show({ ...begun(name), error })
}

/** Shows what a file would change that was opened from the desktop. */
export async function showUpdate(name: string, updateId: ItemId): Promise<void> {
  try {
    show({ ...begun(name), update: await client.exchange.update({ updateId }) })
  } catch (error) {
    if (error instanceof AppError) showRefusal(name, error)
    else throw error
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The pack that is being brought in, if there is one. */
export function usePackImport() {
  const state = useSyncExternalStore(subscribe, () => current)
  return {
    state,
    importing: state !== null && state.error === null && state.applied === null && state.update === null,
    cancel: () => abort?.abort(),
    dismiss: () => show(null),
  }
}
