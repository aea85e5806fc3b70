import type { Broadcast, Reply } from '@shared/ipc'
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import type { CoreLink } from './core-link'
import type { DesktopEvent, DesktopPayload } from './events'
import { isOurPage } from './origin'

const FORBIDDEN: Reply = {
  ok: false,
  error: { code: 'forbidden-sender', message: 'this page may not call', details: {} },
}

/** Only the top frame of one of our own pages may call. */
function isTrusted(frame: WebFrameMain | null, devServer: string | undefined): boolean {
  return frame !== null && frame.parent === null && isOurPage(frame.url, devServer)
}

const methodOf = (request: unknown): string =>
  typeof request === 'object' && request !== null && 'method' in request && typeof request.method === 'string'
    ? request.method
    : ''

export interface BridgeOptions {
  readonly core: Pick<CoreLink, 'call'>
  /** Answers the methods that the shell keeps for itself. */
  readonly desktop: (request: unknown) => Promise<Reply>
  readonly devServer: string | undefined
  /** Told of every call that is let in. */
  readonly asked: () => void
}

/** Sends to every window what was not asked for. */
export function broadcast(message: Broadcast): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send('entracte:broadcast', message)
  }
}

/** Sends an event of the contract to every window. Events keep their order. */
export function emit<N extends DesktopEvent>(name: N, payload: DesktopPayload<N>): void {
  void import('./events').then(({ eventOf }) => {
    const event = eventOf(name, payload)
    if (event) broadcast(event)
  })
}

/**
 * The one door between pages and the main process: checks who asks, and hands the request to the room
 * that answers it.
 */
export function openBridge({ core, desktop, devServer, asked }: BridgeOptions): void {
  ipcMain.handle('entracte:call', async (event: IpcMainInvokeEvent, request: unknown): Promise<Reply> => {
    if (!isTrusted(event.senderFrame, devServer)) return FORBIDDEN
    asked()
    return methodOf(request).startsWith('desktop.') ? desktop(request) : core.call(request)
  })
}
