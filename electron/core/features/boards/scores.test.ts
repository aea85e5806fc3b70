import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeasonId } from '../../../../shared/ids'
import { EpisodeOrdinal } from '../../../../shared/veil/schema'
import { testCore } from '../../../../tests/support/core'
import { type Guessing, guessing } from '../../../../tests/support/guessing'

let play: Guessing
beforeEach(async () => {
  play = await guessing()
})
afterEach(() => play.close())

describe('the scores of a board', () => {
  it('rank its members by what came of their odds, with the crowd beside them', async () => {
    const watch = await play.predict({ text: 'The watch is lost for good.' })
    await play.giveAll(watch, { Tomas: 80, You: 35, Priya: 20 })
    const doug = await play.predict({ text: 'Doug moves to Paris.' })
    await play.giveAll(doug, { You: 20, Maud: 15 })
    await play.resolve(watch, 1)
    await play.resolve(doug, 1)
    const { rows, crowd, as } = await play.scores()
    expect(await play.core.client.boards.scores({ ...play.of(), as: null })).toMatchObject({ as, rows })
    expect(as).toBe(play.people.You)
    expect(
      rows.map(({ memberId, rank, predictions, compared }) => [
        play.nameOf(memberId),
        rank,
        predictions,
        compared,
      ]),
    ).toEqual([
      ['Maud', 1, 1, 1],
      ['Priya', 2, 1, 1],
      ['You', 3, 2, 2],
      ['Tomas', 4, 1, 1],
    ])
    for (const [at, brier] of [0.0225, 0.04, (0.1225 + 0.04) / 2, 0.64].entries())
      expect(rows[at]?.brier).toBeCloseTo(brier, 12)
    expect(rows[2]?.relativeBrier).toBeCloseTo((0.1225 - 0.34 + (0.04 - 0.0225)) / 2, 12)
    expect(crowd).toMatchObject({ predictions: 2 })
    expect(crowd?.brier).toBeCloseTo((0.45 ** 2 + 0.175 ** 2) / 2, 12)
  })

  it('weigh odds by the episodes for which they stood', async () => {
    const card = await play.predict({ closes: EpisodeOrdinal.parse(12) })
    await play.give(card, 'You', 40)
    await play.read(10)
    await play.give(card, 'You', 90)
    await play.read(12)
    await play.resolve(card, 0, 12)
    // after 8 and after 9 it was 40 %, after 10 and after 11 it was 90 %
    const { rows } = await play.scores()
    expect(rows[0]?.brier).toBeCloseTo((2 * 0.36 + 2 * 0.01) / 4, 12)
    expect((await play.record()).entries[0]?.course).toEqual([
      { after: 8, length: 2, odds: [40, 60] },
      { after: 10, length: 2, odds: [90, 10] },
    ])
  })

  it('do not count what was given when the answer had been seen', async () => {
    const card = await play.predict()
    await play.give(card, 'You', 30)
    await play.read(10)
    await play.give(card, 'You', 100)
    await play.give(card, 'Tomas', 100)
    // it happened in the ninth, says who resolves it
    await play.resolve(card, 0, 9)
    const { rows } = await play.scores()
    expect(rows.map(({ memberId, brier }) => [play.nameOf(memberId), brier.toFixed(2)])).toEqual([
      ['You', '0.49'],
    ])
  })

  it('do not count what was given when the prediction had closed', async () => {
    const card = await play.predict({ closes: EpisodeOrdinal.parse(10) })
    await play.give(card, 'You', 30)
    await play.read(10)
    expect(
      await play.core.call('boards.giveOdds', { cardId: card, memberId: play.people.Tomas, odds: [99, 1] }),
    ).toMatchObject({
      error: { code: 'prediction-closed' },
    })
    await play.read(11)
    await play.resolve(card, 0)
    expect((await play.record()).entries).toMatchObject([{ card: { ordinal: 10 }, brier: 0.7 ** 2 }])
    // another replica knew nothing of it, and its clock is behind: only what is dated before the close can count, and
    // what is dated before the odds that stood does not replace them
    const given = play.core.db.prepare('SELECT at FROM card_odds').pluck().get() as string
    const from = (at: string, odds: string, afterKey = 'after_key') =>
      play.core.db
        .prepare(`
          INSERT INTO card_odds (doc_id, card_id, odds_id, member_id, at, after_key, odds)
          SELECT doc_id, card_id, ?, member_id, ?, ${afterKey}, ? FROM card_odds WHERE odds = '[30,70]'
        `)
        .run(play.core.newId(), at, odds)
    from('2030-01-01T00:00:00.000Z', '[99,1]')
    from('2001-01-01T00:00:00.000Z', '[1,99]')
    // nor what was given after an episode that this library does not know
    from(given.replace(/.Z$/, '9Z'), '[98,2]', "'s99e99'")
    expect((await play.record()).entries).toMatchObject([{ brier: 0.7 ** 2, course: [{ odds: [30, 70] }] }])
  })

  it('begin with the episode after which a prediction was made, also when the reading line was moved back', async () => {
    const card = await play.predict({ closes: EpisodeOrdinal.parse(11) })
    await play.read(5)
    await play.give(card, 'You', 80)
    await play.read(11)
    await play.resolve(card, 0)
    expect((await play.record()).entries[0]?.course).toEqual([{ after: 8, length: 3, odds: [80, 20] }])
  })

  it('close with the answer of the pack, and tell of it when it may be told', async () => {
    await play.read(10)
    const { lanes } = await play.core.client.boards.board({ ...play.of(), as: null })
    const questions = lanes.flatMap(({ cards }) => cards).filter((card) => !card.veiled)
    const camille = questions.find(({ text }) => /Camille/.test(text) && /find|learn|discover/i.test(text))
    if (!camille) throw new Error('the pack asks that')
    await play.give(camille.id, 'You', 60)
    await play.read(14)
    await play.resolve(camille.id, 0)
    const [entry] = (await play.record()).entries
    expect(entry).toMatchObject({ card: { ordinal: 13 }, course: [{ after: 10, length: 3 }] })
    play.core.db.prepare('UPDATE question SET answer_safe_after = 16 WHERE answer_ordinal = 13').run()
    expect((await play.record()).entries).toMatchObject([
      { card: { ordinal: null }, course: [{ after: 10, length: 5 }] },
    ])
  })

  it('count odds on every kind of card, and of every form', async () => {
    const which = await play.predict({
      kind: 'question',
      form: { is: 'choice', options: ['Mathieu', 'Gabriel', 'Neither'] },
    })
    await play.core.client.boards.giveOdds({ cardId: which, memberId: null, odds: [20, 70, 10] })
    await play.resolve(which, 1)
    expect((await play.scores()).rows[0]?.brier).toBeCloseTo((0.04 + 0.09 + 0.01) / 2, 12)
    expect((await play.scores()).own.dots).toMatchObject([
      { said: 10, share: 0, n: 1 },
      { said: 20, share: 0, n: 1 },
      { said: 70, share: 1, n: 1 },
    ])
  })

  it('are not changed by what fell through, or is open again', async () => {
    const first = await play.predict()
    await play.giveAll(first, { You: 60, Tomas: 10 })
    await play.resolve(first, 0)
    const before = await play.scores()
    const fallen = await play.predict()
    await play.giveAll(fallen, { You: 1, Tomas: 99 })
    await play.resolve(fallen, 'void')
    const open = await play.predict()
    await play.giveAll(open, { You: 1, Tomas: 99 })
    await play.resolve(open, 0)
    await play.resolve(open, null)
    expect(await play.scores()).toEqual(before)
    expect((await play.record()).entries).toHaveLength(1)
  })

  it('go on while a prediction is open again', async () => {
    const card = await play.predict()
    await play.give(card, 'You', 80)
    await play.resolve(card, 0)
    await play.resolve(card, null)
    await play.read(10)
    await play.give(card, 'You', 30)
    await play.resolve(card, 1)
    expect((await play.record()).entries[0]?.course).toEqual([
      { after: 8, length: 2, odds: [80, 20] },
      { after: 10, length: 1, odds: [30, 70] },
    ])
  })

  it('follow a verdict that is revised, and close with the first one', async () => {
    const card = await play.predict()
    await play.give(card, 'You', 80)
    await play.resolve(card, 0)
    await play.read(11)
    await play.resolve(card, 1)
    expect((await play.scores()).rows[0]?.brier).toBeCloseTo(0.64, 12)
    expect((await play.record()).entries[0]?.course).toEqual([{ after: 8, length: 1, odds: [80, 20] }])
  })

  it('keep what lies in the archive and lose what is taken away, until it is brought back', async () => {
    const card = await play.predict()
    await play.give(card, 'You', 80)
    await play.resolve(card, 0)
    const before = await play.scores()
    await play.core.client.boards.putAway({ ids: [card] })
    expect(await play.scores()).toEqual(before)
    await play.core.client.boards.remove({ ids: [card] })
    expect((await play.scores()).rows).toEqual([])
    await play.core.client.boards.undo({ boardId: play.boardId })
    expect(await play.scores()).toEqual(before)
  })

  it('count sealed odds once they are open, from the moment they were sealed', async () => {
    const card = await play.predict({ closes: EpisodeOrdinal.parse(11) })
    await play.core.client.boards.sealOdds({
      cardId: card,
      memberId: play.people.Maud ?? null,
      odds: [70, 30],
    })
    await play.read(10)
    await play.give(card, 'You', 40)
    await play.read(11)
    await play.resolve(card, 0)
    const { rows } = await play.scores()
    expect(rows.map(({ memberId, brier }) => [play.nameOf(memberId), brier.toFixed(2)])).toEqual([
      ['Maud', '0.09'],
      ['You', '0.36'],
    ])
    expect((await play.record('Maud')).entries[0]?.course).toEqual([{ after: 8, length: 3, odds: [70, 30] }])
  })

  it('say nothing of a show in which nothing was decided, nor of a person who is nobody yet', async () => {
    const nothing = { dots: [], habit: null }
    expect(await play.scores()).toEqual({
      as: play.people.You,
      rows: [],
      crowd: null,
      own: nothing,
      ofCrowd: nothing,
    })
    const fresh = testCore()
    const { showId: other } = await fresh.client.exchange.start({
      packId: 'emily-in-paris',
      watchedThrough: 8,
    })
    const none = { showId: other, boardId: null }
    expect(await fresh.client.boards.scores({ ...none, as: null })).toMatchObject({ as: null, rows: [] })
    expect(await fresh.client.boards.record({ ...none, memberId: null })).toMatchObject({
      memberId: null,
      entries: [],
    })
    fresh.db.prepare('DELETE FROM crdt_doc').run()
    expect(await fresh.client.boards.scores({ ...none, as: null })).toMatchObject({ rows: [] })
    expect(fresh.db.prepare('SELECT count(*) FROM board').pluck().get()).toBe(0)
    fresh.close()
  })

  it('have the ingredients of a sentence', async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      const card = await play.predict({ text: `Number ${nth}` })
      await play.give(card, 'You', 70)
      await play.give(card, 'Tomas', 10)
      await play.resolve(card, nth < 6 ? 0 : 1)
    }
    const { own, ofCrowd } = await play.scores()
    expect(own.habit).toMatchObject({ dot: { said: 70, share: 0.6, n: 10 }, clear: false, others: 0 })
    expect(ofCrowd.habit).toMatchObject({ dot: { said: 40, share: 0.6, n: 10 } })
    expect((await play.scores('Maud')).own).toEqual({ dots: [], habit: null })
  })
})

describe('a record', () => {
  it('tells every decided prediction of one member, with its scores, and takes the mean apart', async () => {
    const first = await play.predict({ text: 'First.' })
    await play.giveAll(first, { You: 72, Priya: 60, Tomas: 25 })
    const second = await play.predict({ text: 'Second.' })
    await play.giveAll(second, { You: 35, Tomas: 80 })
    await play.read(10)
    await play.resolve(first, 0, 10)
    await play.resolve(second, 1, 9)
    const told = await play.record()
    expect(told).toMatchObject({ memberId: play.people.You, rank: 1, means: { predictions: 2, compared: 2 } })
    expect(told.entries).toMatchObject([
      { card: { text: 'Second.', outcome: 1, ordinal: 9, words: 'We saw it.' }, rank: 1, of: 2 },
      { card: { text: 'First.', outcome: 0, ordinal: 10 }, rank: 1, of: 3 },
    ])
    expect(told.entries[1]?.brier).toBeCloseTo(0.28 ** 2, 12)
    const parts = told.decomposition
    if (!parts || !told.means) throw new Error('there are scores')
    expect(parts.reliability - parts.resolution + parts.uncertainty).toBeCloseTo(told.means.brier, 12)
    expect((await play.record('Maud')).entries).toEqual([])
  })
})

describe('who saw it coming', () => {
  it('is told season by season: everybody on each, and the leaderboard of the season', async () => {
    const early = await play.predict({ text: 'In the first.' })
    await play.giveAll(early, { You: 90, Tomas: 60 })
    const late = await play.predict({ text: 'In the second.' })
    await play.giveAll(late, { You: 20, Tomas: 80, Priya: 80 })
    const fallen = await play.predict({ text: 'Never asked again.' })
    await play.give(fallen, 'Priya', 50)
    await play.read(10)
    await play.resolve(early, 0, 10)
    await play.read(12)
    await play.resolve(late, 0, 12)
    await play.resolve(fallen, 'void', 11)

    const first = await play.season(1)
    expect(first.entries).toMatchObject([
      {
        card: { id: early, outcome: 0 },
        seers: [{ memberId: play.people.You, rank: 1, odds: [90, 10] }, { rank: 2 }],
      },
    ])
    expect(first.entries[0]?.crowd?.odds).toEqual([75, 25])
    expect(first.rows).toHaveLength(2)

    const second = await play.season(2)
    expect(second.entries.map(({ card }) => card.text)).toEqual(['Never asked again.', 'In the second.'])
    expect(second.entries[0]).toMatchObject({ card: { outcome: 'void' }, seers: [], crowd: null })
    expect(second.entries[1]?.seers.map(({ memberId, rank }) => [play.nameOf(memberId), rank])).toEqual([
      ['Tomas', 1],
      ['Priya', 1],
      ['You', 3],
    ])
    expect(second.rows.map(({ predictions }) => predictions)).toEqual([1, 1, 1])
    expect(second.crowd).toMatchObject({ predictions: 1 })
  })

  it('holds what was decided before anything had been seen in the season that was to begin', async () => {
    await play.read(0)
    const card = await play.predict({ text: 'From the press.' })
    await play.give(card, 'You', 80)
    await play.resolve(card, 0)
    expect((await play.season(1)).entries).toMatchObject([{ card: { ordinal: null }, seers: [{ rank: 1 }] }])
    expect((await play.season(2)).entries).toEqual([])
  })

  it('has no page for a season that nobody here knows', async () => {
    expect(
      await play.core.call('boards.season', { ...play.of(), seasonId: play.core.newId() as SeasonId }),
    ).toMatchObject({ error: { code: 'not-found' } })
  })
})
