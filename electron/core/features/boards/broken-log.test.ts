import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CardId, MemberId } from '../../../../shared/ids'
import { documentsOf, type Replica, replica, tablesOf } from '../../../../tests/support/board-replicas'
import { sumOf } from '../../documents/document-log'
import { cardsOf, metaOf, putText } from './board-doc'

let one: Replica
beforeEach(async () => {
  one = await replica(1)
})
afterEach(() => one.close())

const write = async (text: string, details = '') => {
  const id = CardId.parse(one.newId())
  await one.client.boards.save({ id, boardId: one.boardId, kind: 'theory', text, details, ordinal: null })
  return id
}
/** As the next run of the app finds it. */
const reopen = () => documentsOf(one)
const updates = () =>
  one.db.prepare('SELECT seq, u FROM crdt_update WHERE doc_id = ? ORDER BY seq').all(one.boardId) as {
    seq: number
    u: Buffer
  }[]
const damage = (seq: number) => {
  const bytes = Buffer.from(updates().find((each) => each.seq === seq)?.u ?? [])
  bytes.fill(0xff, Math.floor(bytes.length / 2))
  one.db.prepare('UPDATE crdt_update SET u = ? WHERE seq = ?').run(bytes, seq)
}

describe('a change in the log that cannot be read', () => {
  it('is set aside, and what it did is brought back from the tables', async () => {
    await write('Before', 'kept')
    const lost = await write('Lost', 'but for the tables')
    await one.client.boards.giveOdds({ cardId: lost, memberId: null, odds: [60, 40] })
    await one.client.boards.label({ ids: [lost], label: 'heart', on: true })
    await write('After')
    const before = tablesOf(one)
    const seqs = updates().map(({ seq }) => seq)
    for (const seq of seqs.slice(-4, -1)) damage(seq)
    const docs = reopen()
    docs.read(one.boardId)
    expect(docs.state(one.boardId)).toEqual({ setAside: 3, newer: false })
    expect(tablesOf(one)).toEqual(before)
    // and made anew from what the document holds now, they are the same
    documentsOf(one).rebuild(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    expect((await one.board()).setAside).toBe(3)
    // what was set aside stays, for somebody who can read it one day
    docs.compact(one.boardId)
    expect(updates()).toHaveLength(3)
    await write('And on')
    expect((await one.board()).lanes[1]?.cards).toHaveLength(4)
  })

  it('does not take along what came after it, not even a snapshot that is broken', async () => {
    await write('In the snapshot', 'with words')
    const docs = documentsOf(one)
    docs.compact(one.boardId)
    await write('Behind it')
    const before = tablesOf(one)
    const snapshot = one.db
      .prepare('SELECT snapshot FROM crdt_doc WHERE doc_id = ?')
      .pluck()
      .get(one.boardId) as Buffer
    snapshot.fill(0, 10, 60)
    one.db.prepare('UPDATE crdt_doc SET snapshot = ? WHERE doc_id = ?').run(snapshot, one.boardId)
    reopen().read(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    documentsOf(one).rebuild(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    expect((await one.board()).setAside).toBe(1)
  })

  it('is mended as a whole or not at all', async () => {
    await write('In the snapshot', 'with words')
    documentsOf(one).compact(one.boardId)
    await write('Behind it')
    const before = tablesOf(one)
    const bytes = one.db.prepare('SELECT snapshot FROM crdt_doc WHERE doc_id = ?').pluck().get(one.boardId)
    const snapshot = bytes as Buffer
    snapshot.fill(0, 10, 60)
    one.db.prepare('UPDATE crdt_doc SET snapshot = ? WHERE doc_id = ?').run(snapshot, one.boardId)
    one.db.exec("CREATE TRIGGER full BEFORE INSERT ON crdt_update BEGIN SELECT raise(ABORT, 'full'); END")
    const docs = reopen()
    expect(() => docs.read(one.boardId)).toThrow(/full/)
    one.db.exec('DROP TRIGGER full')
    expect(docs.state(one.boardId).setAside).toBe(0)
    // the next look finds the same, and mends it
    docs.read(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    docs.rebuild(one.boardId)
    expect(tablesOf(one)).toEqual(before)
  })

  it('gives sealed words back with their seal, opened or not', async () => {
    const made = (text: string) => ({
      ...{ id: CardId.parse(one.newId()), boardId: one.boardId, kind: 'prediction' as const, text },
      ...{ details: 'For good.', ordinal: null },
    })
    const [shut, open] = [made('Julien leaves'), made('Sylvie stays')]
    for (const draft of [shut, open]) await one.client.boards.sealCard({ draft, odds: [70, 30] })
    await one.client.boards.resolve({ cardId: open.id, outcome: 0, memberId: null, ordinal: null, text: '' })
    const before = tablesOf(one)
    for (const { seq } of updates()) damage(seq)
    reopen().read(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    documentsOf(one).rebuild(one.boardId)
    expect(tablesOf(one)).toEqual(before)
    expect(await one.client.boards.card({ id: open.id, as: null })).toMatchObject({
      text: 'Sylvie stays',
      details: 'For good.',
      wordsSealed: { matches: true },
    })
    expect(await one.client.boards.card({ id: shut.id, as: null })).toMatchObject({ text: '', details: '' })
  })

  it('is found by its checksum, whatever it says', async () => {
    const id = await write('Mine')
    const forged = Y.encodeStateAsUpdate(one.docs.read(one.boardId))
    const [last] = updates().slice(-1)
    one.db.prepare('UPDATE crdt_update SET u = ? WHERE seq = ?').run(Buffer.from(forged), last?.seq)
    expect(sumOf(forged)).not.toBe(sumOf(last?.u ?? new Uint8Array()))
    const docs = reopen()
    docs.read(one.boardId)
    expect(docs.state(one.boardId).setAside).toBe(1)
    expect(await one.client.boards.card({ id, as: null })).toMatchObject({ text: 'Mine' })
  })
})

describe('a board of a newer version of the app', () => {
  it('can be read as it was, and is not changed', async () => {
    const id = await write('Old words')
    one.docs.edit(one.boardId, { by: 'merge' }, (doc) => metaOf(doc).set('format', 2))
    expect(() => one.docs.edit(one.boardId, { by: 'pack' }, () => {})).toThrow(/format 2/)
    expect(await one.board()).toMatchObject({ newer: true })
    const before = updates()
    for (const call of [
      one.call('boards.putAway', { ids: [id] }),
      one.call('boards.rename', { boardId: one.boardId, title: 'Mine' }),
      one.call('boards.undo', { boardId: one.boardId }),
    ])
      expect(await call).toMatchObject({ ok: false, error: { code: 'board-newer' } })
    expect(updates()).toEqual(before)
    // the rest of the app goes on
    const { showId } = one
    expect(await one.call('library.setReading', { showId, reach: 5 })).toMatchObject({ ok: true })
  })
})

describe('what a replica says that nobody here can read', () => {
  it('is passed over, part by part, and no card is lost for it', async () => {
    const id = await write('Mine')
    const cards = cardsOf(one.docs.read(one.boardId))
    const member = MemberId.parse(one.newId())
    one.docs.edit(one.boardId, { by: 'merge' }, () => {
      cards.set(`${id}.kind`, 'prophecy')
      cards.set(`${id}.lie`, ['nowhere', 7])
      cards.set(`${id}.form`, { is: 'choice', options: [] })
      cards.set(`${id}.odds.${member}.${one.newId()}`, { odds: [80, 80], at: '2021-05-04T18:00:00.000Z' })
      cards.set(`${id}.verdict.${one.newId()}`, { outcome: 9, at: 'yesterday' })
      cards.set(`${id}.evidence.${one.newId()}`, 'a look')
      cards.set(`${id}.made`, 12)
      cards.set('nonsense', true)
    })
    expect(await one.client.boards.card({ id, as: null })).toMatchObject({
      text: 'Mine',
      kind: 'theory',
      form: { is: 'yes-no' },
      odds: { given: 0 },
      evidence: [],
      trace: [],
    })
  })

  it('comes in with a text that was written elsewhere', async () => {
    const id = await write('Mine', 'One.')
    one.docs.edit(one.boardId, { by: 'merge' }, (doc) => putText(doc, id, 'One. 𝔘nd zwei.'))
    expect(await one.client.boards.card({ id, as: null })).toMatchObject({ details: 'One. 𝔘nd zwei.' })
  })
})

it('a change that the disk refuses leaves the board as it was, and the next one goes through', async () => {
  await write('Before')
  const before = tablesOf(one)
  one.db.exec("CREATE TRIGGER full BEFORE INSERT ON crdt_update BEGIN SELECT raise(ABORT, 'full'); END")
  const id = one.newId()
  const draft = { id, boardId: one.boardId, kind: 'theory', text: 'Refused', details: 'x', ordinal: null }
  expect((await one.call('boards.save', draft)).ok).toBe(false)
  one.db.exec('DROP TRIGGER full')
  expect(tablesOf(one)).toEqual(before)
  await write('After')
  documentsOf(one).rebuild(one.boardId)
  expect((await one.board()).lanes[1]?.cards).toMatchObject([{ text: 'Before' }, { text: 'After' }])
})
