import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ItemId, type ShowId } from '../../../../shared/ids'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { zipOf } from '../../../../tests/support/pack-zip'
import { bruno, episode, pack, picture, role, season } from '../../../../tests/support/small-pack'
import { tinyPng } from '../../../../tests/support/tiny-picture'

const at = (ordinal: number) => ordinal as never
const picturesBy = (key: string, more: object) =>
  picture({ key, file: `art/${key}.png`, alt: key, credit: `of ${key}`, ...more })

/** Two seasons of which the second may be known after episode 2, a late role, and a picture of everything. */
const artwork = [
  picturesBy('poster', {}),
  picturesBy('poster-two', { safeAfter: 2 }),
  picturesBy('still-one', { kind: 'still', episode: 'e1', safeAfter: 1 }),
  picturesBy('still-two', { kind: 'still', episode: 'e2', safeAfter: 2 }),
  picturesBy('still-late', { kind: 'still', episode: 'e1', safeAfter: 3 }),
  picturesBy('still-hidden', { kind: 'still', episode: 'e3', safeAfter: 3 }),
  picturesBy('ada', { kind: 'portrait', role: 'ada' }),
  picturesBy('ada-later', { kind: 'portrait', role: 'ada', safeAfter: 2 }),
  picturesBy('bruno', { kind: 'portrait', role: 'bruno', safeAfter: 3 }),
]
const whole = pack({
  roles: [role(), bruno],
  seasons: [
    season([episode(1), episode(2)]),
    { ...season([episode(3, { number: 1 })], 2), safeAfter: at(2) },
  ],
  artwork,
})

let core: TestCore
let showId: ShowId
beforeEach(async () => {
  core = testCore()
  const files = Object.fromEntries(artwork.map(({ key, file }) => [file, tinyPng(key)]))
  const bytes = await zipOf({ 'pack.json': JSON.stringify(whole), ...files })
  ;({ showId } = await core.client.exchange.importPack({ name: 'a.entracte', bytes }, {}))
})
afterEach(() => core.close())

const STRICT = { titles: true, names: true, nextTitle: false, images: true }
const choose = (choices: Partial<typeof STRICT>) => core.client.settings.setVeil({ ...STRICT, ...choices })
const reach = (ordinal: number) => core.client.library.setReading({ showId, reach: Reach.parse(ordinal) })
const idOf = (key: string) =>
  ItemId.parse(core.db.prepare('SELECT id FROM artwork WHERE pack_key = ?').pluck().get(key))

/** The keys of the pictures whose bytes are given now. */
async function given(): Promise<string[]> {
  const replies = await Promise.all(
    artwork.map(async ({ key }) => ({
      key,
      reply: await core.call('library.picture', { pictureId: idOf(key) }),
    })),
  )
  return replies.filter(({ reply }) => reply.ok).map(({ key }) => key)
}
/** What is said of the pictures that are shown: null where only the picture is. */
async function told(): Promise<(string | null)[]> {
  const { poster, stills, portraits } = await core.client.library.pictures({ showId })
  return [poster, ...[...stills, ...portraits].map(({ picture: one }) => one)].map((one) => one?.alt ?? null)
}

describe('pictures', () => {
  it('open with the reading line, and close with it', async () => {
    expect(await given()).toEqual(['poster', 'ada'])
    await reach(2)
    expect(await given()).toEqual(['poster', 'poster-two', 'still-one', 'still-two', 'ada', 'ada-later'])
    await reach(3)
    expect(await given()).toHaveLength(artwork.length)
    await reach(0)
    expect(await given()).toEqual(['poster', 'ada'])
  })

  it('are the first of those that are open, one for each place', async () => {
    await reach(3)
    expect(await told()).toEqual(['poster', 'still-one', 'still-two', 'still-hidden', 'ada', 'bruno'])
  })

  it('that are veiled are answered like those that are not there', async () => {
    const veiled = await core.call('library.picture', { pictureId: idOf('still-two') })
    const missing = await core.call('library.picture', { pictureId: core.newId() })
    expect(veiled).toEqual(missing)
    expect(veiled).toMatchObject({ error: { code: 'not-found' } })
  })

  it('say nothing that depends on what is veiled', async () => {
    const before = JSON.stringify(await core.client.library.pictures({ showId }))
    core.db.exec("DELETE FROM artwork WHERE safe_after > 0; UPDATE picture SET bytes = x'00' WHERE file = ''")
    expect(JSON.stringify(await core.client.library.pictures({ showId }))).toBe(before)
  })
})

describe('who wants to see pictures of what they have not reached', () => {
  it('sees them without their words', async () => {
    await choose({ images: false })
    await reach(1)
    expect(await given()).toEqual(['poster', 'still-one', 'still-two', 'ada', 'ada-later'])
    expect(await told()).toEqual(['poster', 'still-one', null, 'ada'])
    const { stills } = await core.client.library.pictures({ showId })
    expect(stills[1]?.picture).toEqual({ id: idOf('still-two'), alt: null, credit: null })
  })

  it('sees nothing of a hidden season: no still of it, none that opens in it, no poster that might be its', async () => {
    await choose({ images: false, names: false, titles: false })
    expect(await given()).toEqual(['poster', 'still-one', 'still-two', 'ada', 'ada-later'])
    await reach(2)
    expect(await given()).toHaveLength(artwork.length)
  })

  it('sees nobody whose name is hidden', async () => {
    await choose({ images: false })
    await reach(2)
    expect(await given()).not.toContain('bruno')
    expect(await given()).toContain('still-hidden')
    await choose({ images: false, names: false })
    expect(await given()).toContain('bruno')
  })

  it('sees no more by wanting names alone', async () => {
    await choose({ names: false })
    await reach(2)
    expect(await given()).toEqual(['poster', 'poster-two', 'still-one', 'still-two', 'ada', 'ada-later'])
  })
})

describe('what the person chose', () => {
  const write = (value: unknown) =>
    core.db
      .prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('veil', ?)")
      .run(JSON.stringify(value))

  it('before there were pictures hides them, and keeps the rest', async () => {
    write({ titles: false, names: true, nextTitle: false })
    expect((await core.client.settings.read()).veil).toEqual({ ...STRICT, titles: false })
    expect(await given()).toEqual(['poster', 'ada'])
  })

  it('hides them when it cannot be read', async () => {
    for (const images of ['no', null, 0]) {
      write({ ...STRICT, images })
      expect(await given(), String(images)).toEqual(['poster', 'ada'])
    }
  })
})

it('a still that a pack stamped too early waits for its episode all the same', async () => {
  core.db.exec("UPDATE artwork SET safe_after = NULL WHERE pack_key = 'still-two'")
  expect(await given()).toEqual(['poster', 'ada'])
})

it('a portrait that a pack stamped too early waits for its role all the same', async () => {
  core.db.exec("UPDATE artwork SET safe_after = NULL WHERE pack_key = 'bruno'")
  await choose({ images: false })
  await reach(2)
  expect(await given()).not.toContain('bruno')
})
