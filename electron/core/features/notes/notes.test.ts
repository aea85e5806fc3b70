import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EpisodeId, NoteId, type ShowId } from '../../../../shared/ids'
import { blankNote } from '../../../../shared/notes/blank-note'
import type { NoteDraft, NotesOf } from '../../../../shared/notes/schema'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
let episodeIds: EpisodeId[]
beforeEach(async () => {
  core = testCore()
  ;({ showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 }))
  episodeIds = core.db
    .prepare('SELECT id FROM episode ORDER BY ordinal')
    .pluck()
    .all()
    .map((id) => EpisodeId.parse(id))
})
afterEach(() => core.close())

const draft = (over: Partial<NoteDraft> = {}): NoteDraft => ({
  ...blankNote(NoteId.parse(core.newId()), showId),
  ...over,
})
const list = (over: Partial<NotesOf> = {}) =>
  core.client.notes.list({
    showId,
    search: '',
    kinds: [],
    tags: [],
    episodeId: null,
    order: 'episode',
    offset: 0,
    ...over,
  })
const titles = async (search: string) => (await list({ search })).rows.map(({ title }) => title)

describe('a note', () => {
  it('is read back as it was written, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        async (body, title) => {
          const note = draft({ body, title: title.slice(0, 300) })
          await core.client.notes.save(note)
          expect(await core.client.notes.read({ id: note.id })).toMatchObject({
            body,
            title: note.title,
            veiled: false,
          })
        },
      ),
      { numRuns: 50 },
    )
  })

  it('of a reaction keeps which one it was', async () => {
    const note = draft({ kind: 'reaction', reaction: 'swoon' })
    await core.client.notes.save(note)
    expect(await core.client.notes.read({ id: note.id })).toMatchObject({ reaction: 'swoon' })
  })

  it('saved twice is one note', async () => {
    const note = draft({ title: 'one' })
    const first = await core.client.notes.save(note)
    const second = await core.client.notes.save({ ...note, title: 'two' })
    expect((await list()).rows).toHaveLength(1)
    expect(second).toMatchObject({ title: 'two', createdAt: first.veiled ? '' : first.createdAt })
  })

  it('comes back whole after it was deleted, and its words can be searched again', async () => {
    const note = draft({ title: 'kept', body: 'Fourtier' })
    await core.client.notes.save(note)
    await core.client.notes.remove({ id: note.id })
    expect(await titles('fourtier')).toEqual([])
    expect(await core.call('notes.read', { id: note.id })).toMatchObject({ error: { code: 'not-found' } })
    await core.client.notes.restore({ id: note.id })
    expect(await titles('fourtier')).toEqual(['kept'])
  })

  it('belongs to an episode of its own show', async () => {
    const foreign = draft({ episodeId: EpisodeId.parse(core.newId()) })
    expect(await core.call('notes.save', foreign)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('has a range that ends after it begins', async () => {
    const wrong = { ...draft(), atMs: 2000, endMs: 1000 }
    expect(await core.call('notes.save', wrong)).toMatchObject({
      error: { code: 'invalid-input', details: { place: 'endMs' } },
    })
  })

  it('on the episode that is being watched stays in sight, on a later one waits', async () => {
    await core.client.notes.save(draft({ title: 'now', episodeId: episodeIds[10] ?? null }))
    await core.client.notes.save(draft({ title: 'later', episodeId: episodeIds[11] ?? null }))
    expect(await list()).toMatchObject({ total: 1, veiled: 1, rows: [{ title: 'now' }] })
  })
})

describe('what is being written', () => {
  const place = 'capture' as const
  const typed = (body: string, ordinal = 11) => ({
    place,
    noteId: NoteId.parse(core.newId()),
    showId,
    episodeId: episodeIds[ordinal - 1] ?? null,
    atMs: null,
    body,
  })

  it('is kept until it is dropped, and is no note', async () => {
    const draft = typed('Luc is the narr')
    await core.client.notes.keepDraft(draft)
    await core.client.notes.keepDraft({ ...draft, body: 'Luc is the narrator' })
    expect(await core.client.notes.draft({ place })).toEqual({ ...draft, body: 'Luc is the narrator' })
    expect((await list()).total).toBe(0)
    await core.client.notes.dropDraft({ place, noteId: draft.noteId })
    expect(await core.client.notes.draft({ place })).toBeNull()
  })

  it('is nothing when nothing is left of it', async () => {
    const draft = typed('x')
    await core.client.notes.keepDraft(draft)
    await core.client.notes.keepDraft({ ...draft, body: '  ' })
    expect(await core.client.notes.draft({ place })).toBeNull()
  })

  it('is not lost when another hand begins in the same place: it becomes a note', async () => {
    const first = typed('Nobody saw this', 9)
    await core.client.notes.keepDraft(first)
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    const second = typed('written meanwhile', 3)
    await core.client.notes.keepDraft(second)
    await core.client.notes.dropDraft({ place, noteId: first.noteId })
    expect(await core.client.notes.draft({ place })).toMatchObject({ body: 'written meanwhile' })
    await core.client.library.setReading({ showId, reach: null })
    expect(await core.client.notes.read({ id: first.noteId })).toMatchObject({ body: 'Nobody saw this' })
    // who goes on writing there writes on in the same note
    await core.client.notes.keepDraft(first)
    await core.client.notes.save(draft({ id: first.noteId, body: 'Nobody saw this but me' }))
    expect((await list()).rows.map(({ excerpt }) => excerpt).sort()).toEqual([
      'Nobody saw this but me',
      'written meanwhile',
    ])
  })

  it('waits with its episode when the line was moved back', async () => {
    await core.client.notes.keepDraft(typed('later', 9))
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    expect(await core.client.notes.draft({ place })).toBeNull()
    await core.client.library.setReading({ showId, reach: null })
    expect(await core.client.notes.draft({ place })).toMatchObject({ body: 'later' })
  })
})

describe('searching notes', () => {
  beforeEach(async () => {
    await core.client.notes.save(
      draft({ title: 'The watch', body: 'Two million on a wrist.', tags: ['luc'] }),
    )
    await core.client.notes.save(
      draft({ title: 'Château', body: 'Élodie, the watch, and a party.', tags: ['savoir'] }),
    )
    await core.client.notes.save(draft({ title: 'Ringarde', body: 'The word is going to stick.' }))
  })

  it('finds beginnings of words, without regard to accents and case', async () => {
    expect(await titles('chat')).toEqual(['Château'])
    expect(await titles('ELO')).toEqual(['Château'])
    expect(await titles('wat')).toEqual(['The watch', 'Château'])
    expect(await titles('luc')).toEqual(['The watch'])
  })

  it('knows OR, phrases and exclusions', async () => {
    expect(await titles('ringarde OR million')).toEqual(['The watch', 'Ringarde'])
    expect(await titles('"on a wrist"')).toEqual(['The watch'])
    expect(await titles('watch -party')).toEqual(['The watch'])
  })

  it('takes any text without an error', async () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('"', 'a"b', 'NEAR(', 'AND', 'OR OR', '*', '^x', 'title:x', '{a b}', "';--"),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 4 }), async (words) => {
        const reply = await core.call('notes.list', {
          showId,
          search: words.join(' ').slice(0, 500),
          kinds: [],
          tags: [],
          episodeId: null,
          order: 'newest',
          offset: 0,
        })
        expect(reply.ok).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('narrows by kind, tag and episode', async () => {
    await core.client.notes.save(
      draft({ title: 'q', kind: 'quote', tags: ['Luc'], episodeId: episodeIds[0] ?? null }),
    )
    expect((await list({ kinds: ['quote'] })).rows.map(({ title }) => title)).toEqual(['q'])
    expect((await list({ tags: ['LUC'] })).total).toBe(2)
    expect((await list({ episodeId: episodeIds[0] ?? null })).total).toBe(1)
    const facets = await core.client.notes.facets({ showId })
    expect(facets.kinds).toContainEqual({ kind: 'quote', count: 1 })
    expect(facets.tags[0]).toEqual({ tag: 'luc', count: 2 })
    expect(facets.episodes).toEqual([{ episodeId: episodeIds[0], ordinal: 1, count: 1 }])
  })

  it('gives a hundred at a time, in an order that does not change', async () => {
    for (let n = 0; n < 120; n += 1)
      await core.client.notes.save(draft({ title: `n${n}`, episodeId: episodeIds[n % 3] ?? null }))
    const first = await list()
    const second = await list({ offset: 100 })
    expect([first.rows.length, second.rows.length, first.total]).toEqual([100, 23, 123])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(123)
  })

  it('uses the index of words, not a walk over all notes', () => {
    const plan = core.db
      .prepare(
        "EXPLAIN QUERY PLAN SELECT seq FROM note WHERE seq IN (SELECT rowid FROM note_text WHERE note_text MATCH 'x')",
      )
      .all()
    expect(JSON.stringify(plan)).toContain('VIRTUAL TABLE INDEX')
    expect(JSON.stringify(plan)).not.toContain('SCAN note"')
  })
})
