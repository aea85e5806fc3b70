import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CardDraft, LaneRole } from '../../../../shared/boards/schema'
import { type BoardId, CardId, ItemId, NoteId, type ShowId } from '../../../../shared/ids'
import { Ms } from '../../../../shared/time'
import { EpisodeOrdinal, Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
let boardId: BoardId
beforeEach(async () => {
  core = testCore()
  ;({ showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 }))
  ;({ id: boardId } = await board())
})
afterEach(() => core.close())

const board = () => core.client.boards.board({ showId, boardId: null, as: null })
const lane = async (role: LaneRole) => {
  const found = (await board()).lanes.find((each) => each.role === role)
  if (!found) throw new Error('no such lane')
  return found
}
const cards = async (role: LaneRole) => (await lane(role)).cards.filter((card) => !card.veiled)
const move = async (id: string, role: LaneRole, before: string | null = null) =>
  core.client.boards.move({
    ids: [CardId.parse(id)],
    laneId: (await lane(role)).id,
    before: before as CardId | null,
  })
const draft = (over: Partial<CardDraft> = {}) => ({
  id: CardId.parse(core.newId()),
  boardId,
  kind: 'theory' as const,
  text: 'Luc is the narrator.',
  details: '',
  ordinal: null,
  ...over,
})

describe('the board', () => {
  it('begins with the questions of the pack, in its order', async () => {
    const questions = await cards('questions')
    expect(questions.length).toBeGreaterThanOrEqual(8)
    expect(questions.every(({ origin, answer }) => origin === 'pack' && answer === null)).toBe(true)
    const asked = core.db
      .prepare("SELECT text FROM question WHERE kind = 'question' ORDER BY position")
      .pluck()
      .all()
    expect(asked).toEqual(expect.arrayContaining(questions.map(({ text }) => text)))
    const placed = questions.map(({ text }) => asked.indexOf(text))
    expect(placed).toEqual([...placed].sort((a, b) => a - b))
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
    const now = await board()
    expect(JSON.stringify(now)).not.toContain('secret')
    expect(now.lanes[1]?.cards).toContainEqual({ veiled: true, safeAfter: 15 })
  })

  it('is safe after the latest of what it rests on, or as its author says', async () => {
    const noteId = NoteId.parse(core.newId())
    const page = await core.client.library.show({ showId })
    const fourth = page.seasons[0]?.episodes[3]
    if (!fourth) throw new Error('no fourth episode')
    await core.client.notes.save({
      ...{ id: noteId, showId, episodeId: fourth.id, atMs: Ms.parse(61_000), endMs: null, kind: 'note' },
      ...{ title: '', body: 'She said so herself.', tags: [], pinned: false },
    } as never)
    const quote = {
      id: ItemId.parse(core.newId()),
      stance: 'against' as const,
      ground: { is: 'quote' as const, ordinal: EpisodeOrdinal.parse(9), atMs: null, text: 'Never.' },
    }
    const note = {
      id: ItemId.parse(core.newId()),
      stance: 'for' as const,
      ground: { is: 'note' as const, noteId },
    }
    const mine = draft({ ordinal: EpisodeOrdinal.parse(2), evidence: [note, quote] })
    await core.client.boards.save(mine)
    expect((await cards('theories'))[0]).toMatchObject({
      safeAfter: 9,
      evidence: [{ stance: 'against' }, { ordinal: 4, atMs: 61_000 }],
    })
    const whole = await core.client.boards.card({ id: mine.id, as: null })
    expect(whole).toMatchObject({
      veiled: false,
      evidence: expect.arrayContaining([expect.objectContaining({ text: 'She said so herself.' })]),
    })

    await core.client.library.setReading({ showId, reach: Reach.parse(8) })
    expect(await cards('theories')).toEqual([])
    await core.client.boards.save({ ...mine, evidence: [], safeAfter: EpisodeOrdinal.parse(3) })
    expect((await cards('theories'))[0]).toMatchObject({
      safeAfter: 3,
      evidence: [{ veiled: true, safeAfter: 9 }, { ordinal: 4 }],
    })
    await core.client.notes.remove({ id: noteId })
    expect((await cards('theories'))[0]?.evidence[1]).toMatchObject({ ordinal: 4, atMs: 61_000, gone: true })
  })

  it('tells the strip of an episode on which of its moments cards rest, as far as both may be read', async () => {
    const at = (ordinal: number, atMs: number) => ({
      id: ItemId.parse(core.newId()),
      stance: 'for' as const,
      ground: { is: 'moment' as const, ordinal: EpisodeOrdinal.parse(ordinal), atMs: Ms.parse(atMs) },
    })
    const page = await core.client.library.show({ showId })
    const episodeId = page.seasons[0]?.episodes[3]?.id as never
    const moments = async () =>
      (await core.client.boards.moments({ showId, episodeId })).map(({ text, atMs }) => [text, atMs])
    await core.client.boards.save(draft({ text: 'A', evidence: [at(4, 90_000), at(4, 30_000), at(5, 1000)] }))
    const later = draft({ text: 'B', evidence: [at(4, 60_000), at(9, 1000)] })
    await core.client.boards.save(later)
    expect(await moments()).toEqual([
      ['A', 30_000],
      ['B', 60_000],
      ['A', 90_000],
    ])
    await core.client.library.setReading({ showId, reach: Reach.parse(8) })
    expect(await moments()).toEqual([
      ['A', 30_000],
      ['A', 90_000],
    ])
    // its author calls the card safe: the moment is, as far as its own episode is
    await core.client.boards.save({ ...later, evidence: [], safeAfter: null })
    expect(await moments()).toHaveLength(3)
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    expect(await moments()).toEqual([])
  })

  it('is closed while a special is on which it rests that was passed over', async () => {
    core.db.prepare('UPDATE episode SET special = 1 WHERE ordinal = 5').run()
    await core.client.library.setReading({ showId, reach: Reach.parse(4) })
    const special = core.db.prepare('SELECT id FROM episode WHERE ordinal = 5').pluck().get() as never
    await core.client.library.setWatched({ showId, episodeId: special, watched: false, through: false })
    await core.client.library.setReading({ showId, reach: Reach.parse(10) })
    const ground = (ordinal: number) => ({
      id: ItemId.parse(core.newId()),
      stance: 'for' as const,
      ground: { is: 'moment' as const, ordinal: EpisodeOrdinal.parse(ordinal), atMs: Ms.parse(1000) },
    })
    await core.client.boards.save(draft({ evidence: [ground(5), ground(9)] }))
    expect((await lane('theories')).cards).toEqual([{ veiled: true, safeAfter: 5 }])
  })

  it('has no id for a question behind the veil under which a card grew, and goes on without one that is gone', async () => {
    const parent = draft({ kind: 'question', text: 'Later?', ordinal: EpisodeOrdinal.parse(9) })
    const child = draft({ text: 'Grown', parentId: parent.id })
    await core.client.boards.save(parent)
    await core.client.boards.save(child)
    expect((await cards('theories'))[0]).toMatchObject({ parentId: parent.id })
    await core.client.library.setReading({ showId, reach: Reach.parse(8) })
    expect(JSON.stringify(await board())).not.toContain(parent.id)
    await core.client.boards.remove({ ids: [parent.id] })
    await core.client.boards.save({ ...child, text: 'Grown up' })
    expect((await cards('theories'))[0]).toMatchObject({ text: 'Grown up', parentId: null })
  })

  it('writes a removed card again when somebody saves it, and refuses the label that is too much', async () => {
    const mine = draft()
    await core.client.boards.save(mine)
    await core.client.boards.remove({ ids: [mine.id] })
    await core.client.boards.save({ ...mine, text: 'Still here' })
    expect(await cards('theories')).toMatchObject([{ text: 'Still here' }])
    for (let n = 0; n < 50; n += 1)
      await core.client.boards.label({ ids: [mine.id], label: `l${n}`, on: true })
    expect(await core.call('boards.label', { ids: [mine.id], label: 'one more', on: true })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect((await cards('theories'))[0]?.labels).toHaveLength(50)
  })

  it('moves a card between lanes and within one, and the lane says what it is', async () => {
    const [first, second] = await cards('questions')
    if (!first || !second) throw new Error('too few questions')
    await move(second.id, 'questions', first.id)
    expect((await cards('questions')).slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id])
    await move(first.id, 'theories')
    expect(await cards('theories')).toMatchObject([{ id: first.id, kind: 'theory' }])
    await move(first.id, 'resolved')
    expect(await cards('resolved')).toMatchObject([{ id: first.id, kind: 'theory' }])
  })

  it('takes everything back and does it again, step by step', async () => {
    const mine = draft({ kind: 'prediction', details: 'One.' })
    const states = [JSON.stringify((await board()).lanes)]
    const done = async (step: Promise<unknown>) => {
      await step
      states.push(JSON.stringify((await board()).lanes))
    }
    await done(core.client.boards.save(mine))
    await done(
      core.client.boards.save({ ...mine, text: 'Another.', details: 'Two and a half.', labels: ['heart'] }),
    )
    await done(move(mine.id, 'resolved'))
    await done(core.client.boards.giveOdds({ cardId: mine.id, memberId: null, odds: [70, 30] }))
    await done(core.client.boards.putAway({ ids: [mine.id] }))
    for (const [back, name] of ['archive', 'odds', 'move', 'card', 'card'].entries()) {
      expect(await core.client.boards.undo({ boardId })).toBe(name)
      expect(JSON.stringify((await board()).lanes)).toBe(states.at(-2 - back))
    }
    expect(await core.client.boards.undo({ boardId })).toBeNull()
    for (const state of states.slice(1)) {
      await core.client.boards.redo({ boardId })
      expect(JSON.stringify((await board()).lanes)).toBe(state)
    }
    expect(await core.client.boards.redo({ boardId })).toBeNull()
  })

  it('puts cards away and brings them back to their place', async () => {
    const before = await cards('questions')
    const ids = before.slice(1, 3).map(({ id }) => id)
    await core.client.boards.putAway({ ids })
    expect(await cards('questions')).toHaveLength(before.length - 2)
    expect((await core.client.boards.archive({ boardId })).cards.map(({ id }) => id).sort()).toEqual(
      ids.sort(),
    )
    await core.client.boards.bringBack({ ids })
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

  it('has lanes that a person adds, names, orders and takes away, without losing a card', async () => {
    const made = (await lane('theories')).id
    const mine = draft()
    await core.client.boards.save(mine)
    const own = core.newId() as never
    await core.client.boards.saveLane({ boardId, id: own, name: 'Wild' })
    await core.client.boards.moveLane({ boardId, id: own, before: made })
    await core.client.boards.move({ ids: [mine.id], laneId: own, before: null })
    expect((await board()).lanes.map(({ name, role }) => name ?? role)).toEqual([
      'questions',
      'Wild',
      'theories',
      'predictions',
      'resolved',
    ])
    await core.client.boards.dropLane({ boardId, id: own, to: made })
    expect(await cards('theories')).toMatchObject([{ id: mine.id, kind: 'theory' }])
    await core.client.boards.undo({ boardId })
    expect((await board()).lanes[1]).toMatchObject({ name: 'Wild', cards: [{ id: mine.id }] })
  })

  it('has the questions of a pack once, also when their board was away while the pack changed', async () => {
    const second = core.newId() as BoardId
    await core.client.boards.create({ showId, boardId: second, title: 'Season 3' })
    await core.client.boards.removeBoard({ boardId })
    const { workshopId } = await core.client.studio.open({ showId })
    const key = core.db.prepare('SELECT pack_key FROM question LIMIT 1').pluck().get() as string
    const fields = { text: 'Asked anew?' }
    await core.client.studio.put({ workshopId, kind: 'question', key, fields })
    expect((await board()).lanes.flatMap(({ cards: all }) => all)).toEqual([])
    await core.client.boards.restoreBoard({ boardId })
    const asked = core.db.prepare('SELECT count(*) FROM question').pluck().get()
    const count = 'SELECT count(*) FROM board_card WHERE question_key IS NOT NULL AND gone_at IS NULL'
    expect(core.db.prepare(count).pluck().get()).toBe(asked)
    expect((await cards('questions')).some(({ text }) => text === 'Asked anew?')).toBe(true)
  })

  it('has boards beside each other, and keeps the last', async () => {
    expect(await core.call('boards.removeBoard', { boardId })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    const second = core.newId() as BoardId
    await core.client.boards.create({ showId, boardId: second, title: 'Season 3' })
    await core.client.boards.save(draft({ boardId: second, text: 'There.' }))
    const there = await core.client.boards.board({ showId, boardId: second, as: null })
    expect(there.lanes.flatMap(({ cards: all }) => all)).toMatchObject([{ text: 'There.' }])
    await core.client.boards.removeBoard({ boardId: second })
    expect(await core.client.boards.list({ showId })).toEqual([{ id: boardId, title: null }])
    await core.client.boards.restoreBoard({ boardId: second })
    expect(await core.client.boards.list({ showId })).toHaveLength(2)
  })
})
