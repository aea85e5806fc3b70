import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { MAX_PACK_BYTES } from '../../../../shared/exchange/limits'
import type { PackKind } from '../../../../shared/exchange/schema'
import { NoteId, type ShowId } from '../../../../shared/ids'
import type { PutItem, WorkshopId } from '../../../../shared/studio/schema'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
let workshopId: WorkshopId
beforeEach(async () => {
  core = testCore()
  ;({ showId } = await core.client.studio.create({
    title: 'The House',
    seasons: [3, 2],
    source: 'Seen by me',
    episode: 'Episode',
    language: 'en',
  }))
  ;({ workshopId } = await core.client.studio.open({ showId }))
})
afterEach(() => core.close())

const nothingOwn = { notes: 0, cards: 0, watched: 0, readings: 0, trackers: 0 }

const put = async (kind: PackKind, fields: PutItem['fields'], key: string | null = null): Promise<string> =>
  (await core.client.studio.put({ workshopId, kind, key, fields })).key
const refused = async (kind: PackKind, fields: PutItem['fields'], key: string | null = null) => {
  const before = await everything()
  const reply = await core.call('studio.put', { workshopId, kind, key, fields })
  expect(await everything()).toEqual(before)
  return reply.ok ? 'kept' : reply.error.details.rule
}
const list = async (kind: PackKind, parent: string | null = null) =>
  (await core.client.studio.list({ workshopId, kind, parent, search: '', offset: 0 })).rows
const item = async (kind: PackKind, key: string) =>
  (await core.client.studio.item({ workshopId, kind, key })).fields
const everything = async () => {
  const kinds: PackKind[] = ['episode', 'beat', 'role', 'fact', 'relationship', 'season', 'circle']
  return Promise.all(kinds.map((kind) => list(kind)))
}

/** What `pack.json` in a pack file says. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  for await (const entry of zip.eachEntry()) return text(await zip.openReadStreamPromise(entry))
  throw new Error('an empty zip')
}

const sources = ['own']
const role = (name: string, more: object = {}) =>
  put('role', {
    name,
    shortName: name,
    person: null,
    group: 'lead',
    tone: 'nuit',
    work: null,
    firstEpisode: 1,
    safeAfter: 1,
    sources,
    ...more,
  })
const beat = (text: string, ordinal: number, more: object = {}) =>
  put('beat', {
    text,
    parent: parentOf(ordinal),
    safeAfter: ordinal,
    threads: [],
    roles: [],
    sources,
    ...more,
  })
const parentOf = (ordinal: number) => (ordinal <= 3 ? `s1e${ordinal}` : `s2e${ordinal - 3}`)

describe('a workshop', () => {
  it('answers nothing to anybody who has not opened it, nor after it was closed', async () => {
    const asked: [string, object][] = [
      ['studio.outline', {}],
      ['studio.list', { kind: 'beat', parent: null, search: '', offset: 0 }],
      ['studio.item', { kind: 'episode', key: 's1e1' }],
      ['studio.findings', {}],
      ['studio.preview', { reach: 5 }],
      ['studio.previewRows', { reach: 5, kind: 'episode', offset: 0 }],
      ['studio.put', { kind: 'person', key: null, fields: { name: 'X' } }],
      ['studio.remove', { kind: 'episode', key: 's1e1' }],
      ['studio.move', { kind: 'episode', key: 's1e1', before: null }],
      ['studio.undo', {}],
      ['studio.redo', {}],
      ['studio.exportPack', {}],
    ]
    await core.client.studio.close({ workshopId })
    for (const id of [workshopId, showId, core.newId()]) {
      for (const [method, input] of asked) {
        expect(await core.call(method, { workshopId: id, ...input }), method).toMatchObject({
          ok: false,
          error: { code: 'workshop-closed' },
        })
      }
    }
  })

  it('begins with seasons and episodes to be named, and one source to cite', async () => {
    const outline = await core.client.studio.outline({ workshopId })
    expect(outline).toMatchObject({ own: true, title: 'The House', canUndo: false })
    expect(outline.episodes.map(({ season, number, ordinal }) => [season, number, ordinal])).toEqual([
      [1, 1, 1],
      [1, 2, 2],
      [1, 3, 3],
      [2, 1, 4],
      [2, 2, 5],
    ])
    expect(await list('source')).toMatchObject([{ text: 'Seen by me' }])
    expect((await core.client.library.shows(undefined))[0]).toMatchObject({ title: 'The House', episodes: 5 })
  })

  it('writes what every screen then shows', async () => {
    const ada = await role('Ada')
    await beat('Ada opens the letter.', 1, { roles: [ada] })
    await core.client.library.setReading({ showId, reach: Reach.parse(1) })
    expect(JSON.stringify(await core.client.cast.roles({ showId }))).toContain('Ada')
    expect(await list('beat')).toMatchObject([{ text: 'Ada opens the letter.', safeAfter: 1 }])
  })
})

describe('an edit', () => {
  it('changes the fields that it names and no other', async () => {
    const ada = await role('Ada')
    await put('role', { work: 'Baker' }, ada)
    expect(await item('role', ada)).toMatchObject({ name: 'Ada', work: 'Baker', firstEpisode: 1 })
  })

  it('can be taken back and done again, also after a restart of the workshop', async () => {
    const states = [await everything()]
    const ada = await role('Ada')
    states.push(await everything())
    await beat('A letter.', 2, { roles: [ada] })
    states.push(await everything())
    await core.client.studio.remove({ workshopId, kind: 'role', key: ada })
    states.push(await everything())
    await core.client.studio.move({ workshopId, kind: 'episode', key: 's2e2', before: 's1e2' })
    states.push(await everything())
    await core.client.studio.remove({ workshopId, kind: 'episode', key: 's1e2' })
    states.push(await everything())
    for (const state of states.toReversed().slice(1)) {
      expect(await core.client.studio.undo({ workshopId })).not.toBeNull()
      expect(await everything()).toEqual(state)
    }
    expect(await core.client.studio.undo({ workshopId })).toBeNull()
    await core.client.studio.close({ workshopId })
    ;({ workshopId } = await core.client.studio.open({ showId }))
    for (const state of states.slice(1)) {
      expect(await core.client.studio.redo({ workshopId })).not.toBeNull()
      expect(await everything()).toEqual(state)
    }
    expect(await core.client.studio.redo({ workshopId })).toBeNull()
  })

  it('of one field in one go is one step', async () => {
    const ada = await role('Ada')
    for (const work of ['B', 'Ba', 'Baker']) await put('role', { work }, ada)
    await core.client.studio.undo({ workshopId })
    expect(await item('role', ada)).toMatchObject({ work: null })
  })

  it('takes what hangs on a thing along, and the references to it', async () => {
    const ada = await role('Ada')
    const ben = await role('Ben')
    const line = {
      from: ada,
      to: ben,
      kind: 'friends',
      label: 'friends',
      since: 1,
      until: null,
      safeAfter: 1,
      sources,
    }
    await put('relationship', line)
    await put('fact', { parent: ada, text: 'Bakes', episode: 1, safeAfter: 1, sources })
    const told = await beat('They bake.', 2, { roles: [ada, ben] })
    await core.client.studio.remove({ workshopId, kind: 'role', key: ada })
    expect(await list('relationship')).toEqual([])
    expect(await list('fact')).toEqual([])
    expect(await item('beat', told)).toMatchObject({ roles: [ben] })
  })

  it('keeps a stamp with its episode when one is put in before it, and the reading line too', async () => {
    const told = await beat('A letter.', 2)
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    const fields = {
      parent: 's1',
      number: 9,
      special: true,
      title: 'Xmas',
      airDate: null,
      runtimeMinutes: null,
      standing: null,
      sources,
    }
    const special = await put('episode', fields)
    await core.client.studio.move({ workshopId, kind: 'episode', key: special, before: 's1e2' })
    expect(await item('beat', told)).toMatchObject({ parent: 's1e2', safeAfter: 3 })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(4)
  })
})

describe('what would open a veil is refused, and nothing is written', () => {
  it('a stamp before the episode, or beyond the last one', async () => {
    const told = await beat('A letter.', 2)
    expect(await refused('beat', { safeAfter: 1 }, told)).toBe('stamp-too-early')
    expect(await refused('beat', { safeAfter: null }, told)).toBe('stamp-too-early')
    expect(await refused('beat', { safeAfter: 6 }, told)).toBe('stamp-beyond-end')
    expect(await refused('role', { firstEpisode: 9 }, await role('Ada'))).toBe('episode-beyond-end')
    expect(await refused('beat', { safeAfter: 3, safeFromMs: 60_000 }, told)).toBe('moment-without-episode')
  })

  it('a line that ends before it begins, or to nobody', async () => {
    const ada = await role('Ada')
    const line = {
      from: ada,
      to: ada,
      kind: 'friends',
      label: 'x',
      since: 2,
      until: 1,
      safeAfter: 2,
      sources,
    }
    expect(await refused('relationship', line)).toBe('ends-before-start')
    expect(await refused('relationship', { ...line, until: null, to: 'ghost' })).toBe('unknown-role')
  })

  it('a beat that builds on a later one, and so every circle', async () => {
    const first = await beat('One.', 2)
    const second = await beat('Two.', 2, { buildsOn: [first] })
    expect(await refused('beat', { buildsOn: [second] }, first)).toBe('builds-on-later')
  })

  it('a second season or episode of one number', async () => {
    expect(await refused('season', { number: 2, safeAfter: null })).toBe('duplicate-number')
    expect(await refused('season', { number: 2 }, 's1')).toBe('duplicate-number')
    expect(await refused('episode', { number: 2 }, 's1e1')).toBe('duplicate-number')
  })

  it('a text that is none, a field that nobody knows, and the id of a pack', async () => {
    const ada = await role('Ada')
    expect(await refused('role', { name: '  ' }, ada)).toBe('incomplete')
    expect(await refused('role', { mood: 'dry' }, ada)).toBe('incomplete')
    expect(await refused('pack', { id: 'emily-in-paris' }, 'pack')).toBe('incomplete')
  })

  it('but a stamp that the person did not touch moves with what it guards', async () => {
    const ada = await role('Ada')
    const fact = await put('fact', { parent: ada, text: 'Bakes', episode: 2, safeAfter: 2, sources })
    await put('fact', { episode: 4 }, fact)
    expect(await item('fact', fact)).toMatchObject({ episode: 4, safeAfter: 4 })
  })
})

describe('an episode that goes', () => {
  it('leaves what was stamped with it closed until the next one', async () => {
    const ada = await role('Ada')
    await put('fact', { parent: ada, text: 'Bakes', episode: 2, safeAfter: 2, sources })
    await core.client.studio.remove({ workshopId, kind: 'episode', key: 's1e2' })
    expect(await list('fact')).toMatchObject([{ safeAfter: 2 }])
    expect((await list('episode')).map(({ key }) => key)).toEqual(['s1e1', 's1e3', 's2e1', 's2e2'])
  })

  it('as the last one leaves it beyond the end, closed, and the check says so', async () => {
    const ada = await role('Ada')
    const fact = await put('fact', { parent: ada, text: 'Bakes', episode: 5, safeAfter: 5, sources })
    await core.client.studio.remove({ workshopId, kind: 'episode', key: 's2e2' })
    await core.client.library.setReading({ showId, reach: Reach.parse(4) })
    expect(JSON.stringify(await core.client.cast.roles({ showId }))).not.toContain('Bakes')
    const { rows } = await core.client.studio.findings({ workshopId })
    expect(rows.filter(({ key }) => key === fact).map(({ rule }) => rule)).toEqual([
      'stamp-beyond-end',
      'episode-beyond-end',
    ])
  })

  it('stays while notes or viewings hang on it', async () => {
    const { seasons } = await core.client.library.show({ showId })
    const [first, second] = seasons[0]?.episodes ?? []
    if (!first || !second) throw new Error('too few episodes')
    await core.client.notes.save({
      id: NoteId.parse(core.newId()),
      showId,
      episodeId: first.id,
      atMs: null,
      endMs: null,
      kind: 'note',
      title: 'Kept',
      body: '',
      tags: [],
      pinned: false,
    })
    await core.client.library.setWatched({ showId, episodeId: second.id, watched: true, through: false })
    for (const [kind, key] of [
      ['episode', 's1e1'],
      ['episode', 's1e2'],
      ['season', 's1'],
    ]) {
      expect(await core.call('studio.remove', { workshopId, kind, key })).toMatchObject({
        error: { code: 'item-in-use' },
      })
    }
    expect(await list('episode')).toHaveLength(5)
  })
})

describe('the check and the file', () => {
  it('say what is missing, and where', async () => {
    const ghost = await role('Ghost', { firstEpisode: 4, safeAfter: 4 })
    await beat('Ghost is mentioned.', 1)
    const { rows } = await core.client.studio.findings({ workshopId })
    expect(rows.map(({ rule, kind, field }) => [rule, kind, field])).toEqual([
      ['incomplete', 'pack', 'about'],
      ['incomplete', 'pack', 'licence'],
      ['incomplete', 'show', 'premise'],
      ['names-later-role', 'beat', 'text'],
    ])
    expect(ghost).toMatch(/^own-/)
    expect(await core.call('studio.exportPack', { workshopId })).toMatchObject({
      error: { code: 'pack-invalid' },
    })
  })

  it('make a pack that comes back whole after the show was taken away', async () => {
    await put('pack', { about: 'My own.', licence: 'MIT' }, 'pack')
    await put('show', { premise: 'A house.' }, 'show')
    const ada = await role('Ada')
    await beat('Ada opens the letter.', 2, { roles: [ada], safeFromMs: 61_000 })
    const before = await everything()
    const { name, bytes } = await core.client.studio.exportPack({ workshopId })
    expect(name).toMatch(/^own-the-house-[a-z0-9]+-1\.0\.0\.entracte$/)
    expect(bytes.byteLength).toBeLessThan(MAX_PACK_BYTES)
    expect(await core.client.exchange.belongings({ showId })).toEqual(nothingOwn)
    await core.client.exchange.removeShow({ showId, told: nothingOwn })
    expect(await core.client.library.shows(undefined)).toEqual([])
    ;({ showId } = await core.client.exchange.importPack({ name, bytes }, {}))
    ;({ workshopId } = await core.client.studio.open({ showId }))
    expect(await everything()).toEqual(before)
  })

  it('close with their show', async () => {
    const second = await core.client.studio.open({ showId })
    await core.client.exchange.removeShow({ showId, told: nothingOwn })
    const fields = { title: 'Later' }
    for (const id of [workshopId, second.workshopId])
      expect(
        await core.call('studio.put', { workshopId: id, kind: 'show', key: 'show', fields }),
      ).toMatchObject({ error: { code: 'workshop-closed' } })
  })

  it('take what a friend changed in a copy of it, again and again', async () => {
    await put('pack', { about: 'My own.', licence: 'MIT' }, 'pack')
    await put('show', { premise: 'A house.' }, 'show')
    const told = await beat('Ada opens the letter.', 2)
    const { bytes } = await core.client.studio.exportPack({ workshopId })
    const copy = JSON.parse(await textOf(bytes))
    const title = async () => (await item('episode', 's1e1')).title
    for (const said of ['Their title', 'A better one', 'The last one']) {
      copy.seasons[0].episodes[0].title = said
      const file = { name: 'copy', bytes: new TextEncoder().encode(JSON.stringify(copy)) }
      const { updateId, counts } = await core.client.exchange.inspect(file, {})
      expect(counts).toMatchObject({ changed: 1, conflicts: 0 })
      await core.client.exchange.applyUpdate({ updateId })
      expect(await title()).toBe(said)
      expect(await item('beat', told)).toMatchObject({ text: 'Ada opens the letter.' })
    }
  })
})
