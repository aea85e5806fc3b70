import type { PlayerTrouble } from '@shared/watch/player-schema'
import type { PlayerConnection, PlayerListener } from './player'

/** A connection that cannot be: it says why, a moment later like any other. */
export function closed(trouble: PlayerTrouble, listener: PlayerListener): PlayerConnection {
  queueMicrotask(() => listener.gone(trouble))
  return { play() {}, pause() {}, seek() {}, close() {} }
}
