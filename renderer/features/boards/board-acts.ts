import { AppError } from '@shared/app-error'
import type { Odds, Outcome } from '@shared/boards/odds-schema'
import { laneOf } from '@shared/boards/rules'
import type { Board, CardDraft, StepWords } from '@shared/boards/schema'
import { type BoardId, type CardId, ItemId, type LaneId, type MemberId } from '@shared/ids'
import { m } from '@shared/messages'
import { IsoTime } from '@shared/time'
import { freshId } from '@shared/uuid'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMove,
  IconGavel,
  IconLock,
  IconPercentage,
  IconPlus,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { client } from '../../api/client'
import type { IconDrawing } from '../../ui/icon'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { percent } from '../../ui/words'
import { laneName, optionNames, outcomeWords, STEP_WORDS } from './board-words'
import { moveLaneOn, moveOnBoard, withCard, withOdds, withoutCards, withVerdict } from './lanes/drawn'
import type { OpenCard, Place } from './lanes/lanes'

/** What the acts of a board work on. Read when they run, so that they can stay the same. */
export interface ActsOn {
  readonly queries: QueryClient
  /** The board's answer in the cache. */
  readonly key: QueryKey
  /** Draws what is in the cache now, before it returns. The cache itself tells the page a moment later. */
  readonly redraw: () => void
  readonly boardId: BoardId
  readonly as: MemberId | null
  /** The member that `as` is; null while there is nobody but the person. */
  readonly guesser: MemberId | null
}

interface Decided {
  readonly outcome: Outcome | null
  readonly ordinal: EpisodeOrdinal | null
  readonly text?: string
}

/** One notice of the board at a time: what it takes back is always the last step. */
const NOTICE = 'board'
const now = () => IsoTime.parse(new Date().toISOString())

export const refused = (error: unknown): void =>
  sayRefusal(error instanceof AppError ? error : new AppError('internal', String(error)))

/** A decided card goes to the lane of what is resolved; one that is opened again goes back to those of its kind. */
function decideOn(board: Board, card: OpenCard, decision: Parameters<typeof withVerdict>[1]): Board {
  const decided = withCard(board, card.id, (one) => withVerdict(one, decision))
  const role = decision.outcome === null ? laneOf(card.kind) : 'resolved'
  const target = decided.lanes.find((lane) => lane.role === role)
  const isThere = target?.cards.some((one) => !one.veiled && one.id === card.id) ?? true
  return target && !isThere ? moveOnBoard(decided, [card.id], { laneId: target.id, before: null }) : decided
}

/** How long the hand rests before the core is asked how the board stands, in ms. What is drawn is right already. */
const REST_MS = 160
let underway = 0
let drawnAt = Number.NEGATIVE_INFINITY

/** Waits until nothing that was drawn is on its way any more, and nothing has been drawn for a moment. */
export async function rest(signal: AbortSignal): Promise<void> {
  const wait = () => (underway > 0 ? REST_MS : drawnAt + REST_MS - performance.now())
  for (let ms = wait(); ms > 0 && !signal.aborted; ms = wait())
    await new Promise((later) => setTimeout(later, ms))
}

/**
 * What can be done with a board. The screen changes at once; when the core refuses, the screen asks it how things
 * stand. Every change is a step that can be taken back, from its notice or later.
 */
export function boardActs(on: () => ActsOn) {
  async function tell(work: () => Promise<unknown>, draw?: (board: Board) => Board): Promise<boolean> {
    const { queries, key, redraw } = on()
    if (draw) {
      void queries.cancelQueries({ queryKey: key })
      queries.setQueryData<Board>(key, (board) => board && draw(board))
      drawnAt = performance.now()
      redraw()
    }
    underway += 1
    try {
      // what is drawn comes first: to tell the core takes a millisecond of the frame
      if (draw) await new Promise((later) => setTimeout(later))
      await work()
      return true
    } catch (error) {
      if (draw) void queries.invalidateQueries({ queryKey: key })
      refused(error)
      return false
    } finally {
      underway -= 1
    }
  }
  const board = () => on().queries.getQueryData<Board>(on().key)
  const lane = (id: LaneId) => board()?.lanes.find((one) => one.id === id)

  const step = async (way: 'undo' | 'redo'): Promise<void> => {
    try {
      const done: StepWords | null = await client.boards[way]({ boardId: on().boardId })
      if (done === null)
        toasts.show({ key: NOTICE, text: way === 'undo' ? m.boards_no_undo() : m.boards_no_redo() })
      else if (way === 'undo')
        toasts.show({
          key: NOTICE,
          icon: IconArrowBackUp,
          text: m.boards_undone({ what: STEP_WORDS[done]() }),
        })
      else
        toasts.show({
          key: NOTICE,
          icon: IconArrowForwardUp,
          text: m.boards_redone({ what: STEP_WORDS[done]() }),
          undo: () => void step('undo'),
        })
    } catch (error) {
      refused(error)
    }
  }
  const notice = (text: string, icon: IconDrawing) =>
    toasts.show({ key: NOTICE, text, icon, undo: () => void step('undo') })
  const drawOdds = (id: CardId, odds: Odds) => {
    const { guesser } = on()
    // before anybody was named there is no member to draw; the answer brings one
    return guesser === null
      ? undefined
      : (board: Board) => withCard(board, id, (card) => withOdds(card, guesser, odds, now()))
  }

  return {
    undo: () => step('undo'),
    redo: () => step('redo'),

    /** Moves cards, and tells of it when they come into another lane. */
    async move(ids: readonly CardId[], place: Place): Promise<boolean> {
      const target = lane(place.laneId)
      const isStay = target?.cards.some((card) => !card.veiled && card.id === ids[0]) ?? false
      const done = await tell(
        () => client.boards.move({ ids: [...ids], ...place }),
        (drawn) => moveOnBoard(drawn, ids, place),
      )
      if (done && target && !isStay)
        notice(m.boards_moved({ count: ids.length, lane: laneName(target) }), IconArrowsMove)
      return done
    },
    async putAway(ids: readonly CardId[]): Promise<void> {
      const done = await tell(
        () => client.boards.putAway({ ids: [...ids] }),
        (drawn) => withoutCards(drawn, ids),
      )
      if (done) notice(m.boards_put_away({ count: ids.length }), IconArchive)
    },
    async bringBack(ids: readonly CardId[]): Promise<void> {
      if (await tell(() => client.boards.bringBack({ ids: [...ids] })))
        notice(m.boards_brought_back({ count: ids.length }), IconArrowBackUp)
    },
    /** Takes cards off the board and out of the archive. */
    async remove(ids: readonly CardId[]): Promise<void> {
      const done = await tell(
        () => client.boards.remove({ ids: [...ids] }),
        (drawn) => withoutCards(drawn, ids),
      )
      if (done) notice(m.boards_removed({ count: ids.length }), IconTrash)
    },
    async label(ids: readonly CardId[], label: string, isOn: boolean): Promise<void> {
      if (await tell(() => client.boards.label({ ids: [...ids], label, on: isOn })))
        notice(isOn ? m.boards_labelled({ label }) : m.boards_unlabelled({ label }), IconTag)
    },

    /** Gives odds as whoever guesses, and says them. */
    async giveOdds({ id, form }: Pick<OpenCard, 'id' | 'form'>, odds: Odds): Promise<boolean> {
      const done = await tell(
        () => client.boards.giveOdds({ cardId: id, memberId: on().as, odds }),
        drawOdds(id, odds),
      )
      const [yes = 0] = odds
      const most = odds.indexOf(Math.max(...odds))
      const said =
        form.is === 'yes-no'
          ? percent(yes)
          : m.boards_option_odds({ option: optionNames(form)[most] ?? '', odds: percent(odds[most] ?? 0) })
      if (done) notice(m.boards_your_odds({ odds: said }), IconPercentage)
      return done
    },
    async sealOdds({ id }: Pick<OpenCard, 'id'>, odds: Odds): Promise<boolean> {
      const done = await tell(() => client.boards.sealOdds({ cardId: id, memberId: on().as, odds }))
      if (done) notice(m.boards_odds_sealed(), IconLock)
      return done
    },

    /** Decides a card, or opens it again with no outcome. */
    async resolve(card: OpenCard, { outcome, ordinal, text = '' }: Decided): Promise<boolean> {
      const memberId = on().as
      const decision = { id: ItemId.parse(freshId()), outcome, ordinal, memberId, at: now() }
      const done = await tell(
        () => client.boards.resolve({ cardId: card.id, outcome, memberId, ordinal, text }),
        (drawn) => decideOn(drawn, card, decision),
      )
      if (done)
        notice(
          outcome === null
            ? m.boards_reopened()
            : m.boards_resolved({ outcome: outcomeWords(outcome, card.form, card.kind) }),
          IconGavel,
        )
      return done
    },

    /** Writes a card, new or again. Answers whether it is on disk. */
    async save(draft: CardDraft, isNew: boolean): Promise<boolean> {
      const done = await tell(() => client.boards.save(draft))
      if (done) notice(isNew ? m.boards_added() : m.boards_changed(), IconPlus)
      return done
    },
    /** Writes a prediction whose words stay sealed. */
    async sealCard(draft: CardDraft, odds: Odds): Promise<boolean> {
      const done = await tell(() => client.boards.sealCard({ draft, odds }))
      if (done) notice(m.boards_words_sealed(), IconLock)
      return done
    },

    async saveLane(id: LaneId, name: string | null): Promise<void> {
      const isNew = lane(id) === undefined
      if (await tell(() => client.boards.saveLane({ boardId: on().boardId, id, name })))
        notice(isNew ? m.boards_lane_added() : m.boards_lane_renamed(), IconPlus)
    },
    async moveLane(id: LaneId, before: LaneId | null): Promise<void> {
      await tell(
        () => client.boards.moveLane({ boardId: on().boardId, id, before }),
        (drawn) => moveLaneOn(drawn, id, before),
      )
    },
    async dropLane(id: LaneId, to: LaneId): Promise<void> {
      if (await tell(() => client.boards.dropLane({ boardId: on().boardId, id, to })))
        notice(m.boards_lane_removed(), IconTrash)
    },
    /** Does something that has its own notice. */
    tell: (work: () => Promise<unknown>) => tell(work),
    notice,
  }
}
export type BoardActs = ReturnType<typeof boardActs>
