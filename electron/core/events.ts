import { coreContract } from '@shared/contract'
import type { Broadcast, Contract, EventName, EventPayload, Topic } from '@shared/ipc'

type CoreContract = typeof coreContract
export type CoreEvent = EventName<CoreContract>
export type CorePayload<N extends CoreEvent> = EventPayload<CoreContract, N>

/** Tells every window what it did not ask for. */
export interface Announcer {
  /** Sends an event of the contract; its payload is checked like everything that crosses. */
  emit<N extends CoreEvent>(name: N, payload: CorePayload<N>): void
  /** Says that cached answers about these topics are stale, when no command has changed them. */
  changed(topics: readonly Topic[]): void
}

/** An announcer that hands on what it is told as broadcasts. */
export const announcer = (broadcast: (message: Broadcast) => void): Announcer => ({
  emit(name, payload) {
    const [feature = '', key = ''] = name.split('.')
    const entry = (coreContract as Contract)[feature]?.[key]
    if (entry?.kind === 'event') broadcast({ kind: 'event', name, payload: entry.payload.parse(payload) })
  },
  changed: (topics) => broadcast({ kind: 'topics', topics }),
})
