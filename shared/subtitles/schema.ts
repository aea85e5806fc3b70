import { z } from 'zod'
import { EpisodeId, ItemId, ShowId } from '../ids'
import { IsoTime, Ms } from '../time'

/** The most that a subtitle file may hold; a film's is a tenth of a megabyte and two thousand cues. */
export const SUBTITLE_LIMITS = { bytes: 8 * 1024 * 1024, cues: 50_000, cueCharacters: 2000 } as const

export const SubtitleFormat = z.enum(['srt', 'vtt', 'ass'])
export type SubtitleFormat = z.infer<typeof SubtitleFormat>

/**
 * A line of a file that could not be taken, and why: its times cannot be read, they end before they begin, or the
 * line is not of the format. The words themselves are not repeated: they may be of a later moment.
 */
export const SubtitleTrouble = z.strictObject({
  line: z.int().min(1),
  what: z.enum(['time', 'backwards', 'format']),
})
export type SubtitleTrouble = z.infer<typeof SubtitleTrouble>

/** A language as BCP 47 writes it: `fr`, `pt-BR`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35)
export type LanguageTag = z.infer<typeof LanguageTag>

export const Subtitle = z.strictObject({
  id: ItemId,
  episodeId: EpisodeId,
  language: LanguageTag.nullable(),
  /** The name of the file, without its folder. */
  name: z.string(),
  format: SubtitleFormat,
  /** As the Encoding Standard names it: `utf-8`, `windows-1252`. */
  encoding: z.string(),
  cues: z.int(),
  /** Lines are taken from this one. One of an episode's files is. */
  chosen: z.boolean(),
  /** What could not be read, the first hundred. */
  troubles: z.array(SubtitleTrouble).max(100),
  addedAt: IsoTime,
})
export type Subtitle = z.infer<typeof Subtitle>

export const OfSubtitle = z.strictObject({ subtitleId: ItemId })
export type OfSubtitle = z.infer<typeof OfSubtitle>

export const SubtitleFile = z.strictObject({
  showId: ShowId,
  episodeId: EpisodeId,
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array),
})
export type SubtitleFile = z.infer<typeof SubtitleFile>
export const SubtitleProgress = z.strictObject({ cues: z.int(), of: z.int() })

export const ChangeLanguage = z.strictObject({ subtitleId: ItemId, language: LanguageTag.nullable() })
export type ChangeLanguage = z.infer<typeof ChangeLanguage>

/**
 * One subtitle line with its times in the episode, and its place in the file, counted from 0. A line that has not
 * been spoken yet does not leave the core: not even when it will be.
 */
export const Cue = z.strictObject({ n: z.int().min(0), fromMs: Ms, toMs: Ms, text: z.string() })
export type Cue = z.infer<typeof Cue>

export const LinesOf = z.strictObject({
  subtitleId: ItemId,
  /** Rows to pass over; a page holds at most 100. */
  offset: z.int().min(0).max(SUBTITLE_LIMITS.cues),
})
export type LinesOf = z.infer<typeof LinesOf>
export const LinePage = z.strictObject({
  rows: z.array(Cue).max(100),
  /** How many lines have been spoken so far; what comes after is not counted. */
  total: z.int(),
})
export type LinePage = z.infer<typeof LinePage>

export const SearchLines = z.strictObject({ showId: ShowId, words: z.string().max(200) })
export type SearchLines = z.infer<typeof SearchLines>
export const FoundLine = Cue.extend({ episodeId: EpisodeId, subtitleId: ItemId })
export type FoundLine = z.infer<typeof FoundLine>

/** Words that a person has just heard, to find where in the episode they are. */
export const Heard = z.strictObject({ showId: ShowId, episodeId: EpisodeId, words: z.string().max(200) })
export type Heard = z.infer<typeof Heard>

/** When somebody speaks in an episode, as far as it has been seen: pairs of start and end, in order, for the timeline. */
export const Speech = z.strictObject({ spans: z.array(z.tuple([Ms, Ms])).max(2000) })
export type Speech = z.infer<typeof Speech>

/** The line that is being spoken, or was last, as the clock passes. */
export const Spoken = z.strictObject({ episodeId: EpisodeId, line: Cue.nullable(), now: z.boolean() })
export type Spoken = z.infer<typeof Spoken>
