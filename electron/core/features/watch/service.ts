import { AppError } from '@shared/app-error'
import type { EpisodeId, ShowId } from '@shared/ids'
import type { OfEpisode } from '@shared/library/schema'
import type { Ms } from '@shared/time'
import {
  behindBy,
  type Clock,
  changeSource,
  endOf,
  follow,
  isOver,
  lost,
  nudge,
  pause,
  play,
  positionAt,
  sentTo,
  setOffset,
  setRate,
  setTime,
  startClock,
  tick,
} from '@shared/watch/rules'
import type { NameFile, PlayerKind, Watching, WatchPlayer, WatchSource } from '@shared/watch/schema'
import type { CoreContext } from '../../context'
import type { Announcer } from '../../events'
import type { Pulse } from '../../pulse'
import type { LibraryService } from '../library/service'
import { clockFeed, type OnNow, turned, wholeMs } from './clock-feed'
import { type Film, filmTeller } from './film'
import { linkedPlayers, toldPlayer } from './linked-players'
import type { PlayerService } from './player-service'
import type { ConnectPlayer, PlayerNews } from './players/player'
import { shownEpisode } from './shown-episode'
import { watchStore } from './store'

/** The clock is looked after so often. */
const TICK_MS = 1000
/** While an episode runs, the clock is kept and told so often. */
const FEED_MS = 3000

export interface WatchServiceOptions {
  readonly library: LibraryService
  readonly players: PlayerService
  readonly connect: ConnectPlayer
  readonly announce: Announcer
  readonly pulse: Pulse
  /** A player plays an episode from a file of this machine: told once for each. */
  readonly onFilm?: (film: Film) => void
}
export type { Film }

/**
 * The clock of the episode that is on: moved by hand or by a player, kept on disk, and told to every page. Facts
 * open as it passes them. It marks nothing as watched.
 */
export function watchService(context: CoreContext, options: WatchServiceOptions) {
  const { library, players, announce, pulse } = options
  const store = watchStore(context.db)
  const feed = clockFeed(context, { store, library, announce, pulse })
  const linked = linkedPlayers({
    connect: options.connect,
    pulse,
    clock: context.clock,
    addressOf: players.addressOf,
    log: context.log,
    listener: {
      heard: (kind, news) => heard(kind, news),
      gone: (kind) => gone(kind),
      changed: () => announce.changed(['watch']),
    },
  })

  let on: OnNow | null = null
  let source: WatchSource = 'manual'
  /** Players that the person turned away from while they had something on: they take no clock before that is over. */
  const declined = new Set<PlayerKind>()
  let behindMs: number | null = null
  let unknownFile: string | null = null
  const tellFilm = filmTeller(options.onFilm)

  // ── what is on ────────────────────────────────────────────────────────────────────────────────

  const change = (clock: Clock): void => {
    if (on) on = { ...on, clock }
  }

  /** What is on, if it has not gone with its show. */
  const current = (): OnNow | null => {
    if (on && store.showOf(on.clock.episodeId) !== on.showId) on = null
    return on
  }

  /** @throws AppError `not-found` */
  const mustBeOn = (): OnNow => {
    const here = current()
    if (!here) throw new AppError('not-found', 'nothing is on', { what: 'episode' })
    return here
  }

  const playerOf = (): WatchPlayer | null =>
    source === 'manual'
      ? null
      : toldPlayer(source, linked.standing(source), {
          now: context.clock(),
          behindMs: on?.clock.byHand === false ? behindMs : null,
        })

  const watching = (): Watching => {
    const here = current()
    const player = playerOf()
    if (!here) {
      const nothing = { positionMs: wholeMs(0), playing: false, rate: 1, offsetMs: 0, runtimeMs: null }
      return { episode: null, ...nothing, source, byHand: true, player, unknownFile, ended: false }
    }
    const { episode, runtimeMs } = shownEpisode(library, here.showId, here.clock.episodeId)
    const clock = here.clock.runtimeMs === runtimeMs ? here.clock : { ...here.clock, runtimeMs }
    change(clock)
    const now = pulse.now()
    const known = clock.fileMs !== null || runtimeMs !== null
    return {
      episode,
      positionMs: wholeMs(positionAt(clock, now)),
      playing: clock.motion.playing,
      rate: clock.motion.rate,
      offsetMs: Math.round(clock.offsetMs),
      source,
      byHand: clock.byHand,
      player,
      runtimeMs: known ? wholeMs(endOf(clock)) : null,
      unknownFile,
      ended: isOver(clock, now),
    }
  }

  /** After the person did something: keeps it, tells it, answers it. */
  const done = (): Watching => {
    const here = current()
    if (here) feed.keep(here)
    const answer = watching()
    feed.tell(answer, true)
    return answer
  }

  /** Puts an episode on; it is not kept yet. */
  const putOn = (showId: ShowId, episodeId: EpisodeId, positionMs: number): void => {
    const ordinal = library.ordinalOf(showId, episodeId)
    if (ordinal === null) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    const before = current()
    if (before && before.showId !== showId) feed.quietly(() => feed.forget(before.showId))
    const offsetMs = store.offset(source, episodeId)
    const { runtimeMs } = shownEpisode(library, showId, episodeId)
    const clock = startClock({ episodeId, source, offsetMs, runtimeMs }, positionMs, pulse.now())
    on = { showId, ordinal, clock }
  }

  /** Follows one source and lets go of players that were followed only because they were it. */
  const relink = (): void => {
    const kinds = players.enabled()
    linked.link(source === 'manual' ? kinds : new Set([...kinds, source]))
  }

  const takeSource = (next: WatchSource): void => {
    if (next === source) return
    source = next
    unknownFile = null
    behindMs = null
    const here = current()
    if (here) {
      const offsetMs = store.offset(next, here.clock.episodeId)
      change(changeSource(here.clock, next, offsetMs, pulse.now()))
    }
    relink()
  }

  // ── players ───────────────────────────────────────────────────────────────────────────────────

  /** What the followed player plays has an episode, or nobody knows which. */
  const followNews = ({ file, place, report }: PlayerNews): void => {
    const now = pulse.now()
    const here = current()
    const episodeId = file === null ? null : players.episodeOf(file, here?.showId ?? null)
    unknownFile = file !== null && report !== null && episodeId === null ? file : null
    if (report === null || unknownFile !== null) {
      // nothing that is known is on: the clock stands, by hand, where the film was left
      if (here && !here.clock.byHand) change(lost(pause(here.clock, now), now))
      return
    }
    const showId = episodeId === null ? null : store.showOf(episodeId)
    if (episodeId !== null && showId !== null && here?.clock.episodeId !== episodeId) {
      putOn(showId, episodeId, Math.max(0, report.positionMs + store.offset(source, episodeId)))
    }
    if (!on) return
    tellFilm({ showId: on.showId, episodeId: on.clock.episodeId }, place)
    behindMs = on.clock.byHand ? 0 : Math.round(Math.abs(behindBy(on.clock, report)))
    change(follow(on.clock, report, now))
  }

  /** Whether a player that nobody chose may take the clock: the person has not, and no other one moves it. */
  const mayTake = (kind: PlayerKind, { file, report }: PlayerNews): boolean => {
    if (report === null || report.ended || file === null || declined.has(kind)) return false
    const here = current()
    if (here && !report.playing) return false
    const busy = source === 'manual' ? here?.clock.motion.playing : here?.clock.byHand === false
    return !busy && players.enabled().has(kind) && players.episodeOf(file, here?.showId ?? null) !== null
  }

  /** What a player said that answers and has something on. */
  const live = (kind: WatchSource): PlayerNews | null => {
    const standing = kind === 'manual' ? null : linked.standing(kind)
    return standing?.state === 'playing' || standing?.state === 'paused' ? standing.news : null
  }

  /** Remembers who has something on at the moment, and may not take the clock with it. */
  const decline = (): void => {
    for (const kind of players.enabled()) if (live(kind)) declined.add(kind)
  }

  const heard = (kind: PlayerKind, news: PlayerNews): void => {
    if (news.report === null) declined.delete(kind)
    if (kind !== source) {
      if (!mayTake(kind, news)) return
      takeSource(kind)
    }
    const now = pulse.now()
    const before = { on, unknownFile }
    followNews(news)
    // most of what a player says is what everybody counts on already
    const same = before.unknownFile === unknownFile && before.on?.clock.byHand === on?.clock.byHand
    if (on && turned(before.on, on, now)) feed.quietly(() => feed.keep(on as OnNow))
    else if (on && same && feed.isCounted(positionAt(on.clock, now))) return
    feed.tell(watching())
  }

  const gone = (kind: PlayerKind): void => {
    declined.delete(kind)
    if (kind !== source) return
    if (on) change(lost(on.clock, pulse.now()))
    behindMs = null
    feed.tell(watching())
  }

  // ── time ──────────────────────────────────────────────────────────────────────────────────────

  const look = (): void => {
    const here = current()
    if (!here) feed.tellGone(watching)
    if (!here) return
    const before = here.clock.motion.playing
    change(tick(here.clock, pulse.now()))
    const runs = on?.clock.motion.playing === true
    if (on && (runs !== before || ((runs || feed.owes()) && feed.age() >= FEED_MS))) {
      feed.quietly(() => feed.keep(on as OnNow))
      feed.tell(watching(), true)
    } else feed.tell(watching())
  }

  const kept = store.kept()
  if (kept) {
    source = kept.source
    putOn(kept.showId, kept.episodeId, kept.positionMs)
    if (on) change(setRate((on as OnNow).clock, kept.rate, pulse.now()))
    if (on) feed.quietly(() => feed.keep(on as OnNow))
  }
  relink()
  const stopLooking = pulse.every(TICK_MS, look)

  const following = (): PlayerKind | null =>
    on?.clock.byHand === false && source !== 'manual' ? source : null

  return {
    now: watching,

    open({ showId, episodeId }: OfEpisode): Watching {
      library.mustHave(showId)
      const file = live(source)?.file
      const played = file ? players.episodeOf(file, showId) : null
      // the person and the player cannot both be right about what is on
      if (played !== null && played !== episodeId) {
        decline()
        takeSource('manual')
      }
      if (current()?.clock.episodeId !== episodeId) {
        library.setRunning({ showId, episodeId, positionMs: wholeMs(0) })
        putOn(showId, episodeId, 0)
      }
      return done()
    },

    leave(): Watching {
      const here = current()
      if (here) feed.forget(here.showId)
      on = null
      takeSource('manual')
      // the film that is left may go on in its player
      decline()
      return done()
    },

    play(): Watching {
      const { clock } = mustBeOn()
      const player = following()
      if (player) linked.connection(player)?.play()
      else change(play(clock, pulse.now()))
      return done()
    },

    pause(): Watching {
      const { clock } = mustBeOn()
      const player = following()
      if (player) linked.connection(player)?.pause()
      else change(pause(clock, pulse.now()))
      return done()
    },

    nudge(byMs: number): Watching {
      change(nudge(mustBeOn().clock, byMs, pulse.now()))
      keepOffset()
      return done()
    },

    setTime(positionMs: Ms): Watching {
      change(setTime(mustBeOn().clock, positionMs, pulse.now()))
      keepOffset()
      return done()
    },

    /** By hand only: a player that is followed has its own pace, and says so. */
    setRate(rate: number): Watching {
      const { clock } = mustBeOn()
      if (!following()) change(setRate(clock, rate, pulse.now()))
      return done()
    },

    useSource(next: WatchSource): Watching {
      if (next === 'manual') decline()
      else declined.delete(next)
      takeSource(next)
      // what the player said before it was chosen
      const news = live(next)
      if (news) followNews(news)
      return done()
    },

    setOffset(offsetMs: number): Watching {
      change(setOffset(mustBeOn().clock, offsetMs))
      keepOffset()
      return done()
    },

    seek(positionMs: Ms): Watching {
      const { clock } = mustBeOn()
      const player = following()
      if (player) linked.connection(player)?.seek(Math.max(0, positionMs - clock.offsetMs))
      change(sentTo(clock, positionMs, pulse.now()))
      return done()
    },

    /** Says which episode a name means, and puts it on if that is what plays. */
    nameFile({ name, episodeId }: NameFile): Watching {
      if (store.showOf(episodeId) === null)
        throw new AppError('not-found', 'no such episode', { what: 'episode' })
      players.nameFile(name, episodeId)
      const news = live(source)
      if (news?.file === name) followNews(news)
      return done()
    },

    /** The players were configured anew: those whose address changed are connected again. */
    playersChanged(kind: PlayerKind): void {
      linked.drop(kind)
      relink()
    },
    standing: linked.standing,

    /** Where the clock stands; null when nothing is on. */
    stand: () => {
      const here = current()
      if (!here) return null
      const { showId, clock } = here
      return { showId, episodeId: clock.episodeId, positionMs: wholeMs(positionAt(clock, pulse.now())) }
    },

    /** Keeps the clock once more, and ends what goes on by itself. */
    close(): void {
      if (current()) feed.quietly(() => feed.keep(on as OnNow))
      stopLooking()
      linked.close()
    },
  }

  /** Remembers the offset that a nudge or a person's word has set. */
  function keepOffset(): void {
    if (!on) return
    const { episodeId, offsetMs } = on.clock
    store.setOffset(source, episodeId, Math.round(offsetMs))
  }
}
export type WatchService = ReturnType<typeof watchService>
