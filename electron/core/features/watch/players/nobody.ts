import { closed } from './closed'
import type { ConnectPlayer } from './player'

/** Where no player can be: every connection ends before it began. */
export const nobody: ConnectPlayer = (_kind, _where, listener) => closed('nobody', listener)
