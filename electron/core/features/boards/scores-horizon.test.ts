import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CardId } from '../../../../shared/ids'
import { EpisodeOrdinal } from '../../../../shared/veil/schema'
import { type Guessing, guessing } from '../../../../tests/support/guessing'

let play: Guessing
beforeEach(async () => {
  play = await guessing()
})
afterEach(() => play.close())

describe('what lies beyond the reading line', () => {
  it('is in no score when the card itself waits there', async () => {
    const card = await play.predict({ text: 'Not yet.', safeAfter: EpisodeOrdinal.parse(12) })
    await play.giveAll(card, { You: 80, Tomas: 30 })
    await play.resolve(card, 0)
    expect((await play.scores()).rows).toEqual([])
    expect((await play.season(1)).entries).toEqual([])
    await play.read(12)
    expect((await play.scores()).rows).toHaveLength(2)
  })

  it('is in no score: a revision, a resolution, odds and a card of later change nothing', async () => {
    const seen = await play.predict({ text: 'Seen.' })
    await play.giveAll(seen, { You: 70, Tomas: 20 })
    await play.resolve(seen, 0)
    const open = await play.predict({ text: 'Open.' })
    await play.give(open, 'You', 60)
    const before = await play.everything()
    await play.read(12)
    await play.resolve(seen, 1)
    await play.give(open, 'Tomas', 5)
    await play.resolve(open, 1, 11)
    const later = await play.predict({ text: 'Later.', safeAfter: null })
    await play.giveAll(later, { You: 5, Maud: 95 })
    await play.resolve(later, 0)
    expect(await play.everything()).not.toBe(before)
    await play.read(8)
    expect(await play.everything()).toBe(before)
  })

  it('is in no score, whatever was done there', async () => {
    const PREDICTIONS = [null, 10, 12, null]
    const step = fc.record({
      card: fc.nat({ max: PREDICTIONS.length - 1 }),
      who: fc.constantFrom('You', 'Tomas', 'Priya', 'Maud'),
      percent: fc.integer({ min: 0, max: 100 }),
      outcome: fc.constantFrom(0, 1, 'void' as const, null),
      ordinal: fc.constantFrom(null, 9, 11),
      does: fc.constantFrom('odds', 'seal', 'verdict', 'card', 'on'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        play.close()
        play = await guessing()
        const cards: CardId[] = []
        for (const [at, closes] of PREDICTIONS.entries()) {
          const id = await play.predict({ closes: closes === null ? null : EpisodeOrdinal.parse(closes) })
          cards.push(id)
          await play.giveAll(id, { You: 10 + 20 * at, Tomas: 80 - 15 * at })
          if (at > 1) await play.resolve(id, at % 2)
        }
        const before = await play.everything()
        expect((await play.scores()).rows).toHaveLength(2)
        let reach = 9
        await play.read(reach)
        for (const { card, who, percent, outcome, ordinal, does } of steps) {
          const [cardId, memberId] = [cards[card], play.people[who]]
          const odds = { cardId, memberId, odds: [percent, 100 - percent] }
          // what is refused, because the card is closed or was not asked yet, has changed nothing either
          if (does === 'odds') await play.core.call('boards.giveOdds', odds)
          if (does === 'seal') await play.core.call('boards.sealOdds', odds)
          if (does === 'verdict')
            await play.core.call('boards.resolve', { cardId, outcome, memberId: null, ordinal, text: '' })
          if (does === 'card') {
            const made = await play.predict({ text: 'Made later.', safeAfter: null })
            await play.give(made, who, percent)
            await play.resolve(made, 0)
          }
          if (does === 'on') {
            reach += 1
            await play.read(reach)
          }
        }
        await play.read(8)
        expect(await play.everything()).toBe(before)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
