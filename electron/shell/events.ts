import { desktopContract } from '@shared/desktop/contract'
import type { Broadcast, EventName, EventPayload } from '@shared/ipc'

type DesktopContract = typeof desktopContract
export type DesktopEvent = EventName<DesktopContract>
export type DesktopPayload<N extends DesktopEvent> = EventPayload<DesktopContract, N>

/** An event as it crosses to the pages; its payload is checked like everything that crosses. */
export function eventOf<N extends DesktopEvent>(name: N, payload: DesktopPayload<N>): Broadcast | null {
  const entry = desktopContract.desktop[name.slice('desktop.'.length) as keyof DesktopContract['desktop']]
  return entry.kind === 'event' ? { kind: 'event', name, payload: entry.payload.parse(payload) } : null
}
