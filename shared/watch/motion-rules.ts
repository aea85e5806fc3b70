/**
 * A position that moves evenly with time, known from one moment on. Times are milliseconds of a clock that never
 * runs back (`performance.now`), from any beginning; the wall clock has no part in it.
 */
export interface Motion {
  /** The position at `at`, in milliseconds; may be negative where a source's own time begins later. */
  readonly fromMs: number
  readonly at: number
  /** Milliseconds of position a millisecond; more than 0. */
  readonly rate: number
  readonly playing: boolean
  /** A correction that is still being worked in, evenly over `easeOverMs` from `at` on. */
  readonly easeMs: number
  readonly easeOverMs: number
}

/** What somebody who knows better says about a position: a player to the clock, the clock to a page. */
export interface Sighting {
  readonly positionMs: number
  /** The moment at which the position was this, by the clock of the motion. */
  readonly at: number
  readonly playing: boolean
  readonly rate: number
  /** How coarse the position is: nothing is corrected that is closer than this. */
  readonly preciseToMs: number
}

/** A difference up to here is left alone: half a frame, and less than a clock shows. */
const IGNORED_MS = 15
/** A difference up to here is worked in without a jump; a larger one is a seek, or as good as one. */
export const EASED_MS = 300
/** A correction takes at least so long, and never so little that it would stop or turn the motion. */
const EASE_OVER_MS = 600

/** A motion that stands. */
export const standingAt = (fromMs: number, at: number): Motion => ({
  fromMs,
  at,
  rate: 1,
  playing: false,
  easeMs: 0,
  easeOverMs: 0,
})

/** Where a motion is at a moment. A moment before `at` counts as `at`: nothing is known from before it. */
export function motionAt({ fromMs, at, rate, playing, easeMs, easeOverMs }: Motion, now: number): number {
  const elapsed = Math.max(0, now - at)
  if (!playing) return fromMs
  const eased = easeOverMs > 0 ? easeMs * Math.min(1, elapsed / easeOverMs) : 0
  return fromMs + elapsed * rate + eased
}

/** The same motion, known from this moment on. What was still to be worked in is let go. */
export const settled = (motion: Motion, now: number): Motion => ({
  ...motion,
  fromMs: motionAt(motion, now),
  at: Math.max(motion.at, now),
  easeMs: 0,
  easeOverMs: 0,
})

/** How far a motion is from what somebody saw: positive when it is behind. */
export const errorOf = (motion: Motion, seen: Sighting): number =>
  seen.positionMs - motionAt(motion, Math.max(motion.at, seen.at))

/**
 * Follows somebody who knows better. While both play at the same rate, a difference that cannot be seen is left
 * alone, a small one is worked in so gently that the motion never stands or turns, and everything else is a jump:
 * the motion is where it was seen.
 */
export function corrected(motion: Motion, seen: Sighting, now: number): Motion {
  const error = errorOf(motion, seen)
  const alike = motion.playing && seen.playing && motion.rate === seen.rate
  if (alike && Math.abs(error) <= Math.max(IGNORED_MS, seen.preciseToMs)) return motion
  if (alike && Math.abs(error) <= EASED_MS) {
    const easeOverMs = Math.max(EASE_OVER_MS, (2 * Math.abs(error)) / motion.rate)
    return { ...settled(motion, now), easeMs: error, easeOverMs }
  }
  return {
    fromMs: seen.positionMs,
    at: seen.at,
    rate: seen.rate,
    playing: seen.playing,
    easeMs: 0,
    easeOverMs: 0,
  }
}
