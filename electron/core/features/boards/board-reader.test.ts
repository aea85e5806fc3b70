import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardAfter } from '../../../../shared/boards/news'
import type { Board } from '../../../../shared/boards/schema'
import { CardId } from '../../../../shared/ids'
import { EpisodeOrdinal, Reach } from '../../../../shared/veil/schema'
import { act, doing, replica } from '../../../../tests/support/board-replicas'

const plain = ({ version: _version, undo: _undo, redo: _redo, ...board }: Board) => board

it('answers after any steps what one answers who reads everything anew, and so does who keeps up by the news', async () => {
  const steps = fc.array(fc.oneof({ weight: 9, arbitrary: doing }, fc.constantFrom(4, 7, 10, 12)), {
    minLength: 1,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(3), async (all, pace) => {
      const one = await replica(1)
      const of = { showId: one.showId, boardId: one.boardId, as: null }
      let mine = await one.board()
      for (const [n, step] of all.entries()) {
        if (typeof step === 'number')
          await one.client.library.setReading({ showId: one.showId, reach: Reach.parse(step) })
        else await act(one, step)
        if (n % (pace + 1) !== 0) continue
        const news = await one.client.boards.since({ ...of, known: mine.version })
        mine = boardAfter(mine, news)
        const now = await one.board()
        expect(mine).toEqual(now)
      }
      const [kept, anew] = [plain(await one.board()), plain(await readAnew(one))]
      expect(kept).toEqual(anew)
      one.close()
    }),
    { numRuns: 30 },
  )
}, 120_000)

/** The same board, read as if nothing of it were kept. */
async function readAnew(one: Awaited<ReturnType<typeof replica>>): Promise<Board> {
  // a row of the show that changes and is as before makes everything be read again
  one.db.prepare('UPDATE episode SET number = number WHERE ordinal = 1').run()
  return one.board()
}

it('tells of one step by its one card, and keeps every other object', async () => {
  const one = await replica(1)
  const of = { showId: one.showId, boardId: one.boardId, as: null }
  const before = await one.board()
  const [questions] = before.lanes
  const [first, second] = questions?.cards ?? []
  if (!questions || first?.veiled !== false || second?.veiled !== false) throw new Error('too few questions')
  await one.client.boards.move({ ids: [second.id], laneId: questions.id, before: first.id })
  const news = await one.client.boards.since({ ...of, known: before.version })
  expect(news).toMatchObject({ whole: null, touched: [second.id], cards: [{ id: second.id }] })
  const after = boardAfter(before, news)
  expect(after.lanes.slice(1).every((lane, at) => lane === before.lanes[at + 1])).toBe(true)
  expect(after.lanes[0]?.cards[1]).toBe(first)
  // what nobody touched needs nothing
  expect(await one.client.boards.since({ ...of, known: news.version })).toMatchObject({
    touched: [],
    cards: [],
  })
  // a card behind a veil has no id, whatever happens to it
  const id = CardId.parse(one.newId())
  const secret = { id, boardId: one.boardId, kind: 'theory' as const, text: 'Later', details: '' }
  await one.client.boards.save({ ...secret, ordinal: EpisodeOrdinal.parse(15) })
  const veiled = await one.client.boards.since({ ...of, known: news.version })
  expect(veiled).toMatchObject({ whole: null, touched: [], cards: [] })
  expect(JSON.stringify(veiled)).not.toContain(id)
  expect(veiled.lanes[1]?.veils).toEqual([{ veiled: true, safeAfter: 15 }])
  // another line, another member, another run: everything
  await one.client.library.setReading({ showId: one.showId, reach: Reach.parse(9) })
  expect((await one.client.boards.since({ ...of, known: news.version })).whole).not.toBeNull()
  expect((await one.client.boards.since({ ...of, known: 'x.1.2' })).whole).not.toBeNull()
  one.close()
})

it('tells of a card as well when the one it grew under goes behind the veil', async () => {
  const one = await replica(1)
  const of = { showId: one.showId, boardId: one.boardId, as: null }
  const draft = (text: string, ordinal: number | null, parentId: CardId | null) => ({
    ...{ id: CardId.parse(one.newId()), boardId: one.boardId, kind: 'theory' as const, text, details: '' },
    ...{ ordinal: ordinal === null ? null : EpisodeOrdinal.parse(ordinal), parentId },
  })
  const parent = draft('Above', null, null)
  const child = draft('Grown', null, parent.id)
  for (const each of [parent, child]) await one.client.boards.save(each)
  const before = await one.board()
  await one.client.boards.save({ ...parent, ordinal: EpisodeOrdinal.parse(15) })
  const after = boardAfter(before, await one.client.boards.since({ ...of, known: before.version }))
  expect(after).toEqual(await one.board())
  expect(JSON.stringify(after.lanes)).not.toContain(parent.id)
  one.close()
})
