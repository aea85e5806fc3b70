import { AppError } from '@shared/app-error'
import { LaneRole, type StepWords } from '@shared/boards/schema'
import { BoardId, CardId, type LaneId, type MemberId, type ShowId } from '@shared/ids'
import type { IsoTime } from '@shared/time'
import { uuidV7 } from '@shared/uuid'
import { isSafe } from '@shared/veil/rules'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { type CoreContext, nowIso } from '../../context'
import { remembered } from '../../db/remembered'
import { type Documents, documents } from '../../documents/documents'
import { sha256 } from '../../sha256'
import type { LibraryService } from '../library/service'
import type { MemberService } from '../members/service'
import { FORMAT, formatOf, lanesOf, metaOf, prepare, put } from './board-doc'
import type { Ground } from './closing'
import { mendFrom } from './mend'
import { type Placed, placesAt } from './places'
import { projection } from './projection'
import { recentChanges } from './recent-changes'
import { type BoardStore, boardStore, type CardRow, type LaneRow } from './store'

/** What every part of the boards works with. */
export interface Desk {
  readonly context: CoreContext
  readonly library: LibraryService
  readonly members: MemberService
  readonly store: BoardStore
  readonly docs: Documents
  readonly now: () => IsoTime
  /** Begins a board of a show. */
  readonly begin: (showId: ShowId, title: string | null, id?: BoardId) => BoardId
  /** The board of a show that is meant: the one that is named, or the first. Made when there is none. */
  readonly mustHave: (
    showId: ShowId,
    boardId: BoardId | null,
  ) => { readonly id: BoardId; readonly showId: ShowId }
  readonly showOf: (boardId: BoardId) => ShowId
  readonly mustRead: (id: CardId) => CardRow
  /** The cards that were touched after a change, by its number in the log; null when nobody knows. */
  readonly touchedSince: (id: BoardId, seq: number) => ReadonlySet<string> | null
  readonly lanes: (id: BoardId) => LaneRow[]
  readonly laneFor: (id: BoardId, role: LaneRole) => LaneRow
  /** Places for cards at a spot of a lane; null is its end. */
  readonly placesFor: (id: BoardId, laneId: LaneId, before: CardId | null, ids: readonly CardId[]) => Placed[]
  readonly ground: (showId: ShowId, boardId: BoardId) => Ground
  /** The pack's key of an episode. @throws AppError `not-found` */
  readonly keyOf: (showId: ShowId, ordinal: EpisodeOrdinal | null) => string | null
  /** The key of the last episode that has been seen, null for none. */
  readonly afterKey: (showId: ShowId) => string | null
  /** Whether an episode has begun for the person: its clock has run, or it lies within what they have seen. */
  readonly hasBegun: (showId: ShowId, ordinal: EpisodeOrdinal) => boolean
  /** The member that is meant; null is the person, who begins to be a member. @throws AppError `not-found` */
  readonly memberOf: (id: MemberId | null) => MemberId
  /** Does a step of the person's that can be taken back. */
  readonly step: (
    id: BoardId,
    name: StepWords,
    make: (doc: Y.Doc) => void,
    author?: MemberId | null,
    about?: CardId,
  ) => boolean
}

const missing = (what: 'board' | 'card' | 'lane' | 'episode' | 'member') =>
  new AppError('not-found', `no such ${what}`, { what })

/** An id that depends on nothing but what it is made from, so that two replicas make the same one. */
export function madeId(...from: readonly string[]): string {
  const hash = sha256(from.join('\n'))
  return uuidV7(hash.readUIntBE(0, 6), hash.subarray(6, 16))
}

/** The card of a pack's question on a board. */
export const cardOfQuestion = (boardId: BoardId, key: string): CardId =>
  CardId.parse(madeId(boardId, 'question', key))

/** The lanes that a board begins with. Their ids depend on the board, and so does nothing else. */
function firstLanes(doc: Y.Doc, boardId: BoardId): void {
  const places = generateNKeysBetween(null, null, LaneRole.options.length)
  for (const [at, role] of LaneRole.options.entries()) {
    const id = madeId(boardId, 'lane', role)
    put(lanesOf(doc), `${id}.role`, role)
    put(lanesOf(doc), `${id}.place`, places[at] ?? '')
  }
}

export function boardDesk(context: CoreContext, library: LibraryService, members: MemberService): Desk {
  const { db } = context
  const store = boardStore(db)
  const view = projection(db)
  const recent = recentChanges(store)
  const docs = documents(context, {
    format: FORMAT,
    formatOf,
    prepare,
    project(id, doc, changes) {
      const touched = view.project(id, doc, changes)
      // what grew under a card names it, and only while it may be read
      const grown = touched === null ? [] : store.grownUnder(id as BoardId, [...touched])
      recent.note(id as BoardId, touched && new Set([...touched, ...grown]))
    },
    mend: (id, doc) => mendFrom(doc, store.kept(id)),
  })
  const now = () => nowIso(context)

  const keys = remembered(db, ['episode'], (showId: ShowId) => {
    const rows = store.episodeKeys(showId)
    return {
      ordinals: new Map(rows.map(({ key, ordinal }) => [key, ordinal])),
      keys: new Map(rows.map(({ key, ordinal }) => [ordinal as number, key])),
    }
  })

  const begin = (showId: ShowId, title: string | null, id = BoardId.parse(context.newId())): BoardId => {
    docs.create(id, showId, (doc) => {
      const meta = metaOf(doc)
      put(meta, 'format', FORMAT)
      put(meta, 'title', title)
      put(meta, 'made', now())
      firstLanes(doc, id)
    })
    return id
  }

  return {
    context,
    library,
    members,
    store,
    docs,
    now,
    begin,
    mustHave(showId, boardId) {
      library.mustHave(showId)
      if (boardId !== null) {
        const found = store.board(boardId)
        if (!found || found.showId !== showId || found.gone) throw missing('board')
        return { id: boardId, showId }
      }
      const [first] = store.boards(showId).filter(({ gone }) => !gone)
      return { id: first?.id ?? begin(showId, null), showId }
    },
    showOf(boardId) {
      const found = store.board(boardId)
      if (!found) throw missing('board')
      return found.showId
    },
    mustRead(id) {
      const row = store.card(id)
      if (!row || row.goneAt !== null) throw missing('card')
      return row
    },
    touchedSince: recent.since,
    lanes: (id) => store.lanes(id),
    laneFor(id, role) {
      const lanes = store.lanes(id)
      const lane = lanes.find((each) => each.role === role) ?? lanes[0]
      if (!lane) throw missing('lane')
      return lane
    },
    placesFor(id, laneId, before, ids) {
      const moving = new Set<string>(ids)
      const order = store.order(id, laneId).filter((each) => !moving.has(each.id))
      const at = before === null ? -1 : order.findIndex((each) => each.id === before)
      return placesAt(order, at < 0 ? order.length : at, ids)
    },
    ground(showId, boardId) {
      const { ordinals } = keys(showId)
      const starts = new Map<number, IsoTime[]>()
      for (const { key, at } of store.starts(boardId)) {
        const ordinal = ordinals.get(key)
        if (ordinal === undefined) continue
        const times = starts.get(ordinal)
        if (times) times.push(at)
        else starts.set(ordinal, [at])
      }
      return {
        horizon: library.horizonOf(showId),
        ordinalOf: (key) => ordinals.get(key),
        startsOf: (ordinal) => starts.get(ordinal) ?? [],
      }
    },
    keyOf(showId, ordinal) {
      if (ordinal === null) return null
      const key = keys(showId).keys.get(ordinal)
      if (key === undefined) throw missing('episode')
      return key
    },
    afterKey(showId) {
      const { reach } = library.readingOf(showId)
      return reach === null ? null : (keys(showId).keys.get(reach) ?? null)
    },
    hasBegun(showId, ordinal) {
      if (isSafe(ordinal, library.horizonOf(showId))) return true
      const { running } = library.readingOf(showId)
      return running?.ordinal === ordinal && running.positionMs > 0
    },
    memberOf(id) {
      if (id === null) return members.self()
      if (!members.has(id)) throw missing('member')
      return id
    },
    step: (id, name, make, author = null, about) =>
      docs.edit(id, { by: 'person', step: name, author, ...(about ? { about } : {}) }, make),
  }
}

/** A lane of a board by its id. @throws AppError `not-found` */
export function mustHaveLane(lanes: readonly LaneRow[], id: LaneId): LaneRow {
  const lane = lanes.find((each) => each.id === id)
  if (!lane) throw missing('lane')
  return lane
}
