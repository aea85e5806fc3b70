import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_PACK_BYTES } from '../../../../shared/exchange/limits'
import type { Reply } from '../../../../shared/ipc'
import { canaryPack } from '../../../../tests/support/canary-pack'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { renameInZip, zipOf } from '../../../../tests/support/pack-zip'

const TASK = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER_TASK = '01890a5d-ac96-774b-bcce-b302099a8058'
const pack = canaryPack({ seasons: [3], delay: () => 0 })
const json = JSON.stringify(pack)
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A pack before it is checked: what a test may break. */
type Raw = Record<string, ReturnType<typeof JSON.parse>>

let core: TestCore
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const importPack = (bytes: Uint8Array, name = 'a.entracte'): Promise<Reply> =>
  core.call('exchange.importPack', { name, bytes }, TASK)

function everyRow(): unknown {
  const tables = core.db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note\\_text%' ESCAPE '\\'",
    )
    .pluck()
    .all()
  return tables.map((name) => [
    name,
    core.db
      .prepare(`SELECT count(*) FROM ${String(name)}`)
      .pluck()
      .get(),
  ])
}

async function refused(bytes: Uint8Array): Promise<{ code: string; details: Record<string, unknown> }> {
  const before = everyRow()
  const reply = await importPack(bytes)
  expect(everyRow()).toEqual(before)
  if (reply.ok) throw new Error('the pack was not refused')
  return reply.error
}

/** The pack with one change made to its plain JSON. */
function changed(change: (raw: Raw) => void): Uint8Array {
  const raw = JSON.parse(json)
  change(raw)
  return bytesOf(JSON.stringify(raw))
}

describe('a pack that is sound', () => {
  it('becomes a show, from a zip and from bare JSON', async () => {
    const reply = await importPack(await zipOf({ 'pack.json': json }))
    expect(reply).toMatchObject({ ok: true, value: { title: 'Canaries' } })
    expect(await core.client.library.shows(undefined)).toMatchObject([{ title: 'Canaries', episodes: 3 }])
    expect(core.said.some((message) => message.kind === 'progress')).toBe(true)
    expect((await core.client.settings.read(undefined)).welcomed).toBe(true)
    core.close()
    core = testCore()
    expect(await importPack(bytesOf(json))).toMatchObject({ ok: true })
  })

  it('is taken once only', async () => {
    await importPack(bytesOf(json))
    expect(await refused(bytesOf(json))).toMatchObject({
      code: 'pack-already-here',
      details: { title: 'Canaries' },
    })
  })

  it('is taken once only also when it comes twice at the same time', async () => {
    const bytes = bytesOf(JSON.stringify(canaryPack({ seasons: [30], delay: () => 0 })))
    const replies = await Promise.all([
      importPack(bytes),
      core.call('exchange.importPack', { name: 'b', bytes }, OTHER_TASK),
    ])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
      'ok',
      'pack-already-here',
    ])
    expect(await core.client.library.shows(undefined)).toHaveLength(1)
  })

  it('is written in slices, and is taken back whole when it is cancelled between two', async () => {
    const large = bytesOf(JSON.stringify(canaryPack({ seasons: [30], delay: () => 0 })))
    const before = everyRow()
    const running = importPack(large)
    while (
      !core.said.some(
        (message) => message.kind === 'progress' && JSON.stringify(message).includes('"writing"'),
      )
    ) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await core.client.library.shows(undefined)).toEqual([])
    expect(await core.client.tasks.cancel({ taskId: TASK })).toBe(true)
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(everyRow()).toEqual(before)
  })

  it('leaves nothing behind when the core is started again in the middle', async () => {
    await importPack(bytesOf(json))
    core.db.prepare('UPDATE show SET ready = 0').run()
    expect(await core.client.library.shows(undefined)).toEqual([])
  })
})

describe('a pack file that cannot be read', () => {
  it('is refused when it is neither zip nor JSON', async () => {
    expect(await refused(bytesOf('a shopping list'))).toMatchObject({
      code: 'pack-unreadable',
      details: { name: 'a.entracte' },
    })
    expect(await refused(new Uint8Array())).toMatchObject({ code: 'pack-unreadable' })
    expect(await refused(new Uint8Array([0xff, 0xfe, 0x00, 0x41]))).toMatchObject({ code: 'pack-unreadable' })
    expect(await refused(bytesOf('PK and then nothing of a zip'))).toMatchObject({ code: 'pack-unreadable' })
  })

  it('is refused when the zip is cut short or has no pack.json', async () => {
    const zip = await zipOf({ 'pack.json': json })
    expect(await refused(zip.subarray(0, zip.length / 2))).toMatchObject({ code: 'pack-unreadable' })
    expect(await refused(await zipOf({ 'other.json': json }))).toMatchObject({
      code: 'pack-unreadable',
      details: { place: 'pack.json' },
    })
  })

  it('is refused when it is JSON of something else', async () => {
    for (const text of ['null', '[]', '3', '{}', '{"format":"another"}']) {
      expect(await refused(bytesOf(text)), text).toMatchObject({ code: 'pack-unreadable' })
    }
  })

  it.each(['../x.json', '/etc/x.js', '..\\\\x.jsn'])(
    'is refused when a name in it leads out of it: %s',
    async (name) => {
      const plain = 'x'.repeat(name.length)
      const zip = renameInZip(await zipOf({ 'pack.json': json, [plain]: 'evil' }), plain, name)
      expect(await refused(zip)).toMatchObject({ code: 'pack-unsafe-path' })
    },
  )

  it('is refused when it unpacks to more than it may, also when the zip lies about it', async () => {
    const bomb = await zipOf({ 'pack.json': Buffer.alloc(MAX_PACK_BYTES + 1, 0x20) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refused(bomb)).toMatchObject({ code: 'pack-too-large', details: { limit: 32 } })

    const lying = Buffer.from(bomb)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(MAX_PACK_BYTES + 1)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4))
      lying.writeUInt32LE(1000, at)
    expect(['pack-unreadable', 'pack-too-large']).toContain((await refused(new Uint8Array(lying))).code)
  })

  it('is refused when it is larger than any pack', async () => {
    const reply = await core.call(
      'exchange.importPack',
      { name: 'big', bytes: new Uint8Array(MAX_PACK_BYTES + 1) },
      TASK,
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'pack-too-large' } })
  })
})

describe('a pack that says something wrong', () => {
  it('is refused when it comes from a newer format', async () => {
    expect(
      await refused(changed((raw) => Object.assign(raw, { formatVersion: 2, novelty: true }))),
    ).toMatchObject({
      code: 'pack-newer',
      details: { found: 2, known: 1 },
    })
  })

  it.each([
    ['novelty', (raw: Raw) => Object.assign(raw, { novelty: 1 })],
    ['seasons[0].episodes[1].mood', (raw: Raw) => Object.assign(raw.seasons[0].episodes[1], { mood: 'dry' })],
    ['seasons[0].episodes[1].title', (raw: Raw) => Object.assign(raw.seasons[0].episodes[1], { title: 7 })],
    ['roles[0].facts[0].safeAfter', (raw: Raw) => delete raw.roles[0].facts[0].safeAfter],
    ['questions[2].text', (raw: Raw) => Object.assign(raw.questions[2], { text: 'x'.repeat(301) })],
  ])('is refused with the place: %s', async (place, change) => {
    expect(await refused(changed(change))).toMatchObject({ code: 'pack-invalid', details: { place } })
  })

  it('is refused for a key called __proto__', async () => {
    expect(await refused(bytesOf(json.replace('{', '{"__proto__":{"x":1},')))).toMatchObject({
      code: 'pack-invalid',
    })
  })

  it('is refused for two items with one key', async () => {
    const error = await refused(
      changed((raw) => Object.assign(raw.bulletins[1], { key: raw.bulletins[0].key })),
    )
    expect(error).toMatchObject({ code: 'pack-invalid', details: { place: 'bulletins[1].key' } })
  })

  it('is refused for a reference that leads nowhere', async () => {
    const error = await refused(changed((raw) => Object.assign(raw.roles[1], { person: 'nobody' })))
    expect(error).toMatchObject({ code: 'pack-invalid', details: { place: 'roles[1].person' } })
  })

  it('never repeats a text of the pack in its refusal', async () => {
    const error = await refused(
      changed((raw) => Object.assign(raw.seasons[0].episodes[2].beats[0], { safeAfter: 1 })),
    )
    expect(JSON.stringify(error)).not.toContain('CANARY')
  })
})

describe('the bundled pack', () => {
  it('starts with season 1 watched, in one transaction', async () => {
    const [bundled] = await core.client.exchange.bundled(undefined)
    expect(bundled).toMatchObject({
      id: 'emily-in-paris',
      seasons: 2,
      episodes: 20,
      firstSeasonEnds: 10,
      showId: null,
    })
    const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 })
    const page = await core.client.library.show({ showId })
    expect(page.reading).toEqual({ reach: 10, byHand: false, watchedRun: 10, running: null })
    expect(page.seasons[0]?.episodes[0]).toMatchObject({ viewings: 1, lastWatchedAt: null })
    const titles = page.seasons
      .flatMap(({ episodes }) => episodes)
      .map(({ details }) => !details.veiled && details.title)
    expect(titles[9]).toBe('Cancel Couture')
    expect(titles.slice(10)).toEqual(Array.from({ length: 10 }, () => false))
    expect((await core.client.exchange.bundled(undefined))[0]?.showId).toBe(showId)
  })

  it('starts with nothing watched', async () => {
    const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 0 })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(0)
    expect((await core.client.recap.previously({ showId })).standing).toBeNull()
  })
})
