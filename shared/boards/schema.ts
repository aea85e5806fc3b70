import { z } from 'zod'
import { CardKind } from '../exchange/pack-schema'
import { BoardId, CardId, ItemId, LaneId, MemberId, ShowId } from '../ids'
import { IsoTime } from '../time'
import { EpisodeOrdinal, Nth, SafeAfter, spoilable, Veil } from '../veil/schema'
import { Chip, Evidence, EvidenceDraft, MOST_EVIDENCE } from './evidence-schema'
import { Form, Odds, OddsEntry, OddsOnCard, Outcome } from './odds-schema'

export { CardKind } from '../exchange/pack-schema'

/** The lanes that a board begins with, from left to right. One that a person adds has no role. */
export const LaneRole = z.enum(['questions', 'theories', 'predictions', 'resolved'])
export type LaneRole = z.infer<typeof LaneRole>

/** What a pack says became of a question. */
export const ShowsAnswer = z.enum(['yes', 'no', 'partly', 'open'])
export type ShowsAnswer = z.infer<typeof ShowsAnswer>

/** What the show itself answered, once the reading line has passed it. */
export const Answer = spoilable({ ordinal: EpisodeOrdinal, outcome: ShowsAnswer, text: z.string() })
export type Answer = z.infer<typeof Answer>

/** What became of a card, as somebody decided it. Safe after the episode that had been seen when they did. */
export const Verdict = spoilable({
  id: ItemId,
  /** Null when it was opened again. */
  outcome: Outcome.nullable(),
  /** The episode that decided it; null when none is named. */
  ordinal: EpisodeOrdinal.nullable(),
  at: IsoTime,
  /** Who decided; null for the person. */
  memberId: MemberId.nullable(),
  text: z.string(),
})
export type Verdict = z.infer<typeof Verdict>

const Label = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{C}]+$/u)
const Title = z.string().trim().min(1).max(300)
/** The most labels on a card, and the most lanes of a board. */
export const MOST_LABELS = 50
export const MOST_LANES = 100
/** The most characters of a card's text. */
export const LONGEST_TEXT = 20_000

const face = {
  id: CardId,
  kind: CardKind,
  /** Its title; empty while the words are sealed. */
  text: z.string(),
  /** Whether a pack brought the card or a person wrote it. */
  origin: z.enum(['pack', 'mine']),
  /** Who wrote it; null for the person, and for a pack's. */
  authorId: MemberId.nullable(),
  labels: z.array(z.string()).max(MOST_LABELS),
  /** The question that it grew under. */
  parentId: CardId.nullable(),
  form: Form,
  /** The episode that raised it; null for a card without a place in the show. */
  ordinal: EpisodeOrdinal.nullable(),
  /** The episode after which it is safe: as its author says, or the latest of what it rests on. */
  safeAfter: SafeAfter,
  /** The episode with which it closes, as a person says; a pack's is not told before it may be read. */
  closes: EpisodeOrdinal.nullable(),
  /** When it closed; null while odds count. */
  closedAt: IsoTime.nullable(),
  odds: OddsOnCard,
  /** The words themselves are sealed, with this fingerprint; `matches` once they have been opened. */
  wordsSealed: z
    .strictObject({ fingerprint: z.string().length(12), at: IsoTime, matches: z.boolean().nullable() })
    .nullable(),
  answer: Answer.nullable(),
  /** What stands; null while it is open. */
  verdict: Verdict.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
}

/** A card as the board shows it. */
export const Card = spoilable({
  ...face,
  /** The first characters of its text, without marks of Markdown. */
  excerpt: z.string(),
  evidence: z.array(Chip).max(MOST_EVIDENCE),
})
export type Card = z.infer<typeof Card>

/** A card with all that belongs to it. */
export const CardPage = spoilable({
  ...face,
  boardId: BoardId,
  laneId: LaneId,
  details: z.string(),
  /** The stamp that its author gave; undefined in the answer means that it follows its evidence. */
  saidSafeAfter: SafeAfter.optional(),
  archived: z.boolean(),
  evidence: z.array(Evidence).max(MOST_EVIDENCE),
  /** Everybody's odds as they were given, the earliest first, as far as they may be told. */
  history: z.array(OddsEntry).max(10_000),
  /** Every decision there was, the earliest first. */
  trace: z.array(Verdict).max(1000),
})
export type CardPage = z.infer<typeof CardPage>

export const BoardLane = z.strictObject({
  id: LaneId,
  role: LaneRole.nullable(),
  /** What a person called it; null for the name that its role has. */
  name: z.string().nullable(),
  /** Those that may be read first, in order; then the veils. */
  cards: z.array(Card),
})
export type BoardLane = z.infer<typeof BoardLane>

/** What can be taken back or done again, by what it was. */
export const StepWords = z.enum([
  'card',
  'move',
  'archive',
  'remove',
  'evidence',
  'odds',
  'seal',
  'verdict',
  'lane',
  'board',
])
export type StepWords = z.infer<typeof StepWords>

const boardState = {
  /** Names this state of the board, as this member sees it, for `since`. It means nothing else. */
  version: z.string().max(100),
  title: z.string().nullable(),
  undo: StepWords.nullable(),
  redo: StepWords.nullable(),
  /** Changes in the log that could not be read and were set aside. */
  setAside: z.int(),
  /** The board was written by a later version of the app: it can be read as it was last seen here, and not changed. */
  newer: z.boolean(),
}

export const Board = z.strictObject({ id: BoardId, ...boardState, lanes: z.array(BoardLane).max(MOST_LANES) })
export type Board = z.infer<typeof Board>

/** What has happened to a board since a version of it; `boardAfter` in news.ts puts it in. */
export const BoardNews = z.strictObject({
  ...boardState,
  /** The whole board, when it could not be told by differences; the lists are empty then. */
  whole: Board.nullable(),
  /** Cards to which something happened; those that may be read and lie on the board are in `cards`. */
  touched: z.array(CardId),
  cards: z.array(Card),
  /** Every lane, with the order of its readable cards where one of `cards` lies in it, else null. */
  lanes: z
    .array(
      z.strictObject({
        id: LaneId,
        role: LaneRole.nullable(),
        name: z.string().nullable(),
        order: z.array(CardId).nullable(),
        veils: z.array(Veil),
      }),
    )
    .max(100),
})
export type BoardNews = z.infer<typeof BoardNews>

export const BoardSummary = z.strictObject({ id: BoardId, title: z.string().nullable() })
export type BoardSummary = z.infer<typeof BoardSummary>

/** A board as a member sees it; null for the person. Without a board, the first of the show. */
export const OfBoard = z.strictObject({
  showId: ShowId,
  boardId: BoardId.nullable(),
  as: MemberId.nullable(),
})
export type OfBoard = z.infer<typeof OfBoard>

/** `known`: the version that the asker has. */
export const OfBoardSince = z.strictObject({ ...OfBoard.shape, known: z.string().max(100) })
export type OfBoardSince = z.infer<typeof OfBoardSince>

export const OneBoard = z.strictObject({ boardId: BoardId })
export const NameBoard = z.strictObject({ boardId: BoardId, title: z.string().trim().min(1).max(120) })
export const NewBoard = z.strictObject({ ...NameBoard.shape, showId: ShowId })
export type NewBoard = z.infer<typeof NewBoard>

export const LaneDraft = z.strictObject({
  boardId: BoardId,
  id: LaneId,
  /** Null gives a lane with a role the name of its role back. */
  name: z.string().trim().min(1).max(80).nullable(),
})
export type LaneDraft = z.infer<typeof LaneDraft>
export const MoveLane = z.strictObject({ boardId: BoardId, id: LaneId, before: LaneId.nullable() })
export type MoveLane = z.infer<typeof MoveLane>
/** Takes a lane away; its cards go to another one. */
export const DropLane = z.strictObject({ boardId: BoardId, id: LaneId, to: LaneId })
export type DropLane = z.infer<typeof DropLane>

/** A card on its way to disk; the writer makes the id. */
export const CardDraft = z.strictObject({
  id: CardId,
  boardId: BoardId,
  /** Where a new card goes; null for the lane of its kind. A card that is there stays where it is. */
  laneId: LaneId.nullable().default(null),
  kind: CardKind,
  text: Title,
  details: z.string().max(LONGEST_TEXT),
  labels: z.array(Label).max(MOST_LABELS).default([]),
  form: Form.default({ is: 'yes-no' }),
  authorId: MemberId.nullable().default(null),
  parentId: CardId.nullable().default(null),
  ordinal: EpisodeOrdinal.nullable(),
  closes: EpisodeOrdinal.nullable().default(null),
  /** The episode after which its author says that it is safe; left out, it follows what it rests on. */
  safeAfter: SafeAfter.optional(),
  /** What a new card rests on from the start. */
  evidence: z.array(EvidenceDraft).max(MOST_EVIDENCE).default([]),
})
export type CardDraft = z.infer<typeof CardDraft>

const Cards = z.array(CardId).min(1).max(10_000)
export const SomeCards = z.strictObject({ ids: Cards })
export type SomeCards = z.infer<typeof SomeCards>

/** Puts cards into a lane in the order given, before another card or, with null, at the end. */
export const MoveCards = z.strictObject({ ids: Cards, laneId: LaneId, before: CardId.nullable() })
export type MoveCards = z.infer<typeof MoveCards>

/** Adds a label to many cards, or takes it from them. */
export const LabelCards = z.strictObject({ ids: Cards, label: Label, on: z.boolean() })
export type LabelCards = z.infer<typeof LabelCards>

export const OfCard = z.strictObject({ id: CardId, as: MemberId.nullable() })
export type OfCard = z.infer<typeof OfCard>

export const AddEvidence = z.strictObject({ cardId: CardId, evidence: EvidenceDraft })
export type AddEvidence = z.infer<typeof AddEvidence>
export const DropEvidence = z.strictObject({ cardId: CardId, evidenceId: ItemId })
export type DropEvidence = z.infer<typeof DropEvidence>

/** A member's odds; null for the person's. */
export const GiveOdds = z.strictObject({ cardId: CardId, memberId: MemberId.nullable(), odds: Odds })
export type GiveOdds = z.infer<typeof GiveOdds>

/** A prediction whose words are sealed together with its author's odds. */
export const SealCard = z.strictObject({ draft: CardDraft, odds: Odds })
export type SealCard = z.infer<typeof SealCard>

/** Decides a card, or opens it again with a null outcome. */
export const Resolve = z.strictObject({
  cardId: CardId,
  outcome: Outcome.nullable(),
  memberId: MemberId.nullable(),
  ordinal: EpisodeOrdinal.nullable(),
  text: z.string().trim().max(2000),
})
export type Resolve = z.infer<typeof Resolve>

/** One veiled card: the nth veil of its lane. */
export const BoardPeek = z.strictObject({ boardId: BoardId, laneId: LaneId, nth: Nth })
export type BoardPeek = z.infer<typeof BoardPeek>

export const ArchivedCard = z.strictObject({
  id: CardId,
  text: z.string(),
  kind: CardKind,
  archivedAt: IsoTime,
})
export const Archive = z.strictObject({ cards: z.array(ArchivedCard), veils: z.array(Veil) })
export type Archive = z.infer<typeof Archive>

/** A card that is still open, for pages that ask what is. */
export const OpenQuestion = z.strictObject({
  id: CardId,
  text: z.string(),
  kind: CardKind,
  ordinal: EpisodeOrdinal.nullable(),
  mine: z.boolean(),
  form: Form,
  /** As the person may know them. */
  odds: OddsOnCard,
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** What is open on the first board of a show: the first 200 that may be read, and whether others wait behind a veil. */
export const OpenQuestions = z.strictObject({ open: z.array(OpenQuestion).max(200), veiled: z.boolean() })
export type OpenQuestions = z.infer<typeof OpenQuestions>
