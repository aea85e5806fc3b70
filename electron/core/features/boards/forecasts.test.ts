import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CardDraft } from '../../../../shared/boards/schema'
import { CardId, MemberId } from '../../../../shared/ids'
import { EpisodeOrdinal, Reach } from '../../../../shared/veil/schema'
import { type Replica, replica } from '../../../../tests/support/board-replicas'
import { cardsOf, putCard } from './board-doc'
import { seal, unseal } from './seals'

let one: Replica
let maud: MemberId
beforeEach(async () => {
  one = await replica(1)
  maud = MemberId.parse(one.newId())
  await one.client.members.save({ id: maud, name: 'Maud', colour: 4, me: false })
})
afterEach(() => one.close())

const draft = (over: Partial<CardDraft> = {}) => ({
  id: CardId.parse(one.newId()),
  boardId: one.boardId,
  kind: 'prediction' as const,
  text: 'He will not leave Paris',
  details: '',
  ordinal: null,
  ...over,
})
const predict = async (over: Partial<CardDraft> = {}) => {
  const made = draft(over)
  await one.client.boards.save(made)
  return made.id
}
const give = (cardId: CardId, memberId: MemberId | null, yes: number) =>
  one.call('boards.giveOdds', { cardId, memberId, odds: [yes, 100 - yes] })
const see = async (id: CardId, as: MemberId | null = null) => {
  const card = await one.client.boards.card({ id, as })
  if (card.veiled) throw new Error('veiled')
  return card
}
const start = (episodes: number) =>
  one.client.library.setReading({ showId: one.showId, reach: Reach.parse(episodes) })
/** Runs an episode on the clock for some seconds. */
const run = async (ordinal: number) => {
  const page = await one.client.library.show({ showId: one.showId })
  const episode = page.seasons.flatMap(({ episodes }) => episodes).find((each) => each.ordinal === ordinal)
  if (!episode) throw new Error('no such episode')
  await one.client.watch.open({ showId: one.showId, episodeId: episode.id })
  await one.client.watch.play(undefined)
  one.pass(4000)
}
const EP11 = EpisodeOrdinal.parse(11)
const EP12 = EpisodeOrdinal.parse(12)

describe('odds', () => {
  it('of others are hidden until one has given one’s own', async () => {
    const id = await predict()
    await give(id, maud, 90)
    const before = await see(id)
    expect(before.odds).toMatchObject({ given: 1, blind: true, standing: [], crowd: null })
    expect(before.history).toEqual([])
    expect(JSON.stringify(await one.board())).not.toContain('[90,10]')
    await give(id, null, 70)
    expect((await see(id)).odds).toMatchObject({ given: 2, blind: false, crowd: [80, 20] })
    expect((await see(id)).history).toHaveLength(2)
  })

  it('keep their history, and the last ones stand', async () => {
    const id = await predict()
    for (const yes of [30, 55, 80]) await give(id, null, yes)
    const { odds, history } = await see(id)
    expect(history.map((entry) => entry.odds?.[0])).toEqual([30, 55, 80])
    expect(odds.standing).toMatchObject([{ odds: [80, 20] }])
  })

  it('need one number for every option, 100 together, and somebody who is here', async () => {
    const id = await predict({ form: { is: 'choice', options: ['Gabriel', 'Alfie', 'Nobody'] } })
    for (const odds of [[50, 50], [50, 50, 1], [-1, 51, 50], [33.3, 33.3, 33.4], []])
      expect(await one.call('boards.giveOdds', { cardId: id, memberId: null, odds })).toMatchObject({
        ok: false,
      })
    const nobody = one.newId()
    expect(
      await one.call('boards.giveOdds', { cardId: id, memberId: nobody, odds: [20, 30, 50] }),
    ).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(
      await one.call('boards.giveOdds', { cardId: id, memberId: null, odds: [20, 30, 50] }),
    ).toMatchObject({
      ok: true,
    })
    // and the form stays as it was when they were given
    const changed = { ...draft({ form: { is: 'choice', options: ['Gabriel', 'Alfie'] } }), id }
    expect(await one.call('boards.save', changed)).toMatchObject({ error: { code: 'invalid-input' } })
  })

  it('that were given further on than one reads now are not told, nor counted', async () => {
    const id = await predict()
    await give(id, null, 40)
    await start(12)
    await give(id, null, 95)
    await start(10)
    const now = await see(id)
    expect(now.odds).toMatchObject({ given: 1, standing: [{ odds: [40, 60] }] })
    expect(now.history).toHaveLength(1)
  })
})

describe('a prediction', () => {
  it('closes when its deciding episode begins on the clock, and not before', async () => {
    const id = await predict({ closes: EP11 })
    await give(id, null, 60)
    const page = await one.client.library.show({ showId: one.showId })
    const episode = page.seasons.flatMap(({ episodes }) => episodes).find(({ ordinal }) => ordinal === 11)
    if (!episode) throw new Error('no eleventh episode')
    expect((await see(id)).closedAt).toBeNull()
    await one.client.watch.open({ showId: one.showId, episodeId: episode.id })
    // put on is not begun
    expect((await see(id)).closedAt).toBeNull()
    await one.client.watch.play(undefined)
    one.pass(4000)
    expect((await see(id)).closedAt).not.toBeNull()
    expect(await give(id, null, 99)).toMatchObject({ error: { code: 'prediction-closed' } })
    expect((await see(id)).odds.standing).toMatchObject([{ odds: [60, 40] }])
    // others see what was given, now that nothing can be guessed any more
    expect((await see(id, maud)).odds).toMatchObject({ blind: false, standing: [{ odds: [60, 40] }] })
  })

  it('closes as well when its deciding episode is marked as seen without a clock', async () => {
    const id = await predict({ closes: EP12 })
    await start(12)
    expect((await see(id)).closedAt).not.toBeNull()
    expect(await give(id, null, 99)).toMatchObject({ error: { code: 'prediction-closed' } })
  })

  it('does not count what came from elsewhere after it had closed', async () => {
    const id = await predict({ closes: EP11 })
    await give(id, null, 60)
    await start(11)
    const late = { odds: [99, 1], at: '2021-06-01T00:00:00.000Z', after: null }
    one.docs.edit(one.boardId, { by: 'merge' }, (doc) =>
      putCard(doc, id, { [`odds.${maud}.${one.newId()}`]: late }),
    )
    const { odds, history } = await see(id)
    expect(odds.standing).toMatchObject([{ odds: [60, 40] }])
    expect(history.map((entry) => entry.late)).toEqual([false, true])
  })

  it('keeps what was said when it closed: undo and redo do not reach it any more', async () => {
    const id = await predict({ closes: EP11 })
    await give(id, null, 40)
    await give(id, null, 90)
    await one.client.boards.undo({ boardId: one.boardId })
    await start(11)
    expect(await one.client.boards.redo({ boardId: one.boardId })).toBeNull()
    expect((await see(id)).odds.standing).toMatchObject([{ odds: [40, 60] }])
    // the step before the odds is the card itself
    expect(await one.board()).toMatchObject({ undo: 'card', redo: null })
    expect((await see(id)).odds.standing).toMatchObject([{ odds: [40, 60] }])
  })

  it('is not asked about an episode that has been seen', async () => {
    expect(await one.call('boards.save', draft({ closes: EpisodeOrdinal.parse(7) }))).toMatchObject({
      error: { code: 'invalid-input' },
    })
  })
})

describe('a verdict', () => {
  const decide = (cardId: CardId, outcome: number | 'void' | null, ordinal: number | null = null) =>
    one.call('boards.resolve', { cardId, outcome, memberId: null, ordinal, text: 'As we saw.' })

  it('puts a card among the resolved ones, can be revised, and leaves its trace', async () => {
    const id = await predict()
    await decide(id, 0)
    expect(await see(id)).toMatchObject({ verdict: { outcome: 0, text: 'As we saw.' } })
    await decide(id, 1)
    await decide(id, 'void')
    await decide(id, null)
    const opened = await see(id)
    expect(opened.verdict).toBeNull()
    expect(opened.trace).toMatchObject([
      { outcome: 0 },
      { outcome: 1 },
      { outcome: 'void' },
      { outcome: null },
    ])
    expect((await one.board()).lanes[2]?.cards).toMatchObject([{ id }])
    expect(await one.client.boards.undo({ boardId: one.boardId })).toBe('verdict')
    expect((await see(id)).verdict).toMatchObject({ outcome: 'void' })
    expect((await one.board()).lanes[3]?.cards).toMatchObject([{ id }])
  })

  it('is refused for an option that there is not, and for what was over before it was asked', async () => {
    const id = await predict()
    expect(await decide(id, 2)).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await decide(id, 0, 9)).toMatchObject({
      error: { code: 'invalid-input', details: { place: 'ordinal' } },
    })
    expect((await see(id)).trace).toEqual([])
    expect(await decide(id, 0, 11)).toMatchObject({ ok: true })
  })

  it('is behind the veil for somebody who reads from before it', async () => {
    const id = await predict()
    await start(12)
    await decide(id, 0)
    await start(10)
    expect((await see(id)).verdict).toBeNull()
    expect(JSON.stringify(await see(id))).not.toContain('As we saw')
  })
})

describe('sealed odds', () => {
  const sealed = (cardId: CardId, memberId: MemberId | null, yes: number) =>
    one.client.boards.sealOdds({ cardId, memberId, odds: [yes, 100 - yes] })

  it('are in no document and on no screen until everybody who is here has locked', async () => {
    const id = await predict({ closes: EP11 })
    await sealed(id, maud, 73)
    const shut = await see(id, maud)
    expect(shut.odds).toMatchObject({ given: 1, standing: [], sealed: [{ memberId: maud }] })
    expect(shut.history).toMatchObject([{ odds: null, seal: { openedAt: null, matches: null } }])
    const told = JSON.stringify([await one.board(), shut, [...cardsOf(one.docs.read(one.boardId)).entries()]])
    expect(told.includes('73,27')).toBe(false)
    await sealed(id, null, 21)
    const open = await see(id)
    expect(open.odds.standing.map(({ odds }) => odds[0]).sort()).toEqual([21, 73])
    expect(open.history).toMatchObject([{ seal: { matches: true } }, { seal: { matches: true } }])
    expect(open.history[0]?.seal?.fingerprint).toBe(shut.odds.sealed[0]?.fingerprint)
  })

  it('stay shut while somebody’s odds are open: those could follow what they see', async () => {
    const id = await predict()
    await give(id, null, 40)
    await sealed(id, maud, 73)
    expect((await see(id)).odds).toMatchObject({
      standing: [{ odds: [40, 60] }],
      sealed: [{ memberId: maud }],
    })
    await sealed(id, null, 45)
    expect((await see(id)).odds.standing.map(({ odds }) => odds[0]).sort()).toEqual([45, 73])
  })

  it('open when the deciding episode begins, though not everybody has locked', async () => {
    const id = await predict({ closes: EP11 })
    await sealed(id, maud, 73)
    await start(11)
    expect((await see(id)).odds.standing).toMatchObject([{ memberId: maud, odds: [73, 27] }])
  })

  it('of one who is alone wait for the deciding episode', async () => {
    await one.client.members.leave({ memberId: maud })
    const id = await predict({ closes: EP11 })
    await sealed(id, null, 64)
    expect((await see(id)).odds).toMatchObject({ standing: [], sealed: [{}] })
    await start(11)
    expect((await see(id)).odds.standing).toMatchObject([{ odds: [64, 36] }])
  })

  it('open when whoever had not sealed is here no more', async () => {
    const idris = MemberId.parse(one.newId())
    await one.client.members.save({ id: idris, name: 'Idris', colour: 5, me: false })
    const id = await predict({ closes: EP11 })
    await sealed(id, maud, 73)
    await sealed(id, null, 21)
    expect((await see(id)).odds.standing).toEqual([])
    await one.client.members.leave({ memberId: idris })
    expect((await see(id)).odds.standing).toHaveLength(2)
  })

  it('open also on a card that lay in the archive when its episode began', async () => {
    const [id, other] = [await predict({ closes: EP11 }), await predict({ closes: EP11 })]
    await sealed(id, maud, 73)
    await give(other, maud, 50)
    await one.client.boards.putAway({ ids: [id] })
    await start(11)
    await one.client.boards.bringBack({ ids: [id] })
    expect((await see(id)).odds.standing).toMatchObject([{ odds: [73, 27] }])
  })

  it('on a question of the pack do not tell by opening where its answer is', async () => {
    const asked = one.db
      .prepare(`
        SELECT card_id FROM board_card JOIN question ON pack_key = question_key
        WHERE answer_ordinal = 11 AND coalesce(answer_safe_after, answer_ordinal) = 11
      `)
      .pluck()
      .get()
    const id = CardId.parse(asked)
    await sealed(id, maud, 73)
    await run(11)
    const during = await see(id)
    expect(during).toMatchObject({ closedAt: null, answer: null, odds: { standing: [], sealed: [{}] } })
    await start(11)
    expect(await see(id)).toMatchObject({ answer: { outcome: expect.any(String) }, odds: { standing: [{}] } })
  })

  it('that are opened to something else are said not to match, and do not stand', async () => {
    const id = await predict({ closes: EP11 })
    await sealed(id, maud, 73)
    const other = seal({ card: id, member: maud, odds: [99, 1], words: null }).opening
    const [entry] = (await see(id)).history
    one.docs.edit(one.boardId, { by: 'merge' }, (doc) =>
      putCard(doc, id, { [`opening.${entry?.id}`]: { ...other, at: '2021-06-01T00:00:00.000Z' } }),
    )
    const { odds, history } = await see(id)
    expect(odds).toMatchObject({ standing: [], sealed: [] })
    expect(history).toMatchObject([{ odds: null, seal: { matches: false } }])
  })

  it('belong to their card and their member, and to nothing else', () => {
    const secret = { card: 'a', member: 'm', odds: [70, 30], words: null }
    const { commitment, opening } = seal(secret)
    expect(unseal(commitment, 'a', 'm', opening)).toEqual(secret)
    expect(unseal(commitment, 'b', 'm', opening)).toBeNull()
    expect(unseal(commitment, 'a', 'n', opening)).toBeNull()
    expect(
      unseal(commitment, 'a', 'm', { ...opening, secret: opening.secret.replace('70', '71') }),
    ).toBeNull()
    expect(unseal(commitment, 'a', 'm', { ...opening, salt: '00'.repeat(32) })).toBeNull()
    expect(unseal(commitment, 'a', 'm', 'nothing')).toBeNull()
    // the same odds are sealed differently every time
    expect(seal(secret).commitment).not.toBe(commitment)
  })

  it('can hide the words of a whole prediction', async () => {
    const made = draft({ text: 'Julien leaves', details: 'For good.', authorId: maud, closes: EP11 })
    await one.client.boards.sealCard({ draft: made, odds: [70, 30] })
    const shut = await see(made.id, maud)
    expect(shut).toMatchObject({ text: '', details: '', wordsSealed: { matches: null }, authorId: maud })
    expect(
      JSON.stringify([await one.board(), [...cardsOf(one.docs.read(one.boardId)).entries()]]),
    ).not.toMatch(/Julien/)
    expect(await one.call('boards.save', { ...made, text: 'Sylvie leaves' })).toMatchObject({ ok: false })
    await start(11)
    const opened = { ...made, details: 'Rewritten.' }
    expect(await one.call('boards.save', opened)).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await see(made.id)).toMatchObject({
      text: 'Julien leaves',
      details: 'For good.',
      wordsSealed: { matches: true },
      odds: { standing: [{ memberId: maud, odds: [70, 30] }] },
    })
  })
})

describe('what is open', () => {
  it('tells the odds on a question as the person may know them', async () => {
    const id = await predict({ kind: 'question', text: 'Who writes to whom?' })
    const asked = async () =>
      (await one.client.boards.questions({ showId: one.showId })).open.find((each) => each.id === id)
    expect(await asked()).toMatchObject({ form: { is: 'yes-no' }, odds: { given: 0, crowd: null } })
    await give(id, maud, 40)
    expect(await asked()).toMatchObject({ odds: { given: 1, blind: true, standing: [], crowd: null } })
    await give(id, null, 80)
    expect(await asked()).toMatchObject({ odds: { given: 2, blind: false, crowd: [60, 40] } })
  })
})
