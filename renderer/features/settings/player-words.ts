import { m } from '@shared/messages'
import { PLAYER_NAMES } from '@shared/watch/player-names'
import type { PlayerSetup, PlayerTest } from '@shared/watch/player-schema'
import type { PlayerKind } from '@shared/watch/schema'
import { clockTime } from '../../ui/words'

/** What a player is called where it is set up. */
export const playerName = (kind: PlayerKind): string =>
  kind === 'mpris' ? m.players_mpris() : PLAYER_NAMES[kind]

const ABOUT: Record<PlayerKind, () => string> = {
  mpv: m.players_mpv_about,
  vlc: m.players_vlc_about,
  mpris: m.players_mpris_about,
  kodi: m.players_kodi_about,
  jellyfin: m.players_jellyfin_about,
}

/** How a player is made to answer. */
export const playerHow: Record<PlayerKind, () => string> = {
  mpv: m.players_how_mpv,
  vlc: m.players_how_vlc,
  mpris: m.players_how_mpris,
  kodi: m.players_how_kodi,
  jellyfin: m.players_how_jellyfin,
}

/** Why a player cannot be followed, and what helps. */
export function troubleWords(
  kind: PlayerKind,
  { trouble, address }: Extract<PlayerTest, { works: false }>,
): string {
  const player = playerName(kind)
  switch (trouble) {
    case 'nobody':
      return kind === 'mpris' ? m.players_trouble_no_bus() : m.players_trouble_nobody({ address })
    case 'refused':
      if (kind === 'mpv') return m.players_trouble_refused_socket({ address })
      return kind === 'jellyfin'
        ? m.players_trouble_refused_key({ address })
        : m.players_trouble_refused({ address })
    case 'stranger':
      return m.players_trouble_stranger({ address, player })
    case 'slow':
      return m.players_trouble_slow({ address: address || player, player })
    case 'address':
      return m.players_trouble_address({ address, player })
    case 'elsewhere':
      return m.players_trouble_elsewhere()
  }
}

/** What came of a test, in a sentence. */
export function testWords(kind: PlayerKind, test: PlayerTest): string {
  if (!test.works) return troubleWords(kind, test)
  const { name: player, file, tookMs } = test
  const ms = String(tookMs)
  return file === null ? m.players_works_idle({ player, ms }) : m.players_works_file({ player, ms, file })
}

/** How a player stands, in one or two words. */
export function standingWords({ enabled, possible, standing }: PlayerSetup): string {
  if (!possible) return m.players_not_here()
  if (!enabled || standing === null) return m.players_off()
  const words = {
    playing: m.players_playing,
    paused: m.players_paused,
    idle: m.players_idle,
    connecting: m.players_looking,
    lost: () => m.players_lost({ time: clockTime(standing.since) }),
  }
  return words[standing.state]()
}

/** The line under a player's name: what is on, what is wrong, or what it is. */
export function playerLine(setup: PlayerSetup): string {
  const { kind, standing, address, usualAddress } = setup
  if (!setup.enabled || standing === null) return ABOUT[kind]()
  const { trouble } = standing
  if (trouble !== null && trouble !== 'nobody')
    return troubleWords(kind, { works: false, trouble, address: address || usualAddress })
  if (standing.state === 'idle') return m.players_nothing_on()
  return standing.file !== null && standing.state !== 'lost' ? standing.file : ABOUT[kind]()
}
