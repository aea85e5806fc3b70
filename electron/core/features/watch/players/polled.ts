import type { Report } from '@shared/watch/rules'
import { PlayerError } from './http'
import type { PlayerListener, PlayerNews } from './player'

/** Twice a second: a pause shows at once to a person, and between two looks the clock counts on by itself. */
const EVERY_MS = 500
/** After a command the player is looked at sooner, and once more when it has settled. */
const SOON_MS = 120

/** Asks a player again and again how it is, until it does not answer or is closed. */
export function polled(look: () => Promise<PlayerNews>, listener: PlayerListener) {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let looking = false

  const next = (ms: number): void => {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => void once(), ms)
    timer.unref()
  }
  const once = async (): Promise<void> => {
    if (looking || closed) return
    looking = true
    try {
      const news = await look()
      if (!closed) listener.heard(news)
    } catch (error) {
      if (closed) return
      closed = true
      listener.gone(error instanceof PlayerError ? error.trouble : 'stranger')
      return
    } finally {
      looking = false
    }
    next(EVERY_MS)
  }
  next(0)

  return {
    /** Tells the player something and looks soon what it did. What fails shows at that look. */
    tell(said: Promise<unknown>): void {
      const soon = () => next(SOON_MS)
      said.then(soon, soon)
    },
    close(): void {
      closed = true
      clearTimeout(timer)
    },
  }
}

/** A player that stopped within so much of the end had come to it. */
const END_MS = 2000

/**
 * What a player that has stopped means, when it forgets where it was: the end, if it was close to it; otherwise
 * somebody stopped it, and nothing is on.
 *
 * @param was what it said last
 */
export function afterStop(was: Report | null, at: number): Report | null {
  if (was === null || was.durationMs === null) return null
  const reached = was.positionMs + (was.playing ? Math.max(0, at - was.at) * was.rate : 0)
  if (!was.ended && was.durationMs - reached > END_MS) return null
  return { ...was, playing: false, ended: true, positionMs: was.durationMs, at }
}
