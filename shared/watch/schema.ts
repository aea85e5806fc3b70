import { z } from 'zod'
import { DAY_MS } from '../day'
import { EpisodeId, ShowId } from '../ids'
import { EpisodeDetails } from '../library/schema'
import { IsoTime, Ms } from '../time'
import { EpisodeOrdinal } from '../veil/schema'

/** The players that can say where they are. */
export const PlayerKind = z.enum(['mpv', 'vlc', 'mpris', 'kodi', 'jellyfin'])
export type PlayerKind = z.infer<typeof PlayerKind>

/** Who moves the clock: the person, or a player. */
export const WatchSource = z.enum(['manual', ...PlayerKind.options])
export type WatchSource = z.infer<typeof WatchSource>

/** How fast the clock runs: 1 is as filmed. */
export const Rate = z.number().min(0.1).max(8)
export type Rate = z.infer<typeof Rate>

/** A step of the clock, or the offset of a cut: a day at most, either way. */
export const SignedMs = z.int().min(-DAY_MS).max(DAY_MS)

/** A file's or a programme's name as a player tells it, without its folder. */
export const MediaName = z.string().min(1).max(400)

export const PlayerState = z.enum(['playing', 'paused', 'idle', 'connecting', 'lost'])
export type PlayerState = z.infer<typeof PlayerState>

/**
 * The player that the clock was told to follow. `idle` has nothing on; `connecting` has not been reached yet; `lost`
 * went away, and the clock goes on by hand from where it was.
 */
export const WatchPlayer = z.strictObject({
  state: PlayerState,
  /** Since when it is in this state. */
  since: IsoTime,
  /** What the player calls itself: "mpv", "Firefox". */
  name: z.string(),
  /** What it plays, as far as it tells. */
  file: MediaName.nullable(),
  /** How far the clock was from the player when it was last heard; null when it does not follow. */
  behindMs: z.int().min(0).nullable(),
})
export type WatchPlayer = z.infer<typeof WatchPlayer>

export const WatchedEpisode = z.strictObject({
  showId: ShowId,
  episodeId: EpisodeId,
  season: z.int(),
  number: z.int(),
  ordinal: EpisodeOrdinal,
  details: EpisodeDetails,
})
export type WatchedEpisode = z.infer<typeof WatchedEpisode>

/**
 * What is on, and where it is at the moment of sending. Whoever receives it goes on counting with a clock of their
 * own (`face-rules.ts`).
 */
export const Watching = z.strictObject({
  episode: WatchedEpisode.nullable(),
  /** Where the episode is, 0 when there is none. */
  positionMs: Ms,
  playing: z.boolean(),
  rate: Rate,
  /** How much is added to the source's own time, because its cut begins later or earlier. */
  offsetMs: SignedMs,
  source: WatchSource,
  /** The clock is moved by hand: because it was chosen, or because the player is not there. */
  byHand: z.boolean(),
  /** Null when the source is manual. */
  player: WatchPlayer.nullable(),
  /** How long the episode is: as the player says, else as the pack does, where that may be known. */
  runtimeMs: Ms.nullable(),
  /** What the player plays and nobody knows the episode of. The clock does not follow it until that is said. */
  unknownFile: MediaName.nullable(),
  /** The episode is over. It is not marked as watched by itself. */
  ended: z.boolean(),
})
export type Watching = z.infer<typeof Watching>

export const NudgeBy = z.strictObject({ byMs: SignedMs })
export const ToPosition = z.strictObject({ positionMs: Ms })
export const AtRate = z.strictObject({ rate: Rate })
export const FromSource = z.strictObject({ source: WatchSource })
export const WithOffset = z.strictObject({ offsetMs: SignedMs })
/** Says which episode a name means, now and whenever a player plays it again. */
export const NameFile = z.strictObject({ name: MediaName, episodeId: EpisodeId })
export type NameFile = z.infer<typeof NameFile>
