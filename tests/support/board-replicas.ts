import fc from 'fast-check'
import * as Y from 'yjs'
import { documents } from '../../electron/core/documents/documents'
import { FORMAT, formatOf, prepare } from '../../electron/core/features/boards/board-doc'
import { mendFrom } from '../../electron/core/features/boards/mend'
import { projection } from '../../electron/core/features/boards/projection'
import { boardStore } from '../../electron/core/features/boards/store'
import type { Board } from '../../shared/boards/schema'
import { type BoardId, CardId, ItemId, LaneId, type ShowId } from '../../shared/ids'
import { Ms } from '../../shared/time'
import { EpisodeOrdinal, Reach } from '../../shared/veil/schema'
import { type TestCore, testCore } from './core'

/** One machine with a board on it, and a way into the board's document beside the app. */
export interface Replica extends TestCore {
  readonly showId: ShowId
  readonly boardId: BoardId
  readonly docs: ReturnType<typeof documents>
  board(): Promise<Board>
}

const TABLES = [
  'board_lane',
  'board_card',
  'card_label',
  'card_evidence',
  'card_odds',
  'card_verdict',
  'board_start',
]

/** The documents of a core's database, opened beside the core's own. */
export function documentsOf(core: Pick<TestCore, 'db' | 'context'>) {
  const view = projection(core.db)
  const store = boardStore(core.db)
  return documents(core.context, {
    format: FORMAT,
    formatOf,
    prepare,
    project: view.project,
    mend: (id, doc) => mendFrom(doc, store.kept(id)),
  })
}

/**
 * A machine with the first show, all of season 1 seen.
 *
 * @param from another machine whose board it has as well; without, it has the show's own
 */
export async function replica(machine: number, from?: Replica): Promise<Replica> {
  const core = testCore({ machine })
  const { showId } = await core.client.exchange.start({
    packId: 'emily-in-paris',
    watchedThrough: Reach.parse(10),
  })
  const own = await core.client.boards.board({ showId, boardId: null, as: null })
  const docs = documentsOf(core)
  const boardId = from?.boardId ?? own.id
  if (from) {
    docs.create(boardId, showId, () => {})
    docs.merge(boardId, [stateOf(from)])
  }
  return {
    ...core,
    showId,
    boardId,
    docs,
    board: () => core.client.boards.board({ showId, boardId, as: null }),
  }
}

/** Everything that a replica knows of its board, as bytes. */
export const stateOf = ({ docs, boardId }: Replica): Uint8Array => Y.encodeStateAsUpdate(docs.read(boardId))

/** What the tables say of a board. */
export const tablesOf = ({ db, boardId }: Replica): Record<string, unknown[]> =>
  Object.fromEntries(
    TABLES.map((table) => {
      const rows = db.prepare(`SELECT * FROM ${table} WHERE doc_id = ?`).all(boardId)
      return [table, rows.map((row) => JSON.stringify(row)).sort()]
    }),
  )

/** One thing that a person does to a board; numbers choose among what there is. */
export const doing = fc.record({
  what: fc.constantFrom(
    'add',
    'add',
    'add',
    'write',
    'move',
    'move',
    'moveMany',
    'label',
    'evidence',
    'drop',
    'odds',
    'odds',
    'seal',
    'resolve',
    'away',
    'back',
    'remove',
    'lane',
    'moveLane',
    'dropLane',
    'undo',
    'undo',
    'redo',
    'rename',
  ),
  card: fc.nat(30),
  lane: fc.nat(6),
  before: fc.nat(8),
  words: fc.string({ maxLength: 12, unit: 'grapheme' }),
  percent: fc.nat(100),
})
export type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

/** Does it, as far as the board allows. Answers what the core said. */
export async function act(
  at: Replica,
  { what, card, lane, before, words, percent }: Doing,
): Promise<unknown> {
  const { db, boardId, call, newId } = at
  const list = (sql: string) => db.prepare(sql).pluck().all(boardId) as string[]
  const cards = list('SELECT card_id FROM board_card WHERE doc_id = ? AND gone_at IS NULL ORDER BY card_id')
  const lanes = list('SELECT lane_id FROM board_lane WHERE doc_id = ? ORDER BY place, lane_id')
  const one = CardId.parse(cards[card % cards.length])
  const laneId = LaneId.parse(lanes[lane % lanes.length])
  const order = db
    .prepare('SELECT card_id FROM board_card WHERE doc_id = ? AND lane_id = ? ORDER BY place, card_id')
    .pluck()
    .all(boardId, laneId) as CardId[]
  const spot = order[before] ?? null
  const text = words.trim() === '' ? 'A guess' : words.trim()
  const ids = [one, ...cards.slice(card, card + 2)].filter((id, index, all) => all.indexOf(id) === index)
  const draft = { boardId, kind: 'theory', text, details: words, ordinal: null, labels: [] }
  switch (what) {
    case 'add':
      return call('boards.save', { ...draft, id: newId(), laneId })
    case 'write':
      return call('boards.save', { ...draft, id: one })
    case 'move':
      return call('boards.move', { ids: [one], laneId, before: spot === one ? null : spot })
    case 'moveMany':
      return call('boards.move', { ids, laneId, before: null })
    case 'label':
      return call('boards.label', { ids, label: ['heart', 'savoir'][lane % 2], on: before % 3 > 0 })
    case 'evidence': {
      const ground = {
        is: 'moment',
        ordinal: EpisodeOrdinal.parse(1 + (lane % 10)),
        atMs: Ms.parse(percent * 1000),
      }
      const evidence = { id: ItemId.parse(newId()), stance: percent % 2 ? 'for' : 'against', ground }
      return call('boards.addEvidence', { cardId: one, evidence })
    }
    case 'drop': {
      const [evidenceId] = db
        .prepare('SELECT evidence_id FROM card_evidence WHERE card_id = ?')
        .pluck()
        .all(one)
      return call('boards.dropEvidence', { cardId: one, evidenceId })
    }
    case 'odds':
    case 'seal': {
      const method = what === 'odds' ? 'boards.giveOdds' : 'boards.sealOdds'
      return call(method, { cardId: one, memberId: null, odds: [percent, 100 - percent] })
    }
    case 'resolve': {
      const outcome = [0, 1, 'void', null][lane % 4]
      return call('boards.resolve', {
        cardId: one,
        outcome,
        memberId: null,
        ordinal: null,
        text: words.trim(),
      })
    }
    case 'away':
      return call('boards.putAway', { ids })
    case 'back':
      return call('boards.bringBack', { ids })
    case 'remove':
      return call('boards.remove', { ids: [one] })
    case 'lane':
      return call('boards.saveLane', { boardId, id: newId(), name: text })
    case 'moveLane':
      return call('boards.moveLane', { boardId, id: laneId, before: lanes[before % lanes.length] ?? null })
    case 'dropLane':
      return lanes.length > 1
        ? call('boards.dropLane', { boardId, id: laneId, to: lanes[(lane + 1) % lanes.length] })
        : null
    case 'rename':
      return call('boards.rename', { boardId, title: text })
    default:
      return call(`boards.${what}`, { boardId })
  }
}
