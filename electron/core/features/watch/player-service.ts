import type { EpisodeId, ShowId } from '@shared/ids'
import type { PlayerKind } from '@shared/watch/schema'
import type { CoreContext } from '../../context'
import { playerStore } from './player-store'
import type { PlayerAddress } from './players/player'
import { watchStore } from './store'

/** What players are called before they say so themselves. */
export const PLAYER_NAMES: Record<PlayerKind, string> = {
  mpv: 'mpv',
  vlc: 'VLC',
  mpris: 'MPRIS',
  kodi: 'Kodi',
  jellyfin: 'Jellyfin',
}

/** What a person said about their players, and about what they play. */
export function playerService({ db }: Pick<CoreContext, 'db'>) {
  const store = playerStore(db)
  const names = watchStore(db)
  return {
    /** The players that are looked for all the time. */
    enabled: (): ReadonlySet<PlayerKind> =>
      new Set(
        store
          .all()
          .filter(({ enabled }) => enabled)
          .map(({ kind }) => kind),
      ),
    addressOf: (kind: PlayerKind): PlayerAddress =>
      store.all().find((row) => row.kind === kind) ?? { address: '', user: '', secret: '' },
    /** The episode that a file is, null when nobody knows. */
    episodeOf: (file: string, _showId: ShowId | null): EpisodeId | null => names.named(file),
  }
}
export type PlayerService = ReturnType<typeof playerService>
