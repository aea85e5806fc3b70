import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asLists, canonical, flatten } from '../../../../shared/exchange/flat-pack'
import { Pack } from '../../../../shared/exchange/pack-schema'
import { NoteId, ShowId } from '../../../../shared/ids'
import { canaryPack } from '../../../../tests/support/canary-pack'
import { PACKS, type TestCore, testCore } from '../../../../tests/support/core'
import { edits, lists, make } from '../../../../tests/support/pack-edits'
import { beat, episode, fact, pack, question, role, season } from '../../../../tests/support/small-pack'
import { bundledPacks } from './bundled'
import { packShelf } from './pack-shelf'

let core: TestCore
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const bundled = Pack.parse(JSON.parse(readFileSync(path.join(PACKS, 'emily-in-paris.json'), 'utf8')))
const shelf = () => {
  const context = { db: core.db, clock: () => 0, newId: core.newId, log: console }
  return packShelf(context, bundledPacks(PACKS, console))
}
const bring = async (of: Pack): Promise<ShowId> => {
  const bytes = new TextEncoder().encode(JSON.stringify(of))
  return (await core.client.exchange.importPack({ name: 'a.entracte', bytes }, {})).showId
}

/** Small, and with one of everything that the others lack. */
const odd = pack({
  sources: {
    weekly: { title: 'The Weekly', url: 'https://weekly.example/a', date: '2021-01-02' },
    b: { title: 'B' },
  },
  people: [
    { key: 'zoe', name: 'Zoe' },
    { key: 'ines', name: 'Ines Roth' },
  ],
  roles: [
    role({
      person: 'zoe',
      seenIn: [1, 3],
      facts: [fact({ sources: ['b', 'weekly'], safeFromMs: 60_000 as never })],
    }),
    role({ key: 'bea', name: 'Bea', shortName: 'Bea', firstEpisode: null, group: 'crew' }),
  ],
  seasons: [
    season([
      episode(1),
      episode(3, { number: 2, beats: [beat({ key: 'c', safeAfter: 3, buildsOn: ['b', 'a'], threads: [] })] }),
    ]),
    season(
      [
        episode(2, {
          number: 1,
          special: true,
          runtimeMinutes: 44,
          writers: ['A', 'B'],
          beats: [beat({ safeAfter: 2 }), beat({ key: 'b', safeAfter: 2 })],
        }),
      ],
      0,
    ),
  ],
  circles: [
    {
      key: 'house',
      name: 'The house',
      safeAfter: 1,
      members: [
        { role: 'bea', safeAfter: 2 },
        { role: 'ada', safeAfter: null },
      ],
    },
  ],
  orders: [{ key: 'mine', name: 'Mine', episodes: ['e3', 'e1'] }],
  questions: [
    question({ answer: { episode: 2, text: 'It is.', outcome: 'yes', safeAfter: 3, sources: ['b'] } }),
    question({ key: 'r', raised: null, safeAfter: null }),
  ],
})

describe('a show that is read back as a pack', () => {
  it.each([
    ['the bundled pack', bundled],
    ['canaries', canaryPack({ seasons: [3, 2], delay: (nth) => nth % 2 })],
    ['an odd one', odd],
  ])('is the pack that it came from: %s', async (_name, of) => {
    expect(shelf().packOf(await bring(of))).toEqual(canonical(of))
  })

  it('keeps the order of everything that has one', () => {
    expect(canonical(odd).seasons.map(({ number }) => number)).toEqual([0, 1])
    expect(canonical(bundled)).toEqual(bundled)
  })

  it('has the header of its bundled pack when it came before headers were kept', async () => {
    const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 0 })
    core.db.prepare('DELETE FROM pack_header').run()
    expect(shelf().packOf(showId).pack).toEqual(bundled.pack)
  })

  it('leaves out what is the person’s own', async () => {
    const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 })
    const before = shelf().packOf(showId)
    const tracker = core.db.prepare('SELECT id FROM tracker LIMIT 1').pluck().get()
    core.db
      .prepare(
        "INSERT INTO reading (id, tracker_id, ordinal, point, disputed, position, mine) VALUES (?, ?, 1, 'mine', 0, 99, 1)",
      )
      .run(core.newId(), tracker)
    expect(shelf().packOf(showId)).toEqual(before)
    expect(ShowId.safeParse(showId).success).toBe(true)
  })
})

describe('a difference that is written', () => {
  it('makes any pack of any other, and every row keeps what hangs on it', async () => {
    const base = canonical(canaryPack({ seasons: [2, 2], delay: () => 0 }))
    const showId = await bring(base)
    const id = NoteId.parse(core.newId())
    await core.client.notes.save({
      id,
      showId,
      episodeId: core.db.prepare('SELECT id FROM episode ORDER BY ordinal LIMIT 1').pluck().get() as never,
      atMs: null,
      endMs: null,
      kind: 'note',
      title: 'Kept',
      body: '',
      tags: [],
      pinned: false,
    })
    const kept = (of: Pack) => lists(of).episode.some(({ key }) => key === 'episode-1')
    await fc.assert(
      fc.asyncProperty(edits('x'), async (all) => {
        // what has a note on it is never taken out: that is the merge's and the editor's part
        const to = make(base, all)
        fc.pre(kept(to))
        const packs = shelf()
        const write = core.db.transaction((target: Pack) =>
          packs.write(showId, packs.read(showId), asLists(flatten(target))),
        )
        write(to)
        expect(packs.packOf(showId)).toEqual(to)
        expect(core.db.pragma('foreign_key_check')).toEqual([])
        expect(core.db.prepare('SELECT count(*) FROM note WHERE id = ?').pluck().get(id)).toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})
