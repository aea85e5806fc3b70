import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { coreContract } from '../../shared/contract'
import { type EpisodeId, ItemId, MemberId, NoteId, type OrderId, type RoleId, ShowId } from '../../shared/ids'
import type { Event, Method } from '../../shared/ipc'
import { Reach } from '../../shared/veil/schema'
import { canaryFile } from '../support/canary-file'
import { canariesIn, canary, type Shape } from '../support/canary-pack'
import { type TestCore, type TestCoreOptions, testCore } from '../support/core'
import { oracle } from './canary-oracle'
import { ASKED_FOR, walkContract } from './canary-walk'

let open: TestCore | null = null
afterEach(() => {
  open?.close()
  open = null
})

const episodesOf = (core: TestCore) =>
  core.db.prepare('SELECT id, ordinal FROM episode ORDER BY ordinal').all() as {
    id: EpisodeId
    ordinal: number
  }[]

/** Subtitles with a line every seven minutes, each a canary that opens at its moment. */
function linesOf(ordinal: number): Uint8Array<ArrayBuffer> {
  const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',')
  const lines = [1_000, 420_000, 840_000, 1_260_000].map(
    (ms, n) => `${n + 1}\n${stamp(ms)} --> ${stamp(ms + 2000)}\n${canary(ordinal, 'line', ms)}\n`,
  )
  return new TextEncoder().encode(lines.join('\n'))
}

/** A library full of canaries, with subtitles, a note and a card at every episode. */
async function canaryLibrary(
  shape: Shape,
  options: TestCoreOptions = {},
): Promise<TestCore & { showId: ShowId }> {
  open?.close()
  const core = testCore(options)
  open = core
  const bytes = await canaryFile(shape)
  const { showId } = await core.client.exchange.importPack({ name: 'canaries.entracte', bytes }, {})
  await core.client.members.save({ id: MemberId.parse(core.newId()), name: 'Nora', colour: 2, me: false })
  const { id: boardId } = await core.client.boards.board({ showId, boardId: null, as: null })
  await core.client.boards.create({ showId, boardId: core.newId() as never, title: 'Another one' })
  for (const { id, ordinal } of episodesOf(core)) {
    const note = (title: string) => ({
      id: NoteId.parse(core.newId()),
      showId,
      episodeId: id,
      atMs: null,
      endMs: null,
      kind: 'note' as const,
      title: canary(ordinal, title),
      body: canary(ordinal, 'body of a note'),
      tags: [`canary${ordinal}mx`],
      pinned: false,
    })
    // one with a history, one in the trash
    const [kept, deleted] = [note('note'), note('note')]
    await core.client.notes.save(kept)
    core.db.exec("UPDATE note SET created_at = '2020-01-01T00:00:00.000Z'")
    await core.client.notes.save({ ...kept, title: canary(ordinal, 'note'), kind: 'question' })
    await core.client.notes.save(deleted)
    await core.client.notes.remove({ id: deleted.id })
    await core.client.subtitles.add(
      { showId, episodeId: id, name: `canaries${ordinal}.fr.srt`, bytes: linesOf(ordinal) },
      {},
    )
    const cardId = core.newId() as never
    const at = { ordinal: ordinal as never, atMs: null }
    await core.client.boards.save({
      id: cardId,
      boardId,
      kind: 'theory',
      text: canary(ordinal, 'card'),
      details: canary(ordinal, 'details'),
      labels: [canary(ordinal, 'label')],
      ordinal: ordinal as never,
      evidence: [
        {
          id: ItemId.parse(core.newId()),
          stance: 'for',
          ground: { is: 'quote', ...at, text: canary(ordinal, 'quote') },
        },
      ],
    })
    // one that its author calls safe, and that rests on what is not
    await core.client.boards.save({
      id: core.newId() as never,
      boardId,
      kind: 'prediction',
      text: 'Open to all',
      details: '',
      ordinal: null,
      safeAfter: null,
      evidence: [
        { id: ItemId.parse(core.newId()), stance: 'against', ground: { is: 'note', noteId: kept.id } },
        {
          id: ItemId.parse(core.newId()),
          stance: 'for',
          ground: { is: 'quote', ...at, text: canary(ordinal, 'quote') },
        },
      ],
    })
    await core.client.boards.giveOdds({ cardId, memberId: null, odds: [60, 40] })
    const verdict = { cardId, outcome: 0, memberId: null, ordinal: ordinal as never }
    await core.client.boards.resolve({ ...verdict, text: canary(ordinal, 'verdict') })
  }
  const last = episodesOf(core).at(-1)
  if (last)
    await core.client.notes.keepDraft({
      place: 'capture',
      noteId: NoteId.parse(core.newId()),
      showId,
      episodeId: last.id,
      atMs: null,
      body: canary(last.ordinal, 'body of a draft'),
    })
  const trackers = core.db.prepare('SELECT id FROM tracker ORDER BY position').pluck().all() as ItemId[]
  for (const { id, ordinal } of episodesOf(core)) {
    const own = ItemId.parse(core.newId())
    for (const trackerId of [own, ...trackers.slice(0, 2)])
      await core.client.library.saveReading({
        id: ItemId.parse(core.newId()),
        showId,
        trackerId,
        newTracker:
          trackerId === own ? { name: canary(ordinal, 'note'), unit: canary(ordinal, 'note') } : null,
        episodeId: id,
        atMs: null,
        point: canary(ordinal, 'note'),
        value: null,
        words: canary(ordinal, 'note'),
        note: canary(ordinal, 'note'),
      })
  }
  core.said.length = 0
  return { ...core, showId }
}

/**
 * Commands that the walk calls and that refuse, because they need what it cannot make up: something that was just
 * deleted or changed, a whole row that is sound, numbers that were told before. Their answers are what the queries
 * answer, which are looked at.
 */
const NEEDS_A_STATE = [
  'library.saveReading',
  'library.restoreTracker',
  'library.undoWatched',
  'members.comeBack',
  'boards.save',
  'boards.sealCard',
  'subtitles.add',
  'subtitles.restore',
  'exchange.importPack',
  'exchange.removeShow',
]

/** A newer version of the pack, in which every beat, fact and headline says something else, and which waits for a yes. */
async function waitingUpdate(core: TestCore, shape: Shape): Promise<Record<string, readonly unknown[]>> {
  const bytes = await canaryFile(shape, (json) =>
    json
      .replace('"version":"1.0.0"', '"version":"2.0.0"')
      .replaceAll(/X (beat|fact|headline|standing|title|answer|alt|line text)/g, 'X $1 again'),
  )
  const file = { name: 'canaries.entracte', bytes }
  const { updateId } = await core.client.exchange.inspect(file, {})
  return { name: [file.name], bytes: [bytes], updateId: [updateId] }
}

const often = fc.oneof(
  { weight: 3, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
)
const moment = fc.option(fc.integer({ min: 0, max: 1_200_000 }), { freq: 4 })

/** Shows in which all that the shield knows is likely: specials passed over, something on, a line moved. */
const libraries = fc.record({
  seasons: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 2 }),
  delays: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }),
  moments: fc.option(fc.array(moment, { minLength: 1, maxLength: 5 }), { freq: 3 }),
  specials: fc.array(
    often.map((plain) => !plain),
    { minLength: 8, maxLength: 8 },
  ),
  seen: fc.array(often, { minLength: 8, maxLength: 8 }),
  line: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 1 }),
  /** How far past the line the episode lies that is on. */
  on: fc.option(fc.record({ ahead: fc.integer({ min: 1, max: 3 }), positionMs: fc.nat(1_500_000) }), {
    freq: 4,
  }),
  backwards: fc.boolean(),
  veil: fc.record({ titles: often, names: often, nextTitle: fc.boolean(), images: often }),
})

describe('the spoiler boundary', () => {
  it('lets no text out that is not open, whatever is asked or told', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (drawn) => {
        const { seasons, delays, moments, specials, seen, line, on, backwards, veil } = drawn
        const shape: Shape = {
          seasons,
          delay: (nth) => delays[nth % delays.length] ?? 0,
          special: (ordinal) => specials[ordinal - 1] ?? false,
          ...(moments && { moment: (nth: number) => moments[nth % moments.length] ?? null }),
        }
        const core = await canaryLibrary(shape)
        const { showId, client } = core
        for (const { id, ordinal } of episodesOf(core))
          if (seen[ordinal - 1])
            await client.library.setWatched({ showId, episodeId: id, watched: true, through: false })
        const last = seasons.reduce((sum, count) => sum + count, 0)
        if (line !== null) await client.library.setReading({ showId, reach: Math.round(line * last) })
        const { reading } = await client.library.show({ showId })
        const ahead = (reading.reach ?? 0) + (on?.ahead ?? 0)
        const running = episodesOf(core).find(({ ordinal }) => ordinal === ahead)
        if (on && running)
          await client.library.setRunning({ showId, episodeId: running.id, positionMs: on.positionMs })
        const orderId = core.db.prepare('SELECT id FROM episode_order').pluck().get() as OrderId
        if (backwards) await client.library.chooseOrder({ showId, orderId })
        await client.settings.setVeil(veil)
        const more = await waitingUpdate(core, shape)
        core.said.length = 0
        expect(await walkContract(core, () => oracle(core, showId), { more })).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 240_000)

  it('looks behind one veil and no other, and leaves everything as it was', async () => {
    const core = await canaryLibrary({ seasons: [3], delay: () => 0 })
    const { showId, client } = core
    const third = episodesOf(core)[2]?.id as EpisodeId
    const before = JSON.stringify(await client.library.press({ showId }))
    const titled = await client.library.peek({ of: 'title', showId, episodeId: third })
    expect(titled).toEqual({ heading: null, text: canary(3, 'title') })
    const beat = await client.recap.peek({ showId, episodeId: third, nth: 1 })
    expect(beat).toEqual({ heading: null, text: canary(3, 'beat') })
    expect(await client.library.peek({ of: 'bulletin', showId, nth: 1 })).toEqual({
      heading: canary(2, 'headline'),
      text: canary(2, 'bulletin'),
    })
    expect((await client.cast.peek({ showId, group: 'recurring', nth: 2 })).heading).toBe(canary(3, 'role 3'))
    const { id: boardId, lanes } = await client.boards.board({ showId, boardId: null, as: null })
    const laneId = lanes.find(({ role }) => role === 'resolved')?.id as never
    expect((await client.boards.peek({ boardId, laneId, nth: 0 })).text).toBe(canary(1, 'card'))
    expect(await core.call('recap.peek', { showId, episodeId: third, nth: 2 })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(core.said).toEqual([])
    expect(canariesIn(core.logged.join())).toEqual([])
    expect(JSON.stringify(await client.library.press({ showId }))).toBe(before)
    expect(await walkContract(core, () => oracle(core, showId))).toEqual([])
  })

  it('is asked of methods that answer', async () => {
    const shape: Shape = { seasons: [3], delay: () => 0 }
    const core = await canaryLibrary(shape)
    const answered = new Set<string>()
    await walkContract(core, () => oracle(core, core.showId), {
      more: await waitingUpdate(core, shape),
      answered,
    })
    const names = Object.entries(coreContract).flatMap(([feature, methods]) =>
      Object.entries<Method | Event>(methods)
        .filter(([, { kind }]) => kind !== 'event')
        .map(([key]) => `${feature}.${key}`),
    )
    // what a person asks for in a word of its own and what stands behind the workshop's door have tests of their own
    const elsewhere = (name: string) => ASKED_FOR.has(name) || name.startsWith('studio.')
    expect(names.filter((name) => !answered.has(name) && !elsewhere(name))).toEqual(NEEDS_A_STATE)
  })

  it('shows everything to somebody who has seen everything', async () => {
    const core = await canaryLibrary({ seasons: [3], delay: () => 0 })
    await core.client.library.setReading({ showId: core.showId, reach: Reach.parse(3) })
    expect(JSON.stringify(await core.client.recap.page({ showId: core.showId, page: 0 }))).toContain(
      'CANARY3MX beat',
    )
    expect(JSON.stringify(await core.client.library.press({ showId: core.showId }))).toContain('CANARY3MX')
  })

  it('says the same about a veiled text whatever it says', async () => {
    const core = await canaryLibrary({ seasons: [2], delay: () => 0 })
    const before = JSON.stringify(await core.client.library.press({ showId: core.showId }))
    core.db.prepare("UPDATE bulletin SET text = 'short', headline = 'x' WHERE safe_after > 0").run()
    expect(JSON.stringify(await core.client.library.press({ showId: core.showId }))).toBe(before)
  })

  it('says the same of a character and of a storyline, whatever waits for them', async () => {
    const core = await canaryLibrary({ seasons: [4], delay: () => 0 })
    const { showId, client } = core
    await client.library.setReading({ showId, reach: Reach.parse(2) })
    const first = core.db.prepare('SELECT id FROM role ORDER BY position').pluck().get() as RoleId
    const told = async () => [
      await client.cast.role({ roleId: first }),
      (await client.cast.roles({ showId })).groups.map(({ roles }) => roles.filter(({ veiled }) => !veiled)),
      await client.cast.presence({ showId }),
      await client.cast.mentions({ roleId: first }),
      (await client.recap.page({ showId, page: 0 })).threads,
    ]
    const before = await told()
    core.db.exec(`
      DELETE FROM role_fact WHERE safe_after > 2;
      DELETE FROM relationship WHERE safe_after > 2;
      DELETE FROM beat_role WHERE beat_id IN (SELECT id FROM beat WHERE safe_after > 2);
      DELETE FROM beat_thread WHERE beat_id IN (SELECT id FROM beat WHERE safe_after > 2);
    `)
    expect(await told()).toEqual(before)
  })

  it('counts no veiled note among the matches of a search', async () => {
    const core = await canaryLibrary({ seasons: [4], delay: () => 0 })
    await core.client.library.setReading({ showId: core.showId, reach: Reach.parse(1) })
    const asked = {
      showId: core.showId,
      kinds: [],
      tags: [],
      episodeId: null,
      order: 'episode' as const,
      offset: 0,
    }
    const found = await core.client.notes.list({ ...asked, search: 'canary' })
    const none = await core.client.notes.list({ ...asked, search: 'nothing-like-it' })
    expect(found).toMatchObject({ total: 2, readable: 2, veiled: 2 })
    expect(none).toMatchObject({ total: 0, readable: 2, veiled: 2 })
  })

  it('are known in a calendar file as well, where a day is one number', () => {
    expect(canariesIn('DTSTART;VALUE=DATE:30030101')).toEqual([{ stamp: 3, fromMs: null, place: 'title' }])
  })

  it('is found out when a query tells too much', async () => {
    const core = await canaryLibrary(
      { seasons: [3], delay: () => 0 },
      {
        wrap: (handlers) => ({
          ...handlers,
          library: {
            ...handlers.library,
            shows: () => [
              {
                id: ShowId.parse(core.db.prepare('SELECT id FROM show').pluck().get()),
                title: String(core.db.prepare('SELECT title FROM episode WHERE ordinal = 3').pluck().get()),
                seasons: 1,
                episodes: 3,
                reading: { reach: Reach.parse(0), byHand: false, watchedRun: Reach.parse(0), running: null },
              },
            ],
          },
        }),
      },
    )
    const leaks = await walkContract(core, () => oracle(core, core.showId))
    expect(leaks).toContainEqual({
      method: 'library.shows',
      canary: { stamp: 3, fromMs: null, place: 'title' },
    })
    expect(new Set(leaks.map(({ method }) => method))).toEqual(new Set(['library.shows']))
  })
})
