import { m } from '@shared/messages'
import { PLAYER_NAMES } from '@shared/watch/player-names'
import type { Watching, WatchSource } from '@shared/watch/schema'
import { clockTime } from '../../ui/words'

export const sourceName = (source: WatchSource): string =>
  source === 'manual' ? m.watch_manual() : source === 'mpris' ? m.watch_mpris() : PLAYER_NAMES[source]

/** The sentence about who moves the clock, and how it stands with them. */
export function standingWords({ player, playing, source, byHand }: Watching): string {
  if (player === null) return playing ? m.watch_running_by_hand() : m.watch_standing_by_hand()
  const name = source === 'mpris' ? player.name : sourceName(source)
  switch (player.state) {
    case 'playing':
      return byHand ? m.watch_playing_other({ name }) : m.watch_playing_in({ name })
    case 'paused':
      return m.watch_paused_in({ name })
    case 'idle':
      return m.watch_idle({ name })
    case 'connecting':
      return m.watch_connecting({ name })
    case 'lost':
      return m.watch_lost({ name, since: clockTime(player.since) })
  }
}
