import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  act,
  type Doing,
  documentsOf,
  doing,
  type Replica,
  replica,
  stateOf,
  tablesOf,
} from '../../../../tests/support/board-replicas'

const open: Replica[] = []
const machine = async (...from: Parameters<typeof replica>) => {
  const made = await replica(...from)
  open.push(made)
  return made
}
const closeAll = () => {
  for (const each of open.splice(0)) each.close()
}
afterEach(closeAll)

const doings = (most: number) => fc.array(doing, { maxLength: most })

/** Every card that was ever written lies in exactly one place. */
function expectEveryCardOnce(at: Replica): void {
  const cards = at.db.prepare('SELECT card_id FROM board_card WHERE doc_id = ?').pluck().all(at.boardId)
  expect(new Set(cards).size).toBe(cards.length)
  const astray = at.db.prepare(`
    SELECT count(*) FROM board_card WHERE doc_id = ? AND lane_id NOT IN (SELECT lane_id FROM board_lane WHERE doc_id = ?)
  `)
  expect(astray.pluck().get(at.boardId, at.boardId)).toBe(0)
}

describe('the tables of a board', () => {
  it('are the same when they are made anew from the log, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(doings(40), async (done) => {
        const one = await machine(1)
        for (const each of done) await act(one, each)
        const before = tablesOf(one)
        documentsOf(one).rebuild(one.boardId)
        expect(tablesOf(one)).toEqual(before)
        expectEveryCardOnce(one)
        closeAll()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('are the same on two machines that were apart, in whatever order they exchange what they did', async () => {
    const sides = fc.array(fc.tuple(fc.boolean(), doing), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(sides, fc.boolean(), fc.nat(20), async (done, backwards, halfway) => {
        const one = await machine(1)
        const two = await machine(2, one)
        const heard: [Uint8Array[], Uint8Array[]] = [[], []]
        const both = [one, two] as const
        for (const [at, [first, each]] of done.entries()) {
          const side = first ? 0 : 1
          const here = both[side]
          const known = Y.encodeStateVector(here.docs.read(here.boardId))
          await act(here, each)
          heard[side].push(Y.encodeStateAsUpdate(here.docs.read(here.boardId), known))
          if (at === halfway) two.docs.merge(two.boardId, [stateOf(one)])
        }
        // what the first did comes one by one and in any order, what the second did as a whole
        const list = backwards ? heard[0].toReversed() : heard[0]
        for (const update of list) two.docs.merge(two.boardId, [update])
        one.docs.merge(one.boardId, [stateOf(two)])
        two.docs.merge(two.boardId, [stateOf(one)])
        expect(tablesOf(two)).toEqual(tablesOf(one))
        expectEveryCardOnce(one)
        // and both go on from there
        for (const [, each] of done.slice(0, 5)) await act(two, each)
        expectEveryCardOnce(two)
        closeAll()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('keep an update that comes before the one it builds on, also through a restart', async () => {
    const one = await machine(1)
    const two = await machine(2, one)
    const updates: Uint8Array[] = []
    for (const text of ['First', 'Second', 'Third']) {
      const known = Y.encodeStateVector(one.docs.read(one.boardId))
      const draft = {
        id: one.newId(),
        boardId: one.boardId,
        kind: 'theory',
        text,
        details: '',
        ordinal: null,
      }
      await one.call('boards.save', draft)
      updates.push(Y.encodeStateAsUpdate(one.docs.read(one.boardId), known))
    }
    const [first, ...later] = updates
    two.docs.merge(two.boardId, later)
    const again = documentsOf(two)
    again.read(two.boardId)
    expect(again.state(two.boardId).setAside).toBe(0)
    if (first) again.merge(two.boardId, [first])
    expect(tablesOf(two)).toEqual(tablesOf(one))
  })

  it('lose and double no card that both sides move at once', async () => {
    const moves = fc.array(fc.tuple(fc.nat(12), fc.nat(3), fc.nat(6)), { minLength: 1, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(moves, moves, async (mine, theirs) => {
        const one = await machine(1)
        const two = await machine(2, one)
        const count = () =>
          one.db.prepare('SELECT count(*) FROM board_card WHERE doc_id = ?').pluck().get(one.boardId)
        const before = count()
        const move = (card: number, lane: number, spot: number): Doing =>
          ({ what: 'move', card, lane, before: spot, words: '', percent: 0 }) as Doing
        for (const each of mine) await act(one, move(...each))
        for (const each of theirs) await act(two, move(...each))
        one.docs.merge(one.boardId, [stateOf(two)])
        two.docs.merge(two.boardId, [stateOf(one)])
        expect(count()).toBe(before)
        expect(tablesOf(two)).toEqual(tablesOf(one))
        expectEveryCardOnce(one)
        // whoever moves something next to what both have put in one spot still can
        const lanes = (await one.board()).lanes
        for (const { id, cards } of lanes) {
          const [first, second] = cards.filter(({ veiled }) => !veiled)
          if (!first || !second || first.veiled || second.veiled) continue
          await one.client.boards.move({ ids: [second.id], laneId: id, before: first.id })
          const after = (await one.board()).lanes.find((lane) => lane.id === id)?.cards
          expect(after?.slice(0, 2)).toMatchObject([{ id: second.id }, { id: first.id }])
        }
        closeAll()
      }),
      { numRuns: 30 },
    )
  }, 120_000)
})

describe('a log that is made short', () => {
  it('keeps the state', async () => {
    await fc.assert(
      fc.asyncProperty(doings(25), async (done) => {
        const one = await machine(1)
        const { docs, boardId } = one
        for (const each of done) await act(one, each)
        const end = tablesOf(one)
        docs.compact(boardId)
        docs.rebuild(boardId)
        expect(tablesOf(one)).toEqual(end)
        expect(one.db.prepare('SELECT count(*) FROM crdt_update WHERE doc_id = ?').pluck().get(boardId)).toBe(
          0,
        )
        closeAll()
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('undoes across it, step by step', async () => {
    const one = await machine(1)
    const { client, boardId } = one
    const write = (text: string) =>
      client.boards.save({
        id: one.newId() as never,
        boardId,
        kind: 'theory',
        text,
        details: text,
        ordinal: null,
      })
    const states = [tablesOf(one)]
    // more steps than a log holds before it is made short
    for (let n = 0; n < 620; n += 1) {
      await write(`Guess ${n}`)
      if (n % 100 === 99) states.push(tablesOf(one))
    }
    const loose = one.db.prepare('SELECT count(*) FROM crdt_update WHERE doc_id = ?').pluck().get(boardId)
    expect(loose).toBeLessThan(500)
    for (let n = 619; n >= 0; n -= 1) {
      if (n % 100 === 99) expect(tablesOf(one)).toEqual(states.pop())
      expect(await client.boards.undo({ boardId })).toBe('card')
    }
    // what was taken back leaves nothing behind but what never shows
    expect((await one.board()).lanes[1]?.cards).toEqual([])
    expect(await client.boards.undo({ boardId })).toBeNull()
    expect(await client.boards.redo({ boardId })).toBe('card')
  }, 60_000)
})
