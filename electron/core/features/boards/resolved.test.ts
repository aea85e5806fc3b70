import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Guessing, guessing } from '../../../../tests/support/guessing'

let play: Guessing
beforeEach(async () => {
  play = await guessing()
})
afterEach(() => play.close())

it('tells of each decided card who was how near, the nearest first, and of no open one', async () => {
  const watch = await play.predict({ text: 'The watch is lost for good.' })
  await play.giveAll(watch, { Tomas: 80, You: 35, Priya: 20 })
  const open = await play.predict({ text: 'Doug moves to Paris.' })
  await play.giveAll(open, { You: 20, Maud: 15 })
  expect(await play.resolved()).toEqual([])
  await play.resolve(watch, 1)
  const [scored, ...rest] = await play.resolved()
  expect(rest).toEqual([])
  expect(scored?.cardId).toBe(watch)
  expect(scored?.seers.map(({ memberId, odds }) => [play.nameOf(memberId), odds[0]])).toEqual([
    ['Priya', 20],
    ['You', 35],
    ['Tomas', 80],
  ])
  for (const [at, brier] of [0.04, 0.1225, 0.64].entries())
    expect(scored?.seers[at]?.brier).toBeCloseTo(brier, 12)
})

it('scores nobody on a card that fell through', async () => {
  const card = await play.predict()
  await play.give(card, 'You', 60)
  await play.resolve(card, 'void')
  expect(await play.resolved()).toEqual([{ cardId: card, seers: [] }])
})

it('knows nothing of a verdict from beyond the reading line', async () => {
  const card = await play.predict()
  await play.give(card, 'You', 60)
  await play.read(9)
  await play.resolve(card, 0, 9)
  expect(await play.resolved()).toHaveLength(1)
  await play.read(8)
  expect(await play.resolved()).toEqual([])
})
