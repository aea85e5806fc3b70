import type { CardDraft } from '../../shared/boards/schema'
import { CardId, MemberId } from '../../shared/ids'
import { EpisodeOrdinal, Reach } from '../../shared/veil/schema'
import { testCore } from './core'

/** A board after the eighth episode of a first season of ten, and four people who guess on it: You and three others. */
export async function guessing() {
  const core = testCore()
  const { client } = core
  const { showId } = await client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 8 })
  const { id: boardId } = await client.boards.board({ showId, boardId: null, as: null })
  const of = () => ({ showId, boardId: null })

  const read = (reach: number) => client.library.setReading({ showId, reach: Reach.parse(reach) })
  await read(8)
  const people: Record<string, MemberId> = {}
  for (const [at, name] of ['Tomas', 'Priya', 'Maud'].entries()) {
    const id = MemberId.parse(core.newId())
    await client.members.save({ id, name, colour: at + 2, me: false })
    people[name] = id
  }
  const me = (await client.members.list()).find((member) => member.me)
  if (!me) throw new Error('beside others there is the person')
  people.You = me.id
  const idOf = (name: string) => people[name] ?? null

  const predict = async (over: Partial<CardDraft> = {}): Promise<CardId> => {
    const id = CardId.parse(core.newId())
    const whole = { id, boardId, kind: 'prediction' as const, text: 'It comes.', details: '', ordinal: null }
    await client.boards.save({ ...whole, ...over })
    return id
  }
  const give = (cardId: CardId, name: string, percent: number) =>
    client.boards.giveOdds({ cardId, memberId: idOf(name), odds: [percent, 100 - percent] })

  const scores = (name = 'You') => client.boards.scores({ ...of(), as: idOf(name) })
  const record = (name = 'You') => client.boards.record({ ...of(), memberId: idOf(name) })
  const seasons = async () => (await client.library.show({ showId })).seasons
  return {
    core,
    boardId,
    people,
    close: core.close,
    of,
    read,
    predict,
    give,
    giveAll: async (cardId: CardId, odds: Readonly<Record<string, number>>) => {
      for (const [name, percent] of Object.entries(odds)) await give(cardId, name, percent)
    },
    resolve: (cardId: CardId, outcome: number | 'void' | null, ordinal: number | null = null) =>
      client.boards.resolve({
        ...{ cardId, outcome, memberId: null, text: 'We saw it.' },
        ordinal: ordinal === null ? null : EpisodeOrdinal.parse(ordinal),
      }),
    nameOf: (id: MemberId) => Object.entries(people).find(([, each]) => each === id)?.[0],
    scores,
    record,
    resolved: () => client.boards.resolved(of()),
    season: async (number: number) => {
      const found = (await seasons()).find((each) => each.number === number)
      if (!found) throw new Error('no such season')
      return client.boards.season({ ...of(), seasonId: found.id })
    },
    /** Every score there is, for everybody, as one text. */
    everything: async () => {
      const all = await Promise.all([
        ...Object.keys(people).flatMap((name) => [scores(name), record(name)]),
        client.boards.resolved(of()),
        ...(await seasons()).map(({ id }) => client.boards.season({ ...of(), seasonId: id })),
      ])
      return JSON.stringify(all)
    },
  }
}
export type Guessing = Awaited<ReturnType<typeof guessing>>
