import {
  type Board,
  type BoardLane,
  type BoardNews,
  type Card,
  type OfBoard,
  type OfBoardSince,
  StepWords,
} from '@shared/boards/schema'
import type { BoardId, CardId, LaneId, MemberId } from '@shared/ids'
import type { OnCard } from './card-view'
import type { Ground } from './closing'
import type { Desk } from './desk'
import { sightsOf } from './sights'
import type { CardRow, LaneRow } from './store'
import { wholeLists } from './whole-lists'

/** Boards that are kept as a member saw them last. */
const KEPT = 4
const NONE: readonly never[] = []

interface Lying {
  readonly laneId: LaneId
  readonly place: string
  readonly card: Card
}

/** A board as it was answered: its cards, and the order of each lane. */
interface Kept {
  seq: number
  readonly sight: number
  readonly lying: Map<CardId, Lying>
  readonly order: Map<LaneId, CardId[]>
  /** Every card that could be read at some time: of the others nothing is told, not even that they were touched. */
  readonly read: Set<CardId>
}

/** The name of a step, as it is told; null for none, and for one that this version does not know. */
export const stepOf = (name: string | null): StepWords | null => {
  const read = StepWords.safeParse(name)
  return read.success ? read.data : null
}

export interface ReaderOptions {
  readonly toCard: (row: CardRow, on: OnCard, ground: Ground, as: MemberId | null) => Card
  /** What hangs on one card. */
  readonly onCard: (row: CardRow) => OnCard
  readonly memberOrNull: (id: MemberId | null) => MemberId | null
}

/**
 * Answers boards. The last answers are kept, card by card, and only what was touched since is made anew: a step on a
 * board of thousands of cards costs one of them. What else an answer depends on, the reading line, the show's rows,
 * the notes, makes a new *sight*, and everything is read again.
 */
export function boardReader(desk: Desk, { toCard, onCard, memberOrNull }: ReaderOptions) {
  const { store, docs, context } = desk
  const listsOf = wholeLists(context.db)
  const kept = new Map<string, Kept>()
  // versions of another run of the core name nothing here
  const run = context.newId().slice(-8)
  const sightOf = sightsOf(context.db, ['episode', 'question', 'beat', 'note', 'board_start'])

  const readWhole = (id: BoardId, seq: number, sight: number, ground: Ground, who: MemberId | null): Kept => {
    const { labels, evidence, odds, verdicts } = listsOf(id)
    const lying = new Map<CardId, Lying>()
    const order = new Map<LaneId, CardId[]>()
    const read = new Set<CardId>()
    for (const row of store.cards(id)) {
      const on: OnCard = {
        labels: labels.get(row.id) ?? NONE,
        evidence: evidence.get(row.id) ?? NONE,
        odds: odds.get(row.id) ?? NONE,
        verdicts: verdicts.get(row.id) ?? NONE,
      }
      const card = toCard(row, on, ground, who)
      lying.set(row.id, { laneId: row.laneId, place: row.place, card })
      if (!card.veiled) read.add(row.id)
      const lane = order.get(row.laneId)
      if (lane) lane.push(row.id)
      else order.set(row.laneId, [row.id])
    }
    return { seq, sight, lying, order, read }
  }

  /** Puts one card anew to where it lies now, or takes it away. */
  const refresh = (state: Kept, id: CardId, boardId: BoardId, ground: Ground, who: MemberId | null): void => {
    const before = state.lying.get(id)
    if (before) {
      const lane = state.order.get(before.laneId) ?? []
      lane.splice(lane.indexOf(id), 1)
      state.lying.delete(id)
    }
    const row = store.card(id)
    if (!row || row.boardId !== boardId || row.archivedAt !== null || row.goneAt !== null) return
    const lane = state.order.get(row.laneId) ?? []
    state.order.set(row.laneId, lane)
    const isBefore = (other: CardId) => {
      const place = state.lying.get(other)?.place ?? ''
      return place < row.place || (place === row.place && other < id)
    }
    let [low, high] = [0, lane.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(lane[middle] as CardId)) low = middle + 1
      else high = middle
    }
    lane.splice(low, 0, id)
    const card = toCard(row, onCard(row), ground, who)
    state.lying.set(id, { laneId: row.laneId, place: row.place, card })
    if (!card.veiled) state.read.add(id)
  }

  /** The board as it is now, for a member. */
  const current = ({ showId, boardId, as }: OfBoard) => {
    const { id } = desk.mustHave(showId, boardId)
    const who = memberOrNull(as)
    const ground = desk.ground(showId, id)
    const sight = sightOf(showId, id, who, ground)
    const seq = store.lastSeq(id)
    const name = `${id} ${who}`
    const known = kept.get(name)
    // asked in any case, because what is touched is remembered from the first time on
    const since = desk.touchedSince(id, known?.seq ?? seq)
    const touched = known?.sight === sight ? since : null
    let state: Kept
    // read one by one, hundreds of cards take longer than all at once
    if (known && touched && touched.size <= 200) {
      for (const card of touched) refresh(known, card as CardId, id, ground, who)
      known.seq = seq
      state = known
    } else state = readWhole(id, seq, sight, ground, who)
    kept.delete(name)
    // within a transaction that may be taken back nothing is kept
    if (!context.db.inTransaction) kept.set(name, state)
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return { id, state, lanes: store.lanes(id) }
  }

  const versionOf = ({ sight, seq }: Kept): string => `${run}.${sight}.${seq}`

  const stateOf = (id: BoardId, state: Kept) => {
    const { undo, redo } = docs.steps(id)
    const title = store.board(id)?.title ?? null
    return { version: versionOf(state), title, undo: stepOf(undo), redo: stepOf(redo), ...docs.state(id) }
  }

  /** What lies in a lane: the cards that may be read, in order, and the veils of the others. */
  const inLane = ({ order, lying }: Kept, { id }: LaneRow) => {
    const open: Card[] = []
    const veils: Card[] = []
    for (const card of order.get(id) ?? NONE) {
      const found = lying.get(card)?.card
      if (found) (found.veiled ? veils : open).push(found)
    }
    return { open, veils }
  }

  const whole = (id: BoardId, state: Kept, lanes: readonly LaneRow[]): Board => ({
    id,
    ...stateOf(id, state),
    lanes: lanes.map((lane): BoardLane => {
      const { open, veils } = inLane(state, lane)
      return {
        id: lane.id,
        role: lane.role,
        name: lane.name,
        cards: veils.length === 0 ? open : [...open, ...veils],
      }
    }),
  })

  return {
    /** A board as one member sees it. A show without one has it made. */
    board(of: OfBoard): Board {
      const { id, state, lanes } = current(of)
      return whole(id, state, lanes)
    },

    /** What has happened to a board since a version of it, as the same member sees it. */
    since({ known, ...of }: OfBoardSince): BoardNews {
      const { id, state, lanes } = current(of)
      const [itsRun, sight, seq] = known.split('.')
      const told = itsRun === run && Number(sight) === state.sight ? desk.touchedSince(id, Number(seq)) : null
      const own = stateOf(id, state)
      if (!told) return { ...own, whole: whole(id, state, lanes), touched: [], cards: [], lanes: [] }
      const touched = ([...told] as CardId[]).filter((card) => state.read.has(card))
      const fresh = touched.flatMap((card) => state.lying.get(card) ?? [])
      const written = new Set(fresh.map(({ laneId }) => laneId))
      return {
        ...own,
        whole: null,
        touched,
        cards: fresh.flatMap(({ card }) => (card.veiled ? [] : [card])),
        lanes: lanes.map((lane) => {
          const { open, veils } = inLane(state, lane)
          const order = written.has(lane.id) ? open.flatMap((card) => (card.veiled ? [] : [card.id])) : null
          return {
            id: lane.id,
            role: lane.role,
            name: lane.name,
            order,
            veils: veils.flatMap((veil) => (veil.veiled ? [veil] : [])),
          }
        }),
      }
    },
  }
}
