import type { EpisodeId, ShowId } from '@shared/ids'
import type { PlayerSetup, PlayerTest, SavePlayer, TestPlayer } from '@shared/watch/player-schema'
import { PlayerKind } from '@shared/watch/schema'
import { type CoreContext, nowIso } from '../../context'
import type { Pulse } from '../../pulse'
import type { LibraryService } from '../library/service'
import { fitOf, namedEpisode } from './known-files'
import { type PlayerStanding, stateOf, toldPlayer } from './linked-players'
import { type PlayerRow, playerStore } from './player-store'
import type { ConnectPlayer, PlayerAddress, PlayerConnection } from './players/player'
import { isPossible, usualAddress } from './players/usual'
import { watchStore } from './store'

/** What a file's name means is looked up again after so long: a show may have come in the meantime. */
const REMEMBERED_MS = 5000
/** Files that are remembered at once: one for each kind of player, and some more. */
const REMEMBERED = 16

/** A player that has not answered by then is too slow to be followed. */
const TEST_MS = 6000

export interface PlayerServiceOptions {
  readonly library: LibraryService
  readonly connect: ConnectPlayer
  readonly pulse: Pulse
}

/** What a person said about their players, and about what they play. */
export function playerService(
  context: Pick<CoreContext, 'db' | 'clock'>,
  { library, connect, pulse }: PlayerServiceOptions,
) {
  const { db } = context
  const store = playerStore(db)
  const names = watchStore(db)

  const rowOf = (kind: PlayerKind): PlayerRow =>
    store.all().find((row) => row.kind === kind) ?? {
      kind,
      enabled: false,
      address: '',
      user: '',
      secret: '',
    }

  /** An address as it was typed, with the secret that was typed or is kept. */
  const reachOf = ({ kind, address, user, secret }: TestPlayer): PlayerAddress => ({
    address: address.trim(),
    user: user.trim(),
    secret: secret ?? rowOf(kind).secret,
  })

  const told = (standing: PlayerStanding, kind: PlayerKind): NonNullable<PlayerSetup['standing']> => {
    const { behindMs: _ofTheClock, ...player } = toldPlayer(kind, standing, { now: 0, behindMs: null })
    return { ...player, trouble: standing.trouble }
  }

  /** The show and its episode of these numbers that a name fits best; null when none does, or two do alike. */
  const byName = (file: string, showId: ShowId | null): EpisodeId | null => {
    const named = namedEpisode(file)
    if (!named) return null
    const fits = library
      .shows()
      .map(({ id, title }) => ({ id, fit: fitOf(named.words, title) }))
      .filter(({ fit }) => fit > 0)
    const best = Math.max(...fits.map(({ fit }) => fit))
    const first = fits.filter(({ fit }) => fit === best)
    // of shows that fit alike, it is the one that is on
    const found = first.find(({ id }) => id === showId) ?? (first.length === 1 ? first[0] : undefined)
    if (!found) return null
    const rows = library.knownRows(found.id, library.horizonOf(found.id))
    return rows.find(({ season, number }) => season === named.season && number === named.number)?.id ?? null
  }

  const remembered = new Map<string, { readonly episodeId: EpisodeId | null; readonly at: number }>()

  return {
    /** The players that are looked for all the time. */
    enabled: (): ReadonlySet<PlayerKind> =>
      new Set(
        store
          .all()
          .filter(({ enabled }) => enabled)
          .map(({ kind }) => kind),
      ),
    addressOf: (kind: PlayerKind): PlayerAddress => rowOf(kind),

    /**
     * The episode that a file is: as the person said, or as its name says; null when nobody knows.
     *
     * @param showId the show that is on, which a name without words means
     */
    episodeOf(file: string, showId: ShowId | null): EpisodeId | null {
      const key = `${showId} ${file}`
      const known = remembered.get(key)
      if (known && pulse.now() - known.at < REMEMBERED_MS) return known.episodeId
      const episodeId = names.named(file) ?? byName(file, showId)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, { episodeId, at: pulse.now() })
      return episodeId
    },

    /** Remembers for good which episode a name means. */
    nameFile(name: string, episodeId: EpisodeId): void {
      names.setName(name, episodeId, nowIso(context))
      remembered.clear()
    },

    /** Every kind of player as it is set up. */
    setups: (standingOf: (kind: PlayerKind) => PlayerStanding | null): PlayerSetup[] =>
      PlayerKind.options.map((kind) => {
        const { enabled, address, user, secret } = rowOf(kind)
        const standing = standingOf(kind)
        return {
          kind,
          enabled,
          address,
          usualAddress: usualAddress(kind),
          user,
          hasSecret: secret !== '',
          possible: isPossible(kind),
          standing: standing && told(standing, kind),
        }
      }),

    save(wanted: SavePlayer): void {
      db.transaction(() => {
        store.save({ kind: wanted.kind, enabled: wanted.enabled, ...reachOf(wanted) })
      }).immediate()
    },

    /** Connects once, says what came of it, and lets go. Keeps nothing. */
    test(wanted: TestPlayer, signal: AbortSignal): Promise<PlayerTest> {
      const where = reachOf(wanted)
      const address = where.address || usualAddress(wanted.kind)
      const startedAt = pulse.now()
      return new Promise((resolve) => {
        let connection: PlayerConnection | null = null
        let stop = () => {}
        const settle = (result: PlayerTest) => {
          stop()
          connection?.close()
          connection = null
          resolve(result)
        }
        const fail = (trouble: 'slow' | 'nobody') => settle({ works: false, trouble, address })
        connection = connect(
          wanted.kind,
          where,
          {
            heard: (news) => {
              const { name, file } = news
              const tookMs = Math.max(0, Math.round(pulse.now() - startedAt))
              settle({ works: true, name, state: stateOf(news), file, tookMs })
            },
            gone: (trouble) => settle({ works: false, trouble, address }),
          },
          pulse.now,
        )
        stop = pulse.every(TEST_MS, () => fail('slow'))
        signal.addEventListener('abort', () => fail('nobody'), { once: true })
      })
    },
  }
}
export type PlayerService = ReturnType<typeof playerService>
