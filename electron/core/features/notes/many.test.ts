import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemberId, type NoteId } from '../../../../shared/ids'
import { Ms } from '../../../../shared/time'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { type NoteDesk, noteDesk } from '../../../../tests/support/notes'
import { CANDIDATES } from './finder'

let core: TestCore
let desk: NoteDesk
beforeEach(async () => {
  core = testCore()
  desk = await noteDesk(core)
})
afterEach(() => core.close())

const tagsOf = async (id: NoteId) => {
  const note = await core.client.notes.read({ id })
  return note.veiled ? null : note.tags
}
const notes = () => core.client.notes

describe('the trash', () => {
  it('holds what was deleted, the newest first, until it is restored', async () => {
    const [a, b] = [await desk.write({ title: 'a' }), await desk.write({ title: 'b' })]
    await notes().remove({ id: a })
    await notes().remove({ id: b })
    const trash = await notes().trash({ showId: desk.showId })
    expect(trash.rows.map(({ note }) => note.title)).toEqual(['b', 'a'])
    await notes().restore({ id: a })
    expect(await desk.titles()).toEqual(['a'])
    expect((await notes().trash({ showId: desk.showId })).total).toBe(1)
  })

  it('veils what the line veils', async () => {
    const id = await desk.write({ title: 'ninth', episodeId: desk.episodeIds[8] ?? null })
    await notes().remove({ id })
    await core.client.library.setReading({ showId: desk.showId, reach: Reach.parse(2) })
    expect(await notes().trash({ showId: desk.showId })).toEqual({ rows: [], total: 0, veiled: 1 })
  })

  it('is emptied for good, history and all, and nothing else is', async () => {
    const gone = desk.draft({ title: 'gone', body: 'x' })
    await notes().save(gone)
    core.db.exec("UPDATE note SET created_at = '2020-01-01T00:00:00.000Z'")
    await notes().save({ ...gone, body: 'y' })
    await desk.write({ title: 'stays' })
    await notes().remove({ id: gone.id })
    expect(await notes().emptyTrash({ showId: desk.showId })).toBe(1)
    expect(core.db.prepare('SELECT count(*) FROM note_version').pluck().get()).toBe(0)
    expect(await core.call('notes.restore', { id: gone.id })).toMatchObject({ error: { code: 'not-found' } })
    expect(await desk.titles()).toEqual(['stays'])
  })
})

describe('many notes at once', () => {
  it('take a tag, and undo touches those alone that took it', async () => {
    const [a, b] = [await desk.write({ tags: ['luc'] }), await desk.write({ tags: ['savoir'] })]
    const { noteIds } = await notes().tagMany({ noteIds: [a, b], tag: 'LUC', on: true })
    expect(noteIds).toEqual([b])
    expect(await tagsOf(b)).toEqual(['savoir', 'luc'])
    await notes().tagMany({ noteIds, tag: 'luc', on: false })
    expect([await tagsOf(a), await tagsOf(b)]).toEqual([['luc'], ['savoir']])
    expect((await desk.list({ tags: ['luc'] })).total).toBe(1)
  })

  it('are pinned and deleted together, and come back together', async () => {
    const ids = [await desk.write({ title: 'a', pinned: true }), await desk.write({ title: 'b' })]
    expect((await notes().pinMany({ noteIds: ids, pinned: true })).noteIds).toEqual([ids[1]])
    const removed = await notes().removeMany({ noteIds: ids })
    expect(await desk.titles()).toEqual([])
    await notes().restoreMany(removed)
    expect(await desk.titles({ pinned: true })).toEqual(['b', 'a'])
  })

  it('pass over what is veiled, and tell nothing of it', async () => {
    const id = await desk.write({ tags: ['secret'], episodeId: desk.episodeIds[8] ?? null })
    await core.client.library.setReading({ showId: desk.showId, reach: Reach.parse(2) })
    for (const on of [true, false])
      expect(await notes().tagMany({ noteIds: [id], tag: 'secret', on })).toEqual({ noteIds: [] })
    expect(await notes().removeMany({ noteIds: [id] })).toEqual({ noteIds: [] })
  })

  it('are told by their ids, any stretch of a list', async () => {
    const ids: NoteId[] = []
    for (let n = 0; n < 130; n += 1) ids.push(await desk.write({ title: `${n}` }))
    const wanted = {
      showId: desk.showId,
      search: '',
      kinds: [],
      tags: [],
      episodeId: null,
      order: 'newest' as const,
    }
    expect(await notes().ids({ ...wanted, offset: 95, count: 20 })).toEqual(ids.toReversed().slice(95, 115))
  })
})

describe('filters', () => {
  it('know pins, marks to be written, and who wrote', async () => {
    const nora = await core.client.members.save({
      id: MemberId.parse(core.newId()),
      name: 'Nora',
      colour: 2,
      me: false,
    })
    const me = (await core.client.members.list(undefined)).find((member) => member.me)
    await desk.write({ title: 'pinned', pinned: true })
    await desk.write({ title: 'hers', authorId: nora.id })
    await desk.write({ episodeId: desk.episodeIds[0] ?? null, atMs: Ms.parse(1000) })
    expect(await desk.titles({ pinned: true })).toEqual(['pinned'])
    expect(await desk.titles({ toWrite: true })).toEqual([''])
    expect(await desk.titles({ authorIds: [nora.id] })).toEqual(['hers'])
    expect(await desk.titles({ authorIds: [me?.id] })).toEqual(['', 'pinned'])
    expect(await notes().facets({ showId: desk.showId })).toMatchObject({
      pinned: 1,
      toWrite: 1,
      authors: expect.arrayContaining([
        { authorId: nora.id, count: 1 },
        { authorId: me?.id, count: 2 },
      ]),
    })
  })

  it('know notes that were written before there was anybody', async () => {
    await desk.write({ title: 'before' })
    const me = await core.client.members.save({
      id: MemberId.parse(core.newId()),
      name: 'M',
      colour: 1,
      me: true,
    })
    expect(await desk.titles({ authorIds: [me.id] })).toEqual(['before'])
    expect((await desk.list()).rows[0]?.authorId).toBe(me.id)
  })

  it('find the notes that say a role, and none for a role that may not be named', async () => {
    await desk.write({ title: 'Sylvie delegating' })
    await desk.write({ title: 'nobody' })
    const { groups } = await core.client.cast.roles({ showId: desk.showId })
    const roles = groups.flatMap(({ roles }) => roles)
    const sylvie = roles.find((role) => !role.veiled && role.shortName === 'Sylvie')
    expect(await desk.titles({ roleId: sylvie && !sylvie.veiled ? sylvie.id : null })).toEqual([
      'Sylvie delegating',
    ])
    const later = core.db
      .prepare<[], { id: string; short_name: string }>(
        'SELECT id, short_name FROM role WHERE safe_after > 10 LIMIT 1',
      )
      .get()
    await desk.write({ title: `about ${later?.short_name}` })
    expect(await desk.titles({ roleId: later?.id })).toEqual([])
  })

  it('sort by the last edit', async () => {
    const old = desk.draft({ title: 'old' })
    await notes().save(old)
    await desk.write({ title: 'new' })
    await notes().save({ ...old, body: 'changed' })
    expect(await desk.titles({ order: 'edited' })).toEqual(['old', 'new'])
  })

  it('look through the newest candidates while somebody types, and say that there may be more', async () => {
    const insert = core.db.prepare(`
      INSERT INTO note (id, show_id, kind, title, body, pinned, created_at, updated_at)
      VALUES (?, ?, 'note', ?, 'watch', 0, '2021-05-04T18:00:00.000Z', '2021-05-04T18:00:00.000Z')
    `)
    core.db.transaction(() => {
      for (let n = 0; n < CANDIDATES + 10; n += 1) insert.run(core.newId(), desk.showId, `${n}`)
    })()
    expect(await desk.list({ search: 'wat', thorough: false })).toMatchObject({
      total: CANDIDATES,
      more: true,
    })
    expect(await desk.list({ search: 'wat' })).toMatchObject({ total: CANDIDATES + 10, more: false })
  })

  it('tell nothing of veiled notes by how far a search looks while somebody types', async () => {
    await desk.write({ title: 'watch this' })
    const insert = core.db.prepare(`
      INSERT INTO note (id, show_id, episode_id, kind, title, body, pinned, created_at, updated_at)
      VALUES (?, ?, ?, 'note', ?, 'watch', 0, '2021-05-04T18:00:00.000Z', '2021-05-04T18:00:00.000Z')
    `)
    core.db.transaction(() => {
      for (let n = 0; n < CANDIDATES; n += 1)
        insert.run(core.newId(), desk.showId, desk.episodeIds[15], `${n}`)
    })()
    expect(await desk.list({ search: 'wat', thorough: false })).toMatchObject({ total: 1, more: false })
    expect(await desk.titles({ search: 'watch', thorough: false })).toEqual(['watch this'])
  })

  it('answer as a plain reading of the table would, whatever was done before', async () => {
    const kind = fc.constantFrom('note' as const, 'quote' as const)
    const action = fc.oneof(
      fc.record({
        do: fc.constant('write' as const),
        kind,
        pinned: fc.boolean(),
        episode: fc.nat(12),
        at: fc.nat(5),
      }),
      fc.record({
        do: fc.constantFrom('remove' as const, 'restore' as const, 'pin' as const),
        nth: fc.nat(9),
      }),
      fc.record({ do: fc.constant('line' as const), reach: fc.nat(12) }),
    )
    const order = fc.constantFrom('episode' as const, 'newest' as const, 'edited' as const)
    const ORDER = {
      episode: 'ordinal IS NULL, ordinal, at_ms IS NULL, at_ms, note.created_at, seq',
      newest: 'note.created_at DESC, seq DESC',
      edited: 'note.updated_at DESC, seq DESC',
    }
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), kind, order, async (actions, wanted, by) => {
        core.db.exec('DELETE FROM note')
        const ids: NoteId[] = []
        for (const one of actions) {
          if (one.do === 'write') {
            const at = one.at === 0 ? null : Ms.parse(one.at * 1000)
            const { kind: its, pinned, episode } = one
            ids.push(
              await desk.write({ kind: its, pinned, episodeId: desk.episodeIds[episode] ?? null, atMs: at }),
            )
          } else if (one.do === 'line')
            await core.client.library.setReading({ showId: desk.showId, reach: Reach.parse(one.reach) })
          else {
            const noteIds = ids.slice(one.nth, one.nth + 2)
            if (one.do === 'remove') await notes().removeMany({ noteIds })
            else if (one.do === 'restore') await notes().restoreMany({ noteIds })
            else await notes().pinMany({ noteIds, pinned: true })
          }
          await desk.list({ order: by })
        }
        const reading = (await core.client.library.show({ showId: desk.showId })).reading
        const run = reading.byHand && (reading.reach ?? 0) < reading.watchedRun
        const reach = (reading.reach ?? 0) + (run ? 0 : 1)
        const plain = core.db
          .prepare(
            `SELECT note.id FROM note LEFT JOIN episode ON episode.id = episode_id
             WHERE deleted_at IS NULL AND kind = ? AND (ordinal IS NULL OR ordinal <= ?) ORDER BY ${ORDER[by]}`,
          )
          .pluck()
          .all(wanted, reach)
        const { rows } = await desk.list({ kinds: [wanted], order: by })
        expect(rows.map(({ id }) => id)).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })
})
