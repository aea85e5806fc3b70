import type { Broadcast } from '@shared/ipc'
import { Ms } from '@shared/time'
import { Watching } from '@shared/watch/schema'
import type { BrowserWindow } from 'electron'
import { emit } from './bridge'
import type { CoreLink } from './core-link'
import { type OverlayOptions, overlayWindow } from './overlay-window'
import { globalShortcuts } from './shortcuts'

export interface WatchDeskOptions extends OverlayOptions {
  readonly core: Pick<CoreLink, 'call'>
  /** The app's window; the overlay goes with it. */
  readonly mainWindow: () => BrowserWindow | null
}

/** The overlay and the keys that work from anywhere. The keys are taken only while an episode is on. */
export function watchDesk({ core, mainWindow, ...options }: WatchDeskOptions) {
  const overlay = overlayWindow(options)
  let goesWith: BrowserWindow | null = null
  const withWindow = <T>(run: () => T): T => {
    const main = mainWindow()
    if (main && main !== goesWith) {
      goesWith = main
      main.once('closed', () => {
        overlay.close()
        shortcuts.release()
      })
    }
    return run()
  }

  const ask = async (method: string): Promise<unknown> => {
    const reply = await core.call({ method, input: undefined })
    if (reply.ok) return reply.value
    // a key from anywhere has no page that would say it: the strip does
    withWindow(overlay.show)
    emit('desktop.keyRefused', reply.error)
    return null
  }
  const now = async (): Promise<Watching | null> => {
    const reply = await core.call({ method: 'watch.now', input: undefined })
    const watching = Watching.safeParse(reply.ok ? reply.value : null)
    return watching.success ? watching.data : null
  }
  const mark = async (): Promise<void> => {
    const marked = await ask('watch.mark')
    if (typeof marked !== 'object' || marked === null || !('atMs' in marked)) return
    withWindow(overlay.show)
    const atMs = Ms.safeParse(marked.atMs)
    if (atMs.success) emit('desktop.marked', { atMs: atMs.data })
  }
  const toggle = async (): Promise<void> => {
    const watching = await now()
    if (watching) await ask(watching.playing ? 'watch.pause' : 'watch.play')
  }
  const shortcuts = globalShortcuts({
    call: () => withWindow(overlay.call),
    mark: () => void mark(),
    toggle: () => void toggle(),
  })
  const follow = (watching: Watching | null): void => {
    if (watching?.episode) withWindow(shortcuts.take)
    else shortcuts.release()
  }
  const keysNow = async () => {
    follow(await now())
    return shortcuts.state()
  }
  void keysNow()

  return {
    overlay,
    withWindow,
    /** What became of the keys, after they were asked for. */
    keysNow,
    /** Hears what the core tells all windows. */
    hear(message: Broadcast): void {
      if (message.kind !== 'event' || message.name !== 'watch.changed') return
      const watching = Watching.safeParse(message.payload)
      if (watching.success) follow(watching.data)
    },
  }
}
export type WatchDesk = ReturnType<typeof watchDesk>
