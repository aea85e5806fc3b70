import type { PlayerKind } from '@shared/watch/schema'
import { JELLYFIN_USUAL } from './jellyfin'
import { KODI_USUAL } from './kodi'
import { mpvPaths } from './mpv'
import { VLC_USUAL } from './vlc'

/** Where a player is looked for when nobody said where; empty for one that is found among all. */
export function usualAddress(kind: PlayerKind): string {
  const usual = {
    mpv: mpvPaths()[0] ?? '',
    vlc: VLC_USUAL,
    mpris: '',
    kodi: KODI_USUAL,
    jellyfin: JELLYFIN_USUAL,
  }
  return usual[kind]
}

/** Whether this system can have such a player. MPRIS is a custom of Linux desktops. */
export const isPossible = (kind: PlayerKind): boolean => kind !== 'mpris' || process.platform === 'linux'
