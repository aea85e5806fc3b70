import { z } from 'zod'
import { CardKind } from '../exchange/pack-schema'
import { BoardId, CardId, MemberId, SeasonId, ShowId } from '../ids'
import { IsoTime } from '../time'
import { EpisodeOrdinal, Reach } from '../veil/schema'
import { Form, Odds, Outcome } from './odds-schema'

/** The most predictions that one answer tells of. */
export const MOST_SCORED = 10_000
const Share = z.number().min(0).max(1)

const score = {
  /** 0 to 1, lower is better, as all of them. The formulas are in scoring.ts. */
  brier: z.number(),
  /** In nats. */
  log: z.number(),
  /** Against the median of the others; null when there were none. */
  relativeBrier: z.number().nullable(),
  relativeLog: z.number().nullable(),
}

/** Means over several predictions. */
export const Means = z.strictObject({
  ...score,
  /** How many predictions were scored. */
  predictions: z.int().min(1),
  /** In how many of them there were others. */
  compared: z.int().min(0),
})
export type Means = z.infer<typeof Means>

/** A member's place. Equals share a rank. */
export const ScoreRow = z.strictObject({ ...Means.shape, memberId: MemberId, rank: z.int().min(1) })
export type ScoreRow = z.infer<typeof ScoreRow>

/** One dot of a calibration; never shown without its n. */
export const CalibrationDot = z.strictObject({
  /** The mean of what was said, in percent. */
  said: z.number().min(0).max(100),
  /** How much of it came. */
  share: Share,
  n: z.int().min(1),
  /** The 95 % interval around the share. */
  low: Share,
  high: Share,
})
export type CalibrationDot = z.infer<typeof CalibrationDot>

/** What a sentence can say: "When you say 70 %, it happens 60 % of the time." */
export const Habit = z.strictObject({
  dot: CalibrationDot,
  /** It is near what it says. */
  close: z.boolean(),
  /** What was said lies outside of the interval: it is hardly chance. */
  clear: z.boolean(),
  /** How many other dots hold enough to be spoken of, and whether all of them are near what they say. */
  others: z.int().min(0),
  othersClose: z.boolean(),
})
export type Habit = z.infer<typeof Habit>

export const Calibration = z.strictObject({
  dots: z.array(CalibrationDot).max(5),
  /** Null while no dot holds enough to be spoken of. */
  habit: Habit.nullable(),
})
export type Calibration = z.infer<typeof Calibration>

/** Where a Brier score comes from: brier = reliability - resolution + uncertainty. */
export const Decomposition = z.strictObject({
  brier: z.number(),
  reliability: z.number(),
  resolution: z.number(),
  uncertainty: z.number(),
  predictions: z.int().min(1),
})
export type Decomposition = z.infer<typeof Decomposition>

/** How well everybody on a board guesses, to the member who asks. */
export const Scores = z.strictObject({
  /** The member whose calibration it is; null when the one who asks is no member yet. */
  as: MemberId.nullable(),
  rows: z.array(ScoreRow).max(1000),
  /** The crowd as a forecaster of its own; null while no prediction had two. */
  crowd: Means.nullable(),
  own: Calibration,
  ofCrowd: Calibration,
})
export type Scores = z.infer<typeof Scores>

/** A prediction of which it is known what became of it. */
export const ResolvedCard = z.strictObject({
  id: CardId,
  kind: CardKind,
  /** Its title; empty when it was sealed and its seal does not open. */
  text: z.string(),
  form: Form,
  outcome: Outcome,
  /** The episode that decided it; null when none is named. */
  ordinal: EpisodeOrdinal.nullable(),
  /** Who decided, when, and in which words; null for the person. */
  decidedBy: MemberId.nullable(),
  at: IsoTime,
  words: z.string(),
})
export type ResolvedCard = z.infer<typeof ResolvedCard>

/** Odds that stood for a while. */
export const Stretch = z.strictObject({
  /** The first interval: the last episode that had been seen, 0 before the first. */
  after: Reach,
  /** For how many intervals. */
  length: z.int().min(1),
  odds: Odds,
})
export type Stretch = z.infer<typeof Stretch>

/** One prediction in a member's record. */
export const RecordEntry = z.strictObject({
  card: ResolvedCard,
  /** Their odds as they stood, the earliest first. */
  course: z.array(Stretch).min(1).max(10_000),
  ...score,
  /** The place among those who gave odds, and how many they were. */
  rank: z.int().min(1),
  of: z.int().min(1),
})
export type RecordEntry = z.infer<typeof RecordEntry>

/** What one member has guessed on a board, and how well. */
export const MemberRecord = z.strictObject({
  /** Null when the person is no member yet. */
  memberId: MemberId.nullable(),
  /** In the order in which they were decided. */
  entries: z.array(RecordEntry).max(MOST_SCORED),
  means: Means.nullable(),
  rank: z.int().min(1).nullable(),
  calibration: Calibration,
  decomposition: Decomposition.nullable(),
})
export type MemberRecord = z.infer<typeof MemberRecord>

/** How near one member came to one outcome. */
export const Seer = z.strictObject({
  memberId: MemberId,
  rank: z.int().min(1),
  /** What stood last before the close. */
  odds: Odds,
  ...score,
})
export type Seer = z.infer<typeof Seer>

export const SeasonEntry = z.strictObject({
  card: ResolvedCard,
  /** Everybody who gave odds, the nearest first; nobody for a void one. */
  seers: z.array(Seer).max(1000),
  crowd: z
    .strictObject({
      /** In percent, not rounded. */
      odds: z.array(z.number()),
      ...score,
    })
    .nullable(),
})
export type SeasonEntry = z.infer<typeof SeasonEntry>

/** Who saw it coming in one season. */
export const SeasonScores = z.strictObject({
  /** What was decided in it, in that order; void ones too, which count for nothing. */
  entries: z.array(SeasonEntry).max(MOST_SCORED),
  rows: z.array(ScoreRow).max(1000),
  crowd: Means.nullable(),
})
export type SeasonScores = z.infer<typeof SeasonScores>

/** A member's record on a board. Without a board, the first of the show; without a member, the person's. */
export const OfRecord = z.strictObject({
  showId: ShowId,
  boardId: BoardId.nullable(),
  memberId: MemberId.nullable(),
})
export type OfRecord = z.infer<typeof OfRecord>

/** What was decided in a season, on one board. Without a board, the first of the show. */
export const OfSeasonScores = z.strictObject({
  showId: ShowId,
  boardId: BoardId.nullable(),
  seasonId: SeasonId,
})
export type OfSeasonScores = z.infer<typeof OfSeasonScores>

/** Everybody's last odds on one decided card, and how they scored; the nearest first. */
export const CardScores = z.strictObject({
  cardId: CardId,
  /** Nobody for a void one. */
  seers: z.array(z.strictObject({ memberId: MemberId, odds: Odds, brier: z.number() })).max(1000),
})
export type CardScores = z.infer<typeof CardScores>

/** A board whose decided cards are asked for. Without a board, the first of the show. */
export const OfResolved = z.strictObject({ showId: ShowId, boardId: BoardId.nullable() })
export type OfResolved = z.infer<typeof OfResolved>
