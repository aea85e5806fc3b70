import fc from 'fast-check'
import { expect, it } from 'vitest'
import { act, doing, replica, tablesOf } from '../../../../tests/support/board-replicas'

type Edit = { readonly what: 'text' | 'kind' | 'remove' | 'undo'; readonly at: number }

it('keeps one card for every question through edits of the pack, and loses none that a person has touched', async () => {
  const edits = fc.array(
    fc.record({ what: fc.constantFrom('text', 'kind', 'remove', 'undo', 'undo'), at: fc.nat(20) }),
    { maxLength: 8 },
  ) as fc.Arbitrary<Edit[]>
  await fc.assert(
    fc.asyncProperty(edits, fc.array(doing, { maxLength: 12 }), async (all, done) => {
      const one = await replica(1)
      const { client, db, boardId, showId } = one
      const { workshopId } = await client.studio.open({ showId })
      const keys = () =>
        db.prepare('SELECT pack_key FROM question ORDER BY pack_key').pluck().all() as string[]
      const everWritten = new Set(db.prepare('SELECT card_id FROM board_card').pluck().all())
      for (let n = 0; n < Math.max(all.length, done.length); n += 1) {
        const [edit, step] = [all[n], done[n]]
        if (step) await act(one, step)
        if (!edit) continue
        const key = keys()[edit.at % Math.max(1, keys().length)]
        if (edit.what === 'undo') await one.call('studio.undo', { workshopId })
        else if (key === undefined) continue
        else if (edit.what === 'remove')
          await one.call('studio.remove', { workshopId, kind: 'question', key })
        else {
          const fields = edit.what === 'text' ? { text: `Asked ${n}` } : { kind: 'theory' }
          await one.call('studio.put', { workshopId, kind: 'question', key, fields })
        }
      }
      const asked = db.prepare('SELECT pack_key, text FROM question').all() as {
        pack_key: string
        text: string
      }[]
      for (const { pack_key, text } of asked) {
        const cards = db.prepare('SELECT text FROM board_card WHERE question_key = ?').all(pack_key)
        expect(cards, pack_key).toEqual([{ text }])
      }
      const known = db
        .prepare('SELECT question_key FROM board_card WHERE question_key IS NOT NULL AND gone_at IS NULL')
        .pluck()
        .all()
      expect(known.filter((key) => !keys().includes(String(key)))).toEqual([])
      // nothing that was ever written is out of the tables, and they are what the document says
      const now = new Set(db.prepare('SELECT card_id FROM board_card').pluck().all())
      for (const id of everWritten) expect(now.has(id)).toBe(true)
      const before = tablesOf(one)
      one.docs.rebuild(boardId)
      expect(tablesOf(one)).toEqual(before)
      one.close()
    }),
    { numRuns: 25 },
  )
}, 120_000)

it('gives a question back its card, with what a person hung on it, when the pack asks it again', async () => {
  const one = await replica(1)
  const { client, db } = one
  const { workshopId } = await client.studio.open({ showId: one.showId })
  const [first, second] = db
    .prepare('SELECT card_id AS id, question_key AS key FROM board_card LIMIT 2')
    .all() as {
    id: never
    key: string
  }[]
  if (!first || !second) throw new Error('too few questions')
  await client.boards.giveOdds({ cardId: first.id, memberId: null, odds: [60, 40] })
  for (const { key } of [first, second])
    await client.studio.remove({ workshopId, kind: 'question', key } as never)
  expect(await client.boards.card({ id: first.id, as: null })).toMatchObject({
    origin: 'mine',
    odds: { given: 1 },
  })
  expect(await one.call('boards.card', { id: second.id, as: null })).toMatchObject({
    error: { code: 'not-found' },
  })
  for (const _each of [1, 2]) await client.studio.undo({ workshopId })
  for (const { id, key } of [first, second]) {
    expect(await client.boards.card({ id, as: null })).toMatchObject({ origin: 'pack' })
    expect(db.prepare('SELECT count(*) FROM board_card WHERE question_key = ?').pluck().get(key)).toBe(1)
  }
  expect(await client.boards.card({ id: first.id, as: null })).toMatchObject({ odds: { given: 1 } })
  one.close()
})
