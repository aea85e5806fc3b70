import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { cardsOf, prepare, putCard, putText } from '../../electron/core/features/boards/board-doc'
import { documentsOf } from '../../tests/support/board-replicas'
import { type TestCore, testCore } from '../../tests/support/core'
import { numbers } from './numbers'

const CARDS = 5000
const EDITS = 260_000
const TURNS = 6

/** Opening a board, to the same rows read by plain SQL. */
export const OPEN_RATIO = 2
/** A history applied and projected, to the same history in a bare document. */
export const HISTORY_RATIO = 2
/** What a board takes on disk, to what Yjs needs for it. */
export const SIZE_RATIO = 1.1

/** A board of a library that is open. */
export interface BenchBoard {
  readonly core: TestCore
  readonly showId: string
  readonly boardId: string
  readonly lanes: readonly string[]
  readonly members: readonly string[]
}

async function openBoard(file?: string): Promise<BenchBoard> {
  const core = testCore({ checkOutput: false, ...(file === undefined ? {} : { file }) })
  const { showId } = await core.client.exchange.start({
    packId: 'emily-in-paris',
    watchedThrough: 10 as never,
  })
  const members: string[] = []
  for (const [at, name] of ['', 'Maud', 'Idris', 'Priya', 'Tomas'].entries()) {
    const { id } = await core.client.members.save({
      id: core.newId() as never,
      name,
      colour: at + 1,
      me: at === 0,
    })
    members.push(id)
  }
  const board = await core.client.boards.board({ showId, boardId: null, as: null })
  return { core, showId, boardId: board.id, lanes: board.lanes.map(({ id }) => id), members }
}

const AT = '2021-05-04T18:00:00.000Z'

/**
 * Fills a board with cards as a busy party leaves them: in four lanes, with a label, one or two pieces of evidence
 * and the odds of some of five members.
 */
export function fillBoard({ core, boardId, lanes, members }: BenchBoard, count = CARDS): string[] {
  const next = numbers(11)
  const places = generateNKeysBetween(null, null, count)
  const ids = Array.from({ length: count }, () => core.newId())
  documentsOf(core).edit(boardId, { by: 'pack' }, (doc) => {
    for (const [at, id] of ids.entries()) {
      putCard(doc, id, {
        kind: 'prediction',
        lie: [lanes[at % lanes.length] ?? '', places[at] ?? ''],
        title: `Somebody will open a restaurant with somebody else, says guess ${at}`,
        episode: `s1e${1 + next(10)}`,
        after: 's1e10',
        made: AT,
        edited: AT,
        [`label.${['heart', 'savoir', 'paris'][next(3)]}`]: true,
      })
      if (next(3) === 0) putText(doc, id, 'Because of the look in the kitchen, and what was said after it.')
      for (let n = next(3); n > 0; n -= 1) {
        const moment = { episode: `s1e${1 + next(10)}`, atMs: next(1_500_000) }
        putCard(doc, id, { [`evidence.${core.newId()}`]: { stance: 'for', is: 'moment', ...moment } })
      }
      for (const member of members.slice(0, next(6))) {
        const yes = next(101)
        putCard(doc, id, {
          [`odds.${member}.${core.newId()}`]: { odds: [yes, 100 - yes], at: AT, after: 's1e10' },
        })
      }
    }
  })
  return ids
}

/** Makes a library with a full board, for a run of the app. */
export async function fillBoardLibrary(file: string): Promise<void> {
  const board = await openBoard(file)
  fillBoard(board)
  board.core.close()
}

const RAW = [
  'SELECT * FROM board_card WHERE doc_id = ? AND archived_at IS NULL AND gone_at IS NULL ORDER BY lane_id, place, card_id',
  'SELECT * FROM card_label WHERE doc_id = ?',
  'SELECT * FROM card_evidence WHERE doc_id = ? ORDER BY card_id, evidence_id',
  'SELECT * FROM card_odds WHERE doc_id = ? ORDER BY card_id, at, odds_id',
  'SELECT * FROM card_verdict WHERE doc_id = ? ORDER BY card_id, at, verdict_id',
]

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

interface Round {
  readonly baseline: number
  readonly ours: number
  readonly again: number
}

/** A board of 5,000 cards as its query answers it, and the same rows read by plain statements, in turns. In ms. */
export async function measureOpening(rounds: number): Promise<Round[]> {
  const board = await openBoard()
  fillBoard(board)
  const { core, showId, boardId } = board
  const statements = RAW.map((sql) => core.db.prepare(sql))
  const read = () => statements.map((statement) => statement.all(boardId))
  const open = () => core.client.boards.board({ showId, boardId, as: null } as never)
  // a row of the show that is written makes the board be read anew: what is kept in memory is not measured here
  const forget = core.db.prepare('UPDATE episode SET number = number WHERE ordinal = 1')
  const took: Round[] = []
  for (let turn = 0; turn < rounds * TURNS; turn += 1) {
    const baseline = await timed(read)
    forget.run()
    took.push({ baseline, ours: await timed(open), again: await timed(read) })
  }
  core.close()
  return took.slice(TURNS)
}

/** Cards of the full board that somebody has decided. */
const DECIDED = 3000
/** The most that the scores of a board may take, in ms: a frame at 60 Hz. */
export const SCORES_BUDGET_MS = 16

export interface ScoresMeasured {
  /** Asked for the first time, or after the reading line has moved, in ms. */
  readonly first: number
  /** Asked for again, in ms. */
  readonly again: number
  /** Asked for after one card was touched, in ms. */
  readonly afterStep: number
}

/** The scores of a board of 5,000 cards, 3,000 of them decided: those on its cards, its leaderboard and a season's. */
export async function measureScores(rounds: number): Promise<Record<string, ScoresMeasured>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entracte-bench-'))
  const file = path.join(folder, 'entracte.db')
  const board = await openBoard(file)
  const { showId, boardId, lanes, members } = board
  const ids = fillBoard(board)
  const next = numbers(29)
  documentsOf(board.core).edit(boardId, { by: 'pack' }, (doc) => {
    for (const id of ids.slice(0, DECIDED))
      putCard(doc, id, {
        [`verdict.${board.core.newId()}`]: {
          ...{ outcome: next(2), episode: `s1e${1 + next(10)}`, after: 's1e10', at: AT },
          ...{ member: members[0] ?? '', text: '' },
        },
      })
  })
  board.core.close()
  // opened again, because what was written past the core is not in the documents that it has open
  const core = testCore({ file, checkOutput: false })
  const seasonId = core.db.prepare('SELECT id FROM season WHERE number = 1').pluck().get()
  const forget = core.db.prepare('UPDATE episode SET number = number WHERE ordinal = 1')
  let touched = 0
  const touch = async () => {
    touched += 1
    const move = { ids: [ids[touched]], laneId: lanes[touched % 2], before: null }
    const reply = await core.call('boards.move', move)
    if (!reply.ok) throw new Error(reply.error.message)
  }
  const of = { showId, boardId }
  const calls = {
    'boards.resolved': of,
    'boards.scores': { ...of, as: null },
    'boards.season': { ...of, seasonId },
  }
  const measured: Record<string, ScoresMeasured> = {}
  for (const [method, input] of Object.entries(calls)) {
    const took: Record<keyof ScoresMeasured, number[]> = { first: [], again: [], afterStep: [] }
    const ask = () =>
      timed(async () => {
        const reply = await core.call(method, input)
        if (!reply.ok) throw new Error(reply.error.message)
      })
    for (let turn = 0; turn < rounds * 2; turn += 1) {
      forget.run()
      took.first.push(await ask())
      took.again.push(await ask())
      await touch()
      took.afterStep.push(await ask())
    }
    const p50 = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
    measured[method] = { first: p50(took.first), again: p50(took.again), afterStep: p50(took.afterStep) }
  }
  core.close()
  rmSync(folder, { recursive: true, force: true })
  return measured
}

/** What a board of 5,000 cards has lived through: odds, moves and words, one update each. */
function history({ lanes, members }: BenchBoard, ids: readonly string[], start: Uint8Array): Uint8Array[] {
  const next = numbers(23)
  const doc = new Y.Doc()
  prepare(doc)
  Y.applyUpdate(doc, start)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const places = generateNKeysBetween(null, null, 4000)
  for (let n = 0; n < EDITS; n += 1) {
    const id = ids[next(ids.length)] ?? ''
    const what = next(10)
    doc.transact(() => {
      if (what < 4) cardsOf(doc).set(`${id}.lie`, [lanes[next(lanes.length)], places[next(places.length)]])
      else if (what < 7) {
        const yes = next(101)
        const entry = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
        const odds = { odds: [yes, 100 - yes], at: AT, after: 's1e10' }
        cardsOf(doc).set(`${id}.odds.${members[next(members.length)]}.${entry}`, odds)
      } else if (what < 9) cardsOf(doc).set(`${id}.title`, `Another way to put guess ${n}`)
      else putText(doc, id, `Because of ${n}, and of the look in the kitchen.`)
    })
  }
  doc.destroy()
  return updates
}

/**
 * A long history, taken in with everything that it does to the tables, and by a document alone, in ms; and what the
 * board takes on disk afterwards beside Yjs's own encoding, in bytes.
 */
export async function measureHistory(
  rounds: number,
): Promise<{ took: Round[]; size: number; encoded: number }> {
  const model = await openBoard()
  const ids = fillBoard(model)
  const start = Y.encodeStateAsUpdate(documentsOf(model.core).read(model.boardId))
  const updates = history(model, ids, start)
  const bare = () => {
    const doc = new Y.Doc()
    prepare(doc)
    Y.applyUpdate(doc, start)
    return timed(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  }
  const whole = async () => {
    const board = await openBoard()
    const docs = documentsOf(board.core)
    docs.merge(board.boardId, [start])
    const ours = await timed(() => docs.merge(board.boardId, updates))
    docs.compact(board.boardId)
    const size = board.core.db
      .prepare<[string, string], number>(ON_DISK)
      .pluck()
      .get(board.boardId, board.boardId)
    const encoded = Y.encodeStateAsUpdate(docs.read(board.boardId)).length
    board.core.close()
    return { ours, size: size ?? 0, encoded }
  }
  const took: Round[] = []
  let last = { size: 0, encoded: 1 }
  for (let round = 0; round < rounds; round += 1) {
    const baseline = await bare()
    const { ours, ...sizes } = await whole()
    took.push({ baseline, ours, again: await bare() })
    last = sizes
  }
  model.core.close()
  return { took, ...last }
}

const ON_DISK = `
  SELECT
    (SELECT coalesce(length(snapshot), 0) + coalesce(length(state_vector), 0) FROM crdt_doc WHERE doc_id = ?)
    + (SELECT coalesce(sum(length(u)), 0) FROM crdt_update WHERE doc_id = ?)
`
