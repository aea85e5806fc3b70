import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Pack } from '../../../../shared/exchange/pack-schema'
import type { PackUpdate } from '../../../../shared/exchange/schema'
import type { ShowId } from '../../../../shared/ids'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { beat, episode, pack, question, role, season } from '../../../../tests/support/small-pack'

interface Part {
  readonly key: string
  readonly special: boolean
}

let core: TestCore
let showId: ShowId
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const part = (key: string): Part => ({ key, special: false })
const extra = (key: string): Part => ({ key, special: true })

/** A pack in which every text names the episode that opens it, as `@key`, and sources and storylines only by use. */
function telling(parts: readonly Part[], version: string): Pack {
  const by = (key: string) => [`source-${key}`]
  const made = pack({
    sources: {
      weekly: { title: 'The Weekly' },
      ...Object.fromEntries(
        parts.map(({ key }) => [`source-${key}`, { title: `Source ${version} @${key}` }]),
      ),
    },
    threads: [
      { key: 'house', name: 'House', safeAfter: null },
      ...parts.map(({ key }) => ({
        key: `thread-${key}`,
        name: `Thread ${version} @${key}`,
        safeAfter: null,
      })),
    ],
    people: parts.map(({ key }) => ({ key: `person-${key}`, name: `Person ${version} @${key}` })),
    roles: [
      role(),
      ...parts.map(({ key }, at) =>
        role({
          key: `role-${key}`,
          name: `Role ${version} @${key}`,
          shortName: `R ${key}`,
          person: `person-${key}`,
          firstEpisode: at + 1,
          safeAfter: at + 1,
        }),
      ),
    ],
    seasons: [
      season(
        parts.map(({ key, special }, at) =>
          episode(at + 1, {
            key,
            number: Number(key.slice(1)),
            special,
            title: `Title ${version} @${key}`,
            beats: [
              beat({
                key: `beat-${key}`,
                text: `Beat ${version} @${key}`,
                safeAfter: at + 1,
                threads: [`thread-${key}`],
                sources: by(key),
              }),
            ],
          }),
        ),
      ),
    ],
    questions: parts.map(({ key }, at) =>
      question({
        key: `q-${key}`,
        text: `Question ${version} @${key}`,
        raised: at + 1,
        safeAfter: at + 1,
      }),
    ),
    orders: parts.map(({ key }) => ({
      key: `order-${key}`,
      name: `Order ${version} @${key}`,
      episodes: [key],
    })),
  })
  return Pack.parse({ ...made, pack: { ...made.pack, version } })
}

const file = (of: Pack) => ({ name: 'a.entracte', bytes: new TextEncoder().encode(JSON.stringify(of)) })
const bring = async (parts: readonly Part[]): Promise<void> => {
  ;({ showId } = await core.client.exchange.importPack(file(telling(parts, '1.0.0')), {}))
}
const look = (parts: readonly Part[]): Promise<PackUpdate> =>
  core.client.exchange.inspect(file(telling(parts, '1.1.0')), {})
const episodes = async () =>
  (await core.client.library.show({ showId })).seasons.flatMap((each) => each.episodes)
const watch = async (...ordinals: number[]): Promise<void> => {
  const wanted: ReadonlySet<number> = new Set(ordinals)
  for (const { id, ordinal } of await episodes())
    if (wanted.has(ordinal))
      await core.client.library.setWatched({ showId, episodeId: id, watched: true, through: false })
}
/** The keys of the episodes that the texts of all open changes name. */
async function told({ updateId }: PackUpdate): Promise<Set<string>> {
  const keys = new Set<string>()
  for (let offset = 0; ; offset += 100) {
    const { rows, total } = await core.client.exchange.changes({ updateId, offset })
    for (const row of rows) {
      if (row.veiled) continue
      for (const [, key = ''] of `${row.text} ${row.other ?? ''}`.matchAll(/@(\w+)/g)) keys.add(key)
    }
    if (offset + 100 >= total) return keys
  }
}
/** The keys of the episodes that are there, and of those that are seen, by what the library itself says. */
async function state(): Promise<{ there: Set<string>; seen: Set<string> }> {
  const { reading } = await core.client.library.show({ showId })
  const reach = reading.reach ?? 0
  const keys = core.db.prepare('SELECT ordinal, pack_key FROM episode').all() as {
    ordinal: number
    pack_key: string
  }[]
  const passedOver: ReadonlySet<number> = new Set(
    (await episodes())
      .filter(({ special, viewings, ordinal }) => special && viewings === 0 && ordinal < reach)
      .map(({ ordinal }) => ordinal),
  )
  return {
    there: new Set(keys.map((each) => each.pack_key)),
    seen: new Set(
      keys.filter(({ ordinal }) => ordinal <= reach && !passedOver.has(ordinal)).map((each) => each.pack_key),
    ),
  }
}

const four = [part('e1'), part('e2'), part('e3'), part('e4')]

describe('a new version that counts its episodes differently', () => {
  it('tells nothing of a special that it puts in where somebody has been', async () => {
    await bring(four)
    await watch(1, 2, 3, 4)
    const keys = await told(await look([part('e1'), extra('n9'), part('e2'), part('e3'), part('e4')]))
    expect([...keys].sort()).toEqual(['e1', 'e2', 'e3', 'e4'])
  })

  it('tells nothing of an episode that it puts in, nor of what that one hides again', async () => {
    await bring(four)
    await watch(1, 2, 3, 4)
    const keys = await told(await look([part('e1'), part('n9'), part('e2'), part('e3'), part('e4')]))
    expect([...keys]).toEqual(['e1'])
  })

  it('tells nothing of a later episode that moves up before the line', async () => {
    await bring(four)
    await core.client.library.setReading({ showId, reach: Reach.parse(2) })
    const keys = await told(await look([part('e3'), part('e4')]))
    expect([...keys].sort()).toEqual(['e1', 'e2'])
  })

  it('opens nothing that is veiled now, and nothing that is veiled afterwards', async () => {
    const flag = fc.boolean()
    const run = fc.record({
      specials: fc.array(flag, { minLength: 5, maxLength: 5 }),
      keep: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      put: fc.array(fc.record({ at: fc.nat(5), special: flag }), { maxLength: 3 }),
      swap: flag,
      seen: fc.array(flag, { minLength: 5, maxLength: 5 }),
      line: fc.option(fc.nat(5), { nil: null }),
    })
    let open = 0
    await fc.assert(
      fc.asyncProperty(run, async ({ specials, keep, put, swap, seen, line }) => {
        core.close()
        core = testCore()
        const before = specials.map((special, at) => ({ key: `e${at + 1}`, special }))
        const after = before.filter((_part, at) => keep[at])
        for (const [nth, { at, special }] of put.entries())
          after.splice(Math.min(at, after.length), 0, { key: `n${nth + 10}`, special })
        if (swap) after.push(...after.splice(0, 1))
        if (after.length === 0) after.push(part('n20'))
        await bring(before)
        await watch(...seen.flatMap((yes, at) => (yes ? [at + 1] : [])))
        if (line !== null) await core.client.library.setReading({ showId, reach: Reach.parse(line) })
        const update = await look(after)
        const [keys, now] = [await told(update), await state()]
        expect([...keys].filter((key) => !now.seen.has(key))).toEqual([])
        await core.client.exchange.applyUpdate({ updateId: update.updateId })
        const then = await state()
        expect([...keys].filter((key) => then.there.has(key) && !then.seen.has(key))).toEqual([])
        open += keys.size
      }),
      { numRuns: 60 },
    )
    expect(open).toBeGreaterThan(20)
  }, 60_000)
})

it('a new version tells no source, storyline, person or order before its first use', async () => {
  await bring(four)
  await watch(1)
  expect([...(await told(await look(four)))]).toEqual(['e1'])
})

describe('the reading line under a new version', () => {
  it('is said to go back when an unseen episode is put in before it, and does', async () => {
    await bring(four)
    await watch(1, 2, 3, 4)
    const update = await look([part('e1'), part('n9'), part('e2'), part('e3'), part('e4')])
    expect(update.lineBackTo).toEqual({ season: 1, number: 1 })
    await core.client.exchange.applyUpdate({ updateId: update.updateId })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(1)
  })

  it('is said to go back to the start when the new version begins with an unseen one', async () => {
    await bring(four)
    await watch(1, 2)
    const update = await look([part('n9'), ...four])
    expect(update.lineBackTo).toBe('start')
    await core.client.exchange.applyUpdate({ updateId: update.updateId })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(0)
  })

  it('stays without a word with an episode that only gets another number', async () => {
    await bring(four)
    await watch(1, 2, 3, 4)
    const update = await look([part('e1'), extra('n9'), part('e2'), part('e3'), part('e4')])
    expect(update.lineBackTo).toBeNull()
    await core.client.exchange.applyUpdate({ updateId: update.updateId })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(5)
  })
})
