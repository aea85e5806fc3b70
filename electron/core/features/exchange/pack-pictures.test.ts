import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Pack } from '../../../../shared/exchange/pack-schema'
import type { PackUpdate } from '../../../../shared/exchange/schema'
import type { ShowId } from '../../../../shared/ids'
import type { WorkshopId } from '../../../../shared/studio/schema'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { renameInZip, zipOf } from '../../../../tests/support/pack-zip'
import { type PictureInput, pack, picture, role } from '../../../../tests/support/small-pack'
import { jpegStart, tinyPng, webpStart } from '../../../../tests/support/tiny-picture'

const TASK = '01890a5d-ac96-774b-bcce-b302099a8057'
const nothingOwn = { notes: 0, cards: 0, watched: 0, readings: 0, trackers: 0 }

let core: TestCore
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const pictured = (...artwork: PictureInput[]): Pack => ({
  ...pack({ artwork }),
  show: { ...pack().show, premise: 'A house.' },
})
const zip = (of: Pack, files: Readonly<Record<string, Buffer | string>>) =>
  zipOf({ 'pack.json': JSON.stringify(of), ...files })
const bring = async (bytes: Uint8Array<ArrayBuffer>): Promise<ShowId> =>
  (await core.client.exchange.importPack({ name: 'a.entracte', bytes }, {})).showId
const count = (table: string): unknown => core.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

const poster = picture({ file: 'art/poster.png' })
const still = picture({
  key: 'still',
  kind: 'still',
  episode: 'e2',
  file: 'art/still.png',
  alt: 'The letter lies open',
  safeAfter: 2 as never,
})
const portrait = picture({ key: 'ada', kind: 'portrait', role: 'ada', file: 'art/ada.png' })
const files = {
  'art/poster.png': tinyPng('poster'),
  'art/still.png': tinyPng('still'),
  'art/ada.png': tinyPng('ada'),
}

describe('the pictures of a pack', () => {
  it('come in with the zip, and those that nothing names stay where they are', async () => {
    const showId = await bring(await zip(pictured(poster, still, portrait), { ...files, 'art/x.png': 'x' }))
    await core.client.library.setReading({ showId, reach: Reach.parse(2) })
    const shown = await core.client.library.pictures({ showId })
    expect(shown).toMatchObject({
      poster: { alt: 'A house by night', credit: 'Made for tests' },
      stills: [{ picture: { alt: 'The letter lies open' } }],
      portraits: [{}],
    })
    const { type, bytes } = await core.client.library.picture({
      pictureId: shown.stills[0]?.picture.id as never,
    })
    expect([type, Buffer.from(bytes)]).toEqual(['image/png', files['art/still.png']])
    expect(count('picture')).toBe(3)
  })

  it('are kept once when two items name the same bytes', async () => {
    const twin = { ...portrait, key: 'twin', file: 'art/twin.png' }
    await bring(
      await zip(pictured(portrait, twin), {
        'art/ada.png': tinyPng('ada'),
        'art/twin.png': tinyPng('ada'),
      }),
    )
    expect([count('picture'), count('artwork')]).toEqual([1, 2])
  })

  it.each([
    ['a file that is missing', { 'art/poster.png': tinyPng() }, 'artwork[1].file', /no such file/],
    ['an SVG', { ...files, 'art/still.png': '<svg xmlns="x"/>' }, 'artwork[1].file', /no PNG/],
    ['a type that the name denies', { ...files, 'art/ada.png': jpegStart(9, 9) }, 'artwork[2].file', /type/],
    ['too many bytes', { ...files, 'art/ada.png': tinyPng('x'.repeat(2 ** 21)) }, 'artwork[2].file', /2 MB/],
    ['a bomb', { ...files, 'art/poster.png': tinyPng('', 50_000, 2) }, 'artwork[0].file', /4096/],
  ])('are refused for %s, and nothing is changed', async (_name, broken, place, problem) => {
    const bytes = await zip(pictured(poster, still, portrait), broken as Record<string, Buffer | string>)
    const reply = await core.call('exchange.importPack', { name: 'a.entracte', bytes }, TASK)
    expect(reply).toMatchObject({
      error: { code: 'pack-invalid', details: { place, problem: expect.stringMatching(problem) } },
    })
    expect(['show', 'picture', 'artwork'].map(count)).toEqual([0, 0, 0])
  })

  it('are refused when they are too many bytes together', async () => {
    const many = Array.from({ length: 13 }, (_value, at) => ({
      item: { ...poster, key: `p${at}`, file: `art/p${at}.png` },
      bytes: tinyPng(`${at}${'x'.repeat(2_000_000)}`),
    }))
    const bytes = await zip(
      pictured(...many.map(({ item }) => item)),
      Object.fromEntries(many.map(({ item, bytes: each }) => [item.file, each])),
    )
    const reply = await core.call('exchange.importPack', { name: 'a.entracte', bytes }, TASK)
    expect(reply).toMatchObject({ error: { code: 'pack-invalid', details: { place: 'artwork[12].file' } } })
  })

  it.each(['art/../../x.png', 'art/x.svg', '/art/x.png', 'art/a/b.png', 'art/X.png', 'x.png'])(
    'are refused at the place %s',
    async (file) => {
      const bytes = await zip({ ...pictured(poster), artwork: [{ ...poster, file } as never] }, {})
      const reply = await core.call('exchange.importPack', { name: 'a.entracte', bytes }, TASK)
      expect(reply).toMatchObject({ error: { code: 'pack-invalid', details: { place: 'artwork[0].file' } } })
    },
  )

  it('are refused when the zip leads out of itself, and not there for bare JSON', async () => {
    const out = renameInZip(await zip(pictured(poster), files), 'art/still.png', '../../out.png')
    const json = new TextEncoder().encode(JSON.stringify(pictured(poster)))
    const answers = await Promise.all(
      [out, json].map((bytes) =>
        core.call('exchange.importPack', { name: 'a.entracte', bytes }, core.newId()),
      ),
    )
    expect(answers).toMatchObject([
      { error: { code: 'pack-unsafe-path' } },
      { error: { code: 'pack-invalid', details: { place: 'artwork[0].file' } } },
    ])
  })

  it('go with their show', async () => {
    const showId = await bring(await zip(pictured(poster, still, portrait), files))
    await core.client.exchange.removeShow({ showId, told: nothingOwn })
    expect(['show', 'picture', 'artwork'].map(count)).toEqual([0, 0, 0])
  })
})

describe('in the workshop', () => {
  let showId: ShowId
  let workshopId: WorkshopId
  beforeEach(async () => {
    showId = await bring(await zip(pictured(poster, still, portrait), files))
    ;({ workshopId } = await core.client.studio.open({ showId }))
  })
  const add = async (bytes: Uint8Array<ArrayBuffer>) =>
    (await core.client.studio.addPicture({ workshopId, bytes })).file
  const list = async () =>
    (
      await core.client.studio.list({ workshopId, kind: 'artwork', parent: null, search: '', offset: 0 })
    ).rows.map(({ text, about, safeAfter }) => [text, about, safeAfter])

  it('a pack comes out as it went in, byte for byte the second time', async () => {
    const first = await core.client.studio.exportPack({ workshopId })
    await core.client.exchange.removeShow({ showId, told: nothingOwn })
    const again = await core.client.studio.open({ showId: await bring(first.bytes) })
    const second = await core.client.studio.exportPack(again)
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
    expect(Buffer.from(first.bytes).includes(files['art/still.png'])).toBe(true)
  })

  it('a picture is added, restamped, removed, and each step is taken back', async () => {
    const file = await add(webpStart(20, 30))
    const fields = { ...still, key: undefined, file, alt: 'A door', episode: 'e1', safeAfter: 1 }
    const { key } = await core.client.studio.put({
      workshopId,
      kind: 'artwork',
      key: null,
      fields: JSON.parse(JSON.stringify(fields)),
    })
    const restamp = (safeAfter: number | null) =>
      core.call('studio.put', { workshopId, kind: 'artwork', key, fields: { safeAfter } })
    expect(await restamp(null)).toMatchObject({ error: { details: { rule: 'stamp-too-early' } } })
    expect(await restamp(3)).toMatchObject({ ok: true })
    expect(await list()).toContainEqual(['A door', 'Part 1', 3])
    await core.client.studio.remove({ workshopId, kind: 'artwork', key })
    expect(await list()).toHaveLength(3)
    await core.client.studio.undo({ workshopId })
    expect(await list()).toContainEqual(['A door', 'Part 1', 3])
    const { type } = await core.client.studio.picture({ workshopId, file })
    expect(type).toBe('image/webp')
    await core.client.studio.undo({ workshopId })
    await core.client.studio.undo({ workshopId })
    expect(await list()).toHaveLength(3)
  })

  it('what is no picture is refused, and so is artwork without one', async () => {
    const refusal = async (bytes: Uint8Array) => {
      const reply = await core.call('studio.addPicture', { workshopId, bytes })
      return reply.ok ? 'kept' : reply.error.details.rule
    }
    expect(await refusal(Buffer.from('<svg/>'))).toBe('no-picture')
    expect(await refusal(jpegStart(5000, 10))).toBe('picture-too-wide')
    expect(await refusal(new Uint8Array(2 ** 21 + 1))).toBe('picture-too-large')
    const fields = { ...poster, key: undefined, file: 'art/nowhere.png' }
    const put = { workshopId, kind: 'artwork', key: null, fields: JSON.parse(JSON.stringify(fields)) }
    expect(await core.call('studio.put', put)).toMatchObject({ error: { details: { rule: 'no-picture' } } })
  })

  it('a still goes with its episode, and a portrait with its role', async () => {
    await core.client.studio.remove({ workshopId, kind: 'episode', key: 'e2' })
    expect(await list()).toEqual([
      ['A house by night', '', null],
      ['A house by night', 'Ada Holm', null],
    ])
    await core.client.studio.undo({ workshopId })
    expect(await list()).toContainEqual(['The letter lies open', 'Part 2', 2])
    await core.client.studio.remove({ workshopId, kind: 'role', key: 'ada' })
    expect(await list()).toHaveLength(2)
  })

  it('a picture that nothing names is gone when the library is opened again, unless a step needs it', async () => {
    await add(webpStart(3, 3))
    await core.client.studio.remove({ workshopId, kind: 'artwork', key: 'still' })
    expect(count('picture')).toBe(4)
    const { pictureStore } = await import('./picture-store')
    expect(pictureStore(core.db).dropUnnamed()).toBe(1)
    await core.client.studio.undo({ workshopId })
    expect(await list()).toHaveLength(3)
  })
})

describe('an update', () => {
  const version = (of: Pack): Pack => ({ ...of, pack: { ...of.pack, version: '1.1.0' } })
  const look = async (bytes: Uint8Array<ArrayBuffer>): Promise<PackUpdate> =>
    core.client.exchange.inspect({ name: 'a.entracte', bytes }, {})

  it('brings new pictures, changes those that are others, and says which as far as they may be known', async () => {
    const showId = await bring(await zip(pictured(poster, portrait), files))
    const other = { ...files, 'art/ada.png': tinyPng('ada, later') }
    const { updateId, counts } = await look(await zip(version(pictured(poster, portrait, still)), other))
    expect(counts).toMatchObject({ added: 1, changed: 1, removed: 0 })
    const { rows } = await core.client.exchange.changes({ updateId, offset: 0 })
    expect(rows).toEqual([
      {
        veiled: false,
        what: 'changed',
        kind: 'artwork',
        text: 'A house by night',
        other: null,
        choice: null,
      },
      { veiled: true, safeAfter: 2 },
    ])
    expect(count('picture')).toBe(2)
    const before = await core.client.library.pictures({ showId })
    await core.client.exchange.applyUpdate({ updateId })
    const after = await core.client.library.pictures({ showId })
    const pictureId = after.portraits[0]?.picture.id as never
    // the place is the same, the bytes are others
    expect(before.portraits[0]?.picture.id).toBe(pictureId)
    const { bytes } = await core.client.library.picture({ pictureId })
    expect(Buffer.from(bytes)).toEqual(other['art/ada.png'])
    expect(count('artwork')).toBe(3)
  })

  it('keeps the picture that the person chose, and says that the file has another', async () => {
    const showId = await bring(await zip(pictured(portrait), files))
    const { workshopId } = await core.client.studio.open({ showId })
    const mine = tinyPng('mine')
    const { file } = await core.client.studio.addPicture({ workshopId, bytes: mine })
    await core.client.studio.put({ workshopId, kind: 'artwork', key: 'ada', fields: { file, alt: 'Ada' } })
    const theirs = { ...portrait, alt: 'Ada, drawn again' }
    const bytes = await zip(version(pictured(theirs)), { 'art/ada.png': tinyPng('theirs') })
    const { updateId } = await look(bytes)
    const { rows } = await core.client.exchange.changes({ updateId, offset: 0 })
    expect(rows).toContainEqual(
      expect.objectContaining({ what: 'conflict', text: 'Ada', other: 'Ada, drawn again' }),
    )
    await core.client.exchange.applyUpdate({ updateId })
    const { portraits } = await core.client.library.pictures({ showId })
    const kept = await core.client.library.picture({ pictureId: portraits[0]?.picture.id as never })
    expect([portraits[0]?.picture.alt, Buffer.from(kept.bytes)]).toEqual(['Ada', mine])
  })
})

it('a portrait never opens before its role, whatever two packs come to', async () => {
  const { closeStamps } = await import('../../../../shared/exchange/stamps')
  const later = role({ safeAfter: 3 as never, firstEpisode: 3 as never })
  const moved = closeStamps(pack({ roles: [later], artwork: [portrait, { ...still, safeAfter: null }] }))
  expect(moved.artwork.map(({ safeAfter }) => safeAfter)).toEqual([3, 2])
})
