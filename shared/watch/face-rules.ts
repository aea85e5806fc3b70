import { corrected, type Motion, motionAt, type Sighting } from './motion-rules'
import type { Watching } from './schema'

/** A clock's face: counts on between two answers of the core. */
export interface Face {
  readonly motion: Motion
  /** The end of the episode, null when it is not known. */
  readonly endMs: number | null
}

const seen = ({ positionMs, playing, rate }: Watching, now: number): Sighting => ({
  positionMs,
  playing,
  rate,
  at: now,
  preciseToMs: 0,
})

/**
 * A face for what the core just said.
 *
 * @param now the page's own monotonic time, in milliseconds: `performance.now()`
 */
export function startFace(watching: Watching, now: number): Face {
  const { positionMs, at, playing, rate } = seen(watching, now)
  const motion = { fromMs: positionMs, at, playing, rate, easeMs: 0, easeOverMs: 0 }
  return { motion, endMs: watching.runtimeMs }
}

/** The face after the core said something again: a small difference is worked in, so that it never flickers back. */
export const turnFace = (face: Face, watching: Watching, now: number): Face => ({
  motion: corrected(face.motion, seen(watching, now), now),
  endMs: watching.runtimeMs,
})

/** What the face shows, in whole milliseconds. */
export function faceAt({ motion, endMs }: Face, now: number): number {
  const position = Math.max(0, Math.round(motionAt(motion, now)))
  return endMs === null ? position : Math.min(endMs, position)
}
