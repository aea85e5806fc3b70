import { AppError } from '@shared/app-error'
import {
  calibrationOf,
  crowdForecastsOf,
  type Forecast,
  forecastsOf,
  habitOf,
} from '@shared/boards/calibration'
import { crowdOf } from '@shared/boards/crowd'
import { leaderboardOf, sawItComing } from '@shared/boards/leaderboard'
import { decompositionOf } from '@shared/boards/murphy'
import { once } from '@shared/boards/once'
import type { OfBoard } from '@shared/boards/schema'
import type {
  Calibration,
  CardScores,
  MemberRecord,
  OfRecord,
  OfResolved,
  OfSeasonScores,
  RecordEntry,
  Scores,
  SeasonEntry,
  SeasonScores,
  Seer,
} from '@shared/boards/scores-schema'
import { crowdScoreOf, type Settled } from '@shared/boards/scoring'
import { isSettled, spansOf } from '@shared/boards/standing'
import type { BoardId, MemberId, ShowId } from '@shared/ids'
import { toReach } from '@shared/veil/reach'
import type { LibraryService } from '../library/service'
import type { MemberService } from '../members/service'
import { decidedReader } from './decided-reader'
import type { Desk } from './desk'
import type { Decided } from './settling'

const NONE: readonly never[] = []

interface Neighbours {
  readonly library: LibraryService
  readonly members: MemberService
  readonly desk: Pick<Desk, 'context' | 'store' | 'mustHave' | 'ground' | 'touchedSince'>
}

/** Scores as everybody sees them, with the member's id under its name in the contract. */
const named = <T extends { readonly member: MemberId }>({ member, ...rest }: T) => ({
  memberId: member,
  ...rest,
})

/** How well everybody on a board guesses. Nothing beyond the reading line is in any number of it. */
export function scoresService({ library, members, desk }: Neighbours) {
  const read = decidedReader(desk)

  /** What was decided on a board, in that order. A show without a board has decided nothing. */
  const decidedOn = (showId: ShowId, boardId: BoardId | null): readonly Decided[] => {
    library.mustHave(showId)
    if (boardId === null && desk.store.boards(showId).every(({ gone }) => gone)) return NONE
    return read(showId, desk.mustHave(showId, boardId).id)
  }

  const who = (id: MemberId | null): MemberId | null => id ?? members.me()?.id ?? null

  return {
    /** The leaderboard of a board, and how well one member and the crowd mean what they say. */
    scores({ showId, boardId, as }: OfBoard): Scores {
      const member = who(as)
      const settled = settledOf(decidedOn(showId, boardId))
      const { rows, crowd } = leaderboardOf(settled)
      return {
        as: member,
        rows: rows.map(named),
        crowd,
        own: calibrated(member === null ? NONE : forecastsOf(settled, member)),
        ofCrowd: calibrated(crowdForecastsOf(settled)),
      }
    },

    /** Everything that one member guessed and that was decided. */
    record({ showId, boardId, memberId }: OfRecord): MemberRecord {
      const member = who(memberId)
      const decided = decidedOn(showId, boardId)
      const settled = settledOf(decided)
      const row = leaderboardOf(settled).rows.find((each) => each.member === member)
      if (member === null || !row) {
        const calibration = calibrated(NONE)
        return { memberId: member, entries: [], means: null, rank: null, calibration, decomposition: null }
      }
      const { member: _member, rank, ...means } = row
      return {
        memberId: member,
        entries: decided.flatMap((each) => entryOf(each, member) ?? []),
        means,
        rank,
        calibration: calibrated(forecastsOf(settled, member)),
        decomposition: decompositionOf(settled, member),
      }
    },

    /** Everybody's scores on each decided card, for the cards themselves: one answer for a whole board. */
    resolved: ({ showId, boardId }: OfResolved): CardScores[] =>
      decidedOn(showId, boardId).map(({ card, judged }) => ({
        cardId: card.id,
        seers: isSettled(judged)
          ? sawItComing(judged).map(({ member, odds, brier }) => ({
              memberId: member,
              odds: [...odds],
              brier,
            }))
          : [],
      })),

    /**
     * Who saw it coming: what was decided in a season, with everybody's score for each, and the season's leaderboard.
     *
     * @throws AppError `not-found` for a season that the show has not, or that may not be known
     */
    season({ showId, boardId, seasonId }: OfSeasonScores): SeasonScores {
      const decided = decidedOn(showId, boardId)
      const rows = library
        .knownRows(showId, library.horizonOf(showId))
        .filter((row) => row.season_id === seasonId)
      if (rows.length === 0) throw new AppError('not-found', 'no such season', { what: 'season' })
      const ordinals = new Set<number>(rows.map(({ ordinal }) => ordinal))
      // what was decided before anything had been seen belongs to the season that was about to begin
      const within = decided.filter(({ place }) => ordinals.has(Math.max(place, 1)))
      const board = leaderboardOf(settledOf(within))
      return { entries: within.map(seasonEntry), rows: board.rows.map(named), crowd: board.crowd }
    },
  }
}
export type ScoresService = ReturnType<typeof scoresService>

const settledOf = once((decided: readonly Decided[]): readonly Settled<MemberId>[] =>
  decided.map(({ judged }) => judged).filter(isSettled),
)

function calibrated(forecasts: readonly Forecast[]): Calibration {
  const dots = calibrationOf(forecasts)
  return { dots, habit: habitOf(dots) }
}

function entryOf({ card, judged }: Decided, member: MemberId): RecordEntry | null {
  if (!isSettled(judged)) return null
  const seers = sawItComing(judged)
  const own = seers.find((each) => each.member === member)
  if (!own) return null
  let after = judged.from
  const course: RecordEntry['course'] = []
  for (const { length, standing } of spansOf(judged)) {
    const odds = standing.get(member)
    const before = course.at(-1)
    // others may have changed theirs in between
    if (before && odds && odds.join() === before.odds.join()) before.length += length
    else if (odds) course.push({ after: toReach(after), length, odds: [...odds] })
    after += length
  }
  const { member: _member, odds: _odds, ...scored } = own
  return { card, course, ...scored, of: seers.length }
}

function seasonEntry({ card, judged }: Decided): SeasonEntry {
  if (!isSettled(judged)) return { card, seers: [], crowd: null }
  const seers = sawItComing(judged).map((each): Seer => ({ ...named(each), odds: [...each.odds] }))
  const score = crowdScoreOf(judged)
  const odds = crowdOf(spansOf(judged).at(-1)?.standing ?? new Map())
  return { card, seers, crowd: score === null || odds === null ? null : { ...score, odds } }
}
