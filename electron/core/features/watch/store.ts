import { EpisodeId, ShowId } from '@shared/ids'
import { Ms } from '@shared/time'
import { Rate, WatchSource } from '@shared/watch/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const KeptRow = z
  .object({
    episode_id: EpisodeId,
    show_id: ShowId,
    source: WatchSource,
    position_ms: Ms,
    rate: Rate,
  })
  .transform(({ episode_id, show_id, position_ms, ...rest }) => ({
    ...rest,
    episodeId: episode_id,
    showId: show_id,
    positionMs: position_ms,
  }))
export type KeptClock = z.infer<typeof KeptRow>

const MaybeShow = ShowId.nullable()
const MaybeEpisode = EpisodeId.nullable()

export interface ClockToKeep {
  readonly episodeId: EpisodeId
  readonly source: WatchSource
  readonly positionMs: number
  readonly rate: number
  readonly playing: boolean
}

/** The clock as it stood, the offsets of cuts, and what a person said about files. */
export function watchStore(db: Database) {
  const kept = db.prepare(`
    SELECT watching.episode_id, episode.show_id, watching.source, watching.position_ms, watching.rate
    FROM watching
    JOIN episode ON episode.id = watching.episode_id
    JOIN show ON show.id = episode.show_id AND show.ready = 1
  `)
  const keep = db.prepare(`
    INSERT INTO watching (only, episode_id, source, position_ms, rate, playing, kept_at)
    VALUES (1, @episodeId, @source, @positionMs, @rate, @playing, @now)
    ON CONFLICT (only) DO UPDATE SET
      episode_id = excluded.episode_id, source = excluded.source, position_ms = excluded.position_ms,
      rate = excluded.rate, playing = excluded.playing, kept_at = excluded.kept_at
  `)
  const forget = db.prepare('DELETE FROM watching')
  const showOf = db
    .prepare(`
    SELECT episode.show_id
    FROM episode
    JOIN show ON show.id = episode.show_id AND show.ready = 1
    WHERE episode.id = ?
  `)
    .pluck()
  const offset = db
    .prepare('SELECT offset_ms FROM cut_offset WHERE source = @source AND episode_id = @episodeId')
    .pluck()
  const setOffset = db.prepare(`
    INSERT INTO cut_offset (source, episode_id, offset_ms) VALUES (@source, @episodeId, @offsetMs)
    ON CONFLICT (source, episode_id) DO UPDATE SET offset_ms = excluded.offset_ms
  `)
  const clearOffset = db.prepare('DELETE FROM cut_offset WHERE source = @source AND episode_id = @episodeId')
  const named = db.prepare('SELECT episode_id FROM media_name WHERE name = ?').pluck()
  const setName = db.prepare(`
    INSERT INTO media_name (name, episode_id, said_at) VALUES (@name, @episodeId, @now)
    ON CONFLICT (name) DO UPDATE SET episode_id = excluded.episode_id, said_at = excluded.said_at
  `)
  // everything that can open in the middle of an episode
  const opensBetween = db
    .prepare(`
    WITH opening (from_ms) AS (
      SELECT beat.safe_from_ms FROM beat JOIN episode ON episode.id = beat.episode_id
      WHERE episode.show_id = @showId AND beat.safe_after = @ordinal
      UNION ALL
      SELECT safe_from_ms FROM role WHERE show_id = @showId AND safe_after = @ordinal
      UNION ALL
      SELECT role_fact.safe_from_ms FROM role_fact JOIN role ON role.id = role_fact.role_id
      WHERE role.show_id = @showId AND role_fact.safe_after = @ordinal
      UNION ALL
      SELECT safe_from_ms FROM relationship WHERE show_id = @showId AND safe_after = @ordinal
      UNION ALL
      SELECT reading.safe_from_ms FROM reading JOIN tracker ON tracker.id = reading.tracker_id
      WHERE tracker.show_id = @showId AND reading.safe_after = @ordinal
      UNION ALL
      SELECT safe_from_ms FROM artwork WHERE show_id = @showId AND safe_after = @ordinal
    )
    SELECT EXISTS (SELECT 1 FROM opening WHERE from_ms > @fromMs AND from_ms <= @toMs)
  `)
    .pluck()

  return {
    /** The clock as it was last kept, if its episode is still there. */
    kept: (): KeptClock | null => {
      const row = KeptRow.safeParse(kept.get())
      return row.success ? row.data : null
    },
    keep: (clock: ClockToKeep, now: string): void =>
      void keep.run({ ...clock, playing: clock.playing ? 1 : 0, now }),
    forget: (): void => void forget.run(),
    /** The show of an episode, null when there is no such episode any more. */
    showOf: (id: EpisodeId): ShowId | null => MaybeShow.parse(showOf.get(id) ?? null),
    offset: (source: WatchSource, episodeId: EpisodeId): number =>
      Number(offset.get({ source, episodeId }) ?? 0),
    setOffset: (source: WatchSource, episodeId: EpisodeId, offsetMs: number): void =>
      void (offsetMs === 0
        ? clearOffset.run({ source, episodeId })
        : setOffset.run({ source, episodeId, offsetMs })),
    /** The episode that the person said a name means. */
    named: (name: string): EpisodeId | null => MaybeEpisode.parse(named.get(name) ?? null),
    setName: (name: string, episodeId: EpisodeId, now: string): void =>
      void setName.run({ name, episodeId, now }),
    /** Whether something opens with an episode after one moment of it and not after another. */
    opensBetween: (showId: ShowId, ordinal: number, a: number, b: number): boolean =>
      opensBetween.get({ showId, ordinal, fromMs: Math.min(a, b), toMs: Math.max(a, b) }) === 1,
  }
}
export type WatchStore = ReturnType<typeof watchStore>
