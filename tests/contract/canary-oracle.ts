import type { ShowId } from '../../shared/ids'
import type { TestCore } from '../support/core'
import type { IsOpen } from './canary-walk'

/** A tag holds nothing beside its canary. */
const TAG = ''
/** What the person themselves wrote: open one episode ahead of the line, unless it was moved back. */
const OWN = new Set(['note', 'body', TAG])
const NAMES = new Set(['role', 'short', 'actor'])
/** Pictures themselves, not what is said of them. */
const PICTURES = new Set(['poster', 'still', 'portrait'])

interface Place {
  readonly ordinal: number
  readonly special: number
  readonly seen: number
}

/**
 * Says what may be seen of a show, worked out anew from the tables and by no code of the app, so that a mistake
 * there is not repeated here.
 */
export function oracle(core: TestCore, showId: ShowId): IsOpen {
  const places = core.db
    .prepare(
      `SELECT ordinal, special, EXISTS (
         SELECT 1 FROM viewing WHERE episode_id = episode.id AND removed_by IS NULL
       ) AS seen
       FROM episode WHERE show_id = ? ORDER BY ordinal`,
    )
    .all(showId) as Place[]
  let run = 0
  for (const { ordinal, special, seen } of places) {
    if (seen) run = ordinal
    else if (!special) break
  }
  const line = core.db.prepare('SELECT reach FROM reading_line WHERE show_id = ?').pluck().get(showId)
  const reach = typeof line === 'number' ? line : run
  const passedOver = new Set(
    places.filter(({ ordinal, special, seen }) => special && !seen && ordinal < reach).map((p) => p.ordinal),
  )
  const on = core.db
    .prepare(
      `SELECT episode.ordinal, position_ms AS at FROM running_episode
       JOIN episode ON episode.id = episode_id WHERE running_episode.show_id = ?`,
    )
    .get(showId) as { ordinal: number; at: number } | undefined
  const between = places.filter(({ ordinal }) => ordinal > reach && on && ordinal < on.ordinal)
  const running = on && on.ordinal > reach && between.every(({ special }) => special) ? on : undefined
  const stored = core.db.prepare("SELECT value FROM setting WHERE key = 'veil'").pluck().get()
  const veil = JSON.parse(String(stored ?? '{"titles":true,"names":true,"nextTitle":false,"images":true}'))

  return ({ stamp, fromMs, place }) => {
    if (OWN.has(place)) return stamp <= (reach < run ? reach : reach + 1)
    if (place === 'title' && (!veil.titles || (veil.nextTitle && stamp === reach + 1))) return true
    if (NAMES.has(place) && !veil.names) return true
    // no season is hidden here, and a portrait opens with the name of its role
    if (PICTURES.has(place) && !veil.images && (place !== 'portrait' || !veil.names)) return true
    if (stamp <= reach) return !passedOver.has(stamp)
    return running !== undefined && fromMs !== null && stamp === running.ordinal && fromMs <= running.at
  }
}
