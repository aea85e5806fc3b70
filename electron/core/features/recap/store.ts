import { EpisodeId, ItemId, RoleId, type ShowId, ThreadId } from '@shared/ids'
import { Ms } from '@shared/time'
import { SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const ThreadIds = z.array(ThreadId)
const RoleIds = z.array(RoleId)
const BeatRow = z.object({
  id: ItemId,
  episode_id: EpisodeId,
  text: z.string(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
  threads: z.string().transform((json) => ThreadIds.parse(JSON.parse(json))),
  roles: z.string().transform((json) => RoleIds.parse(JSON.parse(json))),
})
export type BeatRow = z.infer<typeof BeatRow>

const ThreadRow = z.object({ id: ThreadId, name: z.string(), safe_after: SafeAfter })

/** Beats and the storylines that they belong to. */
export function recapStore(db: Database) {
  const beats = db.prepare(`
    SELECT
      beat.id, beat.episode_id, beat.text, beat.safe_after, beat.safe_from_ms,
      (
        SELECT json_group_array(thread_id)
        FROM (SELECT thread_id FROM beat_thread WHERE beat_id = beat.id ORDER BY position)
      ) AS threads,
      (
        SELECT json_group_array(role_id)
        FROM (SELECT role_id FROM beat_role WHERE beat_id = beat.id ORDER BY position)
      ) AS roles
    FROM beat
    JOIN episode ON episode.id = beat.episode_id
    WHERE episode.show_id = ?
    ORDER BY episode.ordinal, beat.position
  `)
  const threads = db.prepare(
    'SELECT id, name, safe_after FROM thread WHERE show_id = ? ORDER BY position LIMIT 40',
  )
  return {
    beats: (showId: ShowId): BeatRow[] => beats.all(showId).map((row) => BeatRow.parse(row)),
    threads: (showId: ShowId) => threads.all(showId).map((row) => ThreadRow.parse(row)),
  }
}
export type RecapStore = ReturnType<typeof recapStore>

const VeiledBeat = z.object({ text: z.string(), safe_after: SafeAfter, safe_from_ms: Ms.nullable() })

/** The beats of one episode, in their order. */
export function beatsOfEpisode(db: Database) {
  const beats = db.prepare(
    'SELECT text, safe_after, safe_from_ms FROM beat WHERE episode_id = ? ORDER BY position LIMIT 1000',
  )
  return (episodeId: EpisodeId) => beats.all(episodeId).map((row) => VeiledBeat.parse(row))
}
