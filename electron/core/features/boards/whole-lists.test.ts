import { expect, it } from 'vitest'
import type { BoardId, CardId } from '../../../../shared/ids'
import { replica } from '../../../../tests/support/board-replicas'
import { boardStore } from './store'
import { wholeLists } from './whole-lists'

it('hangs on each card of a board what hangs on it alone, in the same order, whatever stands in a value', async () => {
  const one = await replica(1)
  const id = one.boardId as BoardId
  const cards = one.db.prepare('SELECT card_id FROM board_card').pluck().all() as CardId[]
  const [first, second, third] = cards
  const put = one.db.prepare(`
    INSERT INTO card_odds (doc_id, card_id, odds_id, member_id, at, after_key, odds, commitment, opened_at, matches)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const at = (second: number) => `2021-05-04T18:00:0${second}.000Z`
  // later ids with earlier times, equal times, seals between open odds, no key, an empty key, no odds
  put.run(id, first, 'c', 'maud', at(1), 's1e1', '[40,60]', null, null, null)
  put.run(id, first, 'b', 'you', at(2), null, '[10,90]', null, null, null)
  put.run(id, first, 'a', 'you', at(2), 's1e2', '[20,80]', 'seal', at(3), 1)
  put.run(id, first, 'd', 'you', at(1), '', null, null, null, null)
  put.run(id, second, 'e', 'maud', at(1), 's1e2', null, 'seal', null, null)
  put.run(id, second, 'f', 'you', at(4), 's1e2', '[100,0]', null, null, null)
  put.run(id, second, 'g', 'you', at(3), 's1e2', '[1,99]', null, null, null)
  const store = boardStore(one.db)
  const read = wholeLists(one.db)
  const expectSame = () => {
    const whole = read(id)
    for (const card of cards) {
      const { labels, ...rows } = store.lists(id, card)
      expect({
        labels: whole.labels.get(card) ?? [],
        evidence: whole.evidence.get(card) ?? [],
        odds: whole.odds.get(card) ?? [],
        verdicts: whole.verdicts.get(card) ?? [],
      }).toEqual({ ...rows, labels: labels.map(({ label }) => label) })
    }
    return whole
  }
  expect(
    expectSame()
      .odds.get(first as CardId)
      ?.map((row) => row.id),
  ).toEqual(['c', 'd', 'a', 'b'])
  // what stands between values, within one: then columns tell nothing
  put.run(id, third, 'h', 'a\u001fb', at(1), 's1e1\u001f', '[1,99]', null, null, null)
  expect(expectSame().odds.get(third as CardId)?.[0]?.memberId).toBe('a\u001fb')
  one.close()
})
