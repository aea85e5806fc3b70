import type { Corridor } from '@shared/ipc'

declare global {
  interface Window {
    /** The two functions of the preload. */
    readonly entracte: Corridor
  }
}

export const corridor = (): Corridor => window.entracte
