import type { Broadcast, Reply } from '@shared/ipc'

/** What the shell gives the worker when it starts it. */
export interface CoreStart {
  readonly dataFile: string
  readonly packsFolder: string
  readonly version: string
  readonly electron: string
  readonly packaged: boolean
  /** Checks answers against the contract: in development and in tests. */
  readonly checkOutput: boolean
}

/** From the shell to the core. */
export type ToCore =
  | { readonly kind: 'request'; readonly id: number; readonly request: unknown }
  | { readonly kind: 'stop' }

/** From the core to the shell. */
export type FromCore =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'broadcast'; readonly broadcast: Broadcast }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string }
  | { readonly kind: 'stopped' }
