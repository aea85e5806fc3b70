import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CardDraft, Lane } from '../../../../shared/boards/schema'
import { CardId, type ShowId } from '../../../../shared/ids'
import { EpisodeOrdinal, Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
beforeEach(async () => {
  core = testCore()
  ;({ showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 }))
})
afterEach(() => core.close())

const cards = async (name: Lane) => {
  const { lanes } = await core.client.boards.board({ showId })
  return (lanes.find(({ lane }) => lane === name)?.cards ?? []).filter((card) => !card.veiled)
}
const draft = (over: Partial<CardDraft> = {}): CardDraft => ({
  id: CardId.parse(core.newId()),
  showId,
  kind: 'theory',
  text: 'Luc is the narrator.',
  details: '',
  ordinal: null,
  ...over,
})

describe('the board', () => {
  it('begins with the questions of the pack', async () => {
    const questions = await cards('questions')
    expect(questions.length).toBeGreaterThanOrEqual(8)
    expect(questions.every(({ origin, answer }) => origin === 'pack' && answer === null)).toBe(true)
  })

  it('answers a question only when the answer has been reached', async () => {
    const about = async () =>
      (await cards('questions')).find(({ text }) => /Camille/.test(text) && /find|learn|discover/i.test(text))
    expect((await about())?.answer).toBeNull()
    await core.client.library.setReading({ showId, reach: Reach.parse(12) })
    expect((await about())?.answer).toBeNull()
    await core.client.library.setReading({ showId, reach: Reach.parse(13) })
    expect((await about())?.answer).toMatchObject({ ordinal: 13, outcome: 'yes' })
  })

  it('veils a card of a later episode, with nothing on it', async () => {
    await core.client.boards.save(draft({ text: 'secret', ordinal: EpisodeOrdinal.parse(15) }))
    const board = await core.client.boards.board({ showId })
    expect(JSON.stringify(board)).not.toContain('secret')
    expect(board.lanes[1]?.cards).toContainEqual({ veiled: true, safeAfter: 15 })
  })

  it('moves a card between lanes and within one, and the lane says what it is', async () => {
    const [first, second] = await cards('questions')
    if (!first || !second) throw new Error('too few questions')
    await core.client.boards.move({ id: second.id, lane: 'questions', before: first.id })
    expect((await cards('questions')).slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id])
    await core.client.boards.move({ id: first.id, lane: 'theories', before: null })
    expect(await cards('theories')).toMatchObject([{ id: first.id, kind: 'theory' }])
    await core.client.boards.move({ id: first.id, lane: 'resolved', before: null })
    expect(await cards('resolved')).toMatchObject([{ id: first.id, kind: 'theory' }])
  })

  it('gives a card back what it was when a move out of the resolved ones is taken back', async () => {
    const mine = draft({ kind: 'prediction' })
    await core.client.boards.save(mine)
    await core.client.boards.move({ id: mine.id, lane: 'resolved', before: null })
    await core.client.boards.move({ id: mine.id, lane: 'theories', before: null })
    await core.client.boards.move({ id: mine.id, lane: 'resolved', before: null, kind: 'prediction' })
    expect(await cards('resolved')).toMatchObject([{ id: mine.id, kind: 'prediction' }])
  })

  it('takes a card away and brings it back to its place', async () => {
    const before = await cards('questions')
    const second = before[1]
    if (!second) throw new Error('too few questions')
    await core.client.boards.remove({ id: second.id })
    expect(await cards('questions')).toHaveLength(before.length - 1)
    await core.client.boards.restore({ id: second.id })
    expect((await cards('questions')).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('lets a person change their own card, and not the words of a pack', async () => {
    const mine = draft()
    await core.client.boards.save(mine)
    await core.client.boards.save({ ...mine, text: 'Luc is the author.', kind: 'prediction' })
    expect(await cards('theories')).toEqual([])
    expect(await cards('predictions')).toMatchObject([{ text: 'Luc is the author.', origin: 'mine' }])
    const [question] = await cards('questions')
    if (!question) throw new Error('too few questions')
    expect(await core.call('boards.save', { ...mine, id: question.id })).toMatchObject({
      error: { code: 'invalid-input' },
    })
  })
})
