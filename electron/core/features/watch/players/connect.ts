import type { PlayerKind } from '@shared/watch/schema'
import { connectJellyfin } from './jellyfin'
import { connectKodi } from './kodi'
import { connectMpris } from './mpris'
import { connectMpv } from './mpv'
import type { ConnectPlayer, PlayerAddress, PlayerConnection, PlayerListener } from './player'
import { connectVlc } from './vlc'

const CONNECT: Record<
  PlayerKind,
  (where: PlayerAddress, listener: PlayerListener, now: () => number) => PlayerConnection
> = {
  mpv: connectMpv,
  vlc: connectVlc,
  mpris: connectMpris,
  kodi: connectKodi,
  jellyfin: connectJellyfin,
}

/** Connects to the players of this machine, and to those that the person gave an address of. */
export const connectPlayer: ConnectPlayer = (kind, where, listener, now) =>
  CONNECT[kind](where, listener, now)
