import { DAY_MS } from '../day'
import type { EpisodeId } from '../ids'
import { corrected, errorOf, type Motion, motionAt, type Sighting, settled, standingAt } from './motion-rules'
import type { WatchSource } from './schema'

/**
 * The viewing clock: where an episode is, by the monotonic time that every function takes as `now`, in
 * milliseconds. Its motion runs in the time of its source (the file that a player plays); `offsetMs` leads from
 * there to the episode.
 */
export interface Clock {
  readonly episodeId: EpisodeId
  readonly source: WatchSource
  /** Nobody but the person moves it: the source is manual, or its player is not there. */
  readonly byHand: boolean
  readonly motion: Motion
  readonly offsetMs: number
  /** The episode's length as the pack tells it; null when it is not known, or may not be. */
  readonly runtimeMs: number | null
  /** The length of what the player plays, in the source's time; null when no player has told. */
  readonly fileMs: number | null
  /** The player said that it has come to the end. */
  readonly over: boolean
  /** When the clock was last looked after; a long silence means that the machine slept. */
  readonly tickedAt: number
}

/** What a player says. */
export interface Report extends Sighting {
  readonly durationMs: number | null
  readonly ended: boolean
}

/** A clock that is moved by hand is looked after every second. After so long without, the machine was asleep. */
export const SLEPT_MS = 30_000

const MOST_MS = DAY_MS

/** A fresh clock: it stands at a position of the episode. */
export function startClock(
  of: Pick<Clock, 'episodeId' | 'source' | 'offsetMs' | 'runtimeMs'>,
  positionMs: number,
  now: number,
): Clock {
  const motion = standingAt(positionMs - of.offsetMs, now)
  return { ...of, byHand: true, motion, fileMs: null, over: false, tickedAt: now }
}

/** The end of the episode: by the file that is played, else by the pack; a day when nobody knows. */
export function endOf({ fileMs, offsetMs, runtimeMs }: Clock): number {
  const end = fileMs === null ? runtimeMs : fileMs + offsetMs
  return end === null ? MOST_MS : Math.min(MOST_MS, Math.max(0, end))
}

const within = (clock: Clock, position: number): number => Math.min(endOf(clock), Math.max(0, position))

/** A clock by hand that was not looked after stands still after a while, so that sleep carries it nowhere. */
const seenFrom = ({ byHand, tickedAt }: Clock, now: number): number =>
  byHand ? Math.min(now, tickedAt + SLEPT_MS) : now

/** Where the episode is: never below 0, never past its end. */
export const positionAt = (clock: Clock, now: number): number =>
  within(clock, motionAt(clock.motion, seenFrom(clock, now)) + clock.offsetMs)

/** Whether the episode is over: by what the player says, or because its length has passed. */
export function isOver(clock: Clock, now: number): boolean {
  if (clock.over) return true
  const known = clock.fileMs !== null || clock.runtimeMs !== null
  return known && positionAt(clock, now) >= endOf(clock)
}

/**
 * Looks after the clock; to be called every second. A clock by hand that has come to the end stops there. One that
 * was not looked after for `SLEPT_MS` is put where it was last known to be, and stands: the machine was asleep, and
 * whether the film went on meanwhile nobody can tell. Too early is mended by one touch; too late would open facts
 * that nobody has seen. (Where the monotonic clock sleeps with the machine, as on Linux, no time has passed for it
 * and it goes on.) A clock that follows a player does nothing here: the player will say.
 */
export function tick(clock: Clock, now: number): Clock {
  const ticked = { ...clock, tickedAt: Math.max(clock.tickedAt, now) }
  if (!clock.byHand || !clock.motion.playing) return ticked
  if (now - clock.tickedAt > SLEPT_MS)
    return { ...ticked, motion: { ...settled(clock.motion, clock.tickedAt), playing: false, at: now } }
  return isOver(clock, now) ? { ...ticked, motion: stopped(ticked, now) } : ticked
}

/** The motion at rest, within the episode. */
const stopped = (clock: Clock, now: number): Motion => ({ ...settle(clock, now).motion, playing: false })

/** The clock known from now on, its position within the episode. */
const settle = (clock: Clock, now: number): Clock => {
  const fromMs = positionAt(clock, now) - clock.offsetMs
  return { ...clock, motion: { ...settled(clock.motion, now), fromMs } }
}

/** Puts the motion elsewhere. The end that a player told of is behind it. */
const moved = (clock: Clock, position: number, now: number): Clock => {
  const fromMs = within(clock, position) - clock.offsetMs
  return { ...clock, over: false, motion: { ...settled(clock.motion, now), fromMs } }
}

/** Lets it run, from where it is. */
export function play(clock: Clock, now: number): Clock {
  const { motion, ...rest } = settle(tick(clock, now), now)
  return { ...rest, motion: { ...motion, playing: true } }
}

/** Holds it where it is. */
export const pause = (clock: Clock, now: number): Clock => {
  const awake = tick(clock, now)
  return { ...awake, motion: stopped(awake, now) }
}

/**
 * Moves the clock against what is seen on the screen. By hand that is its position. While it follows a player, the
 * player is right about the file and what is wrong is the offset of the cut.
 *
 * @param byMs positive is later
 */
export function nudge(clock: Clock, byMs: number, now: number): Clock {
  const awake = tick(clock, now)
  if (!awake.byHand) return setOffset(awake, awake.offsetMs + byMs)
  return moved(awake, positionAt(awake, now) + byMs, now)
}

/** Says where the episode is, with the same difference between by hand and following as `nudge`. */
export function setTime(clock: Clock, positionMs: number, now: number): Clock {
  const awake = tick(clock, now)
  if (!awake.byHand) return setOffset(awake, Math.round(positionMs - motionAt(awake.motion, now)))
  return moved(awake, positionMs, now)
}

/** Says where the source is from now on, before its player tells so itself: it was just sent there. */
export const sentTo = (clock: Clock, positionMs: number, now: number): Clock =>
  moved(tick(clock, now), positionMs, now)

/** Runs faster or slower from here on. */
export function setRate(clock: Clock, rate: number, now: number): Clock {
  const { motion, ...rest } = settle(tick(clock, now), now)
  return { ...rest, motion: { ...motion, rate } }
}

/** Shifts the episode against its source; what the source is at stays as it is. */
export const setOffset = (clock: Clock, offsetMs: number): Clock => ({
  ...clock,
  offsetMs: Math.min(MOST_MS, Math.max(-MOST_MS, offsetMs)),
})

/**
 * Follows what a player says. Nothing is corrected that cannot be seen, a small difference is worked in without
 * running back, a large one or a change of pace is taken over at once (see `corrected`).
 */
export function follow(clock: Clock, report: Report, now: number): Clock {
  const motion = clock.byHand
    ? corrected({ ...clock.motion, playing: false }, report, now)
    : corrected(clock.motion, report, now)
  return {
    ...clock,
    motion,
    byHand: false,
    fileMs: report.durationMs ?? clock.fileMs,
    over: report.ended,
    tickedAt: Math.max(clock.tickedAt, now),
  }
}

/** How far the clock is from what a player says, in milliseconds: positive when it is behind. */
export const behindBy = (clock: Clock, report: Report): number => errorOf(clock.motion, report)

/** The player went away: the clock goes on by hand from where it is, as fast as before. */
export const lost = (clock: Clock, now: number): Clock => ({
  ...settle(clock, now),
  byHand: true,
  tickedAt: Math.max(clock.tickedAt, now),
})

/**
 * Gives the clock to another source, at the same place of the episode. A player's first report takes over; until
 * then the person moves it.
 *
 * @param offsetMs what is known of that source's cut; 0 by hand
 */
export function changeSource(clock: Clock, source: WatchSource, offsetMs: number, now: number): Clock {
  const awake = tick(clock, now)
  const fromMs = positionAt(awake, now) - offsetMs
  return {
    ...awake,
    source,
    offsetMs,
    byHand: true,
    fileMs: null,
    over: false,
    motion: { ...settled(awake.motion, now), fromMs },
  }
}
