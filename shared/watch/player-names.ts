import type { PlayerKind } from './schema'

/** Names of programs are the same in every language. What a Linux desktop plays has one of its own on the screen. */
export const PLAYER_NAMES: Readonly<Record<PlayerKind, string>> = {
  mpv: 'mpv',
  vlc: 'VLC',
  mpris: 'MPRIS',
  kodi: 'Kodi',
  jellyfin: 'Jellyfin',
}
