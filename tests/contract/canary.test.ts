import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { EpisodeId, NoteId, ShowId } from '../../shared/ids'
import { Reach } from '../../shared/veil/schema'
import { canary, canaryPack, type Shape } from '../support/canary-pack'
import { type TestCore, type TestCoreOptions, testCore } from '../support/core'
import { walkContract } from './canary-walk'

let open: TestCore | null = null
afterEach(() => {
  open?.close()
  open = null
})

/** A library full of canaries, with a note and a card at every episode. */
async function canaryLibrary(
  shape: Shape,
  options: TestCoreOptions = {},
): Promise<TestCore & { showId: ShowId }> {
  open?.close()
  const core = testCore(options)
  open = core
  const bytes = new TextEncoder().encode(JSON.stringify(canaryPack(shape)))
  const { showId } = await core.client.exchange.importPack({ name: 'canaries.entracte', bytes }, {})
  const episodes = core.db.prepare('SELECT id, ordinal FROM episode').all() as {
    id: string
    ordinal: number
  }[]
  for (const { id, ordinal } of episodes) {
    await core.client.notes.save({
      id: NoteId.parse(core.newId()),
      showId,
      episodeId: EpisodeId.parse(id),
      atMs: null,
      endMs: null,
      kind: 'note',
      title: canary(ordinal, 'note'),
      body: canary(ordinal, 'body of a note'),
      tags: [`canary${ordinal}x`],
      pinned: false,
    })
    await core.client.boards.save({
      id: core.newId() as never,
      showId,
      kind: 'theory',
      text: canary(ordinal, 'card'),
      details: canary(ordinal, 'details'),
      ordinal: ordinal as never,
    })
  }
  core.said.length = 0
  return { ...core, showId }
}

const shapes = fc.record({
  seasons: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
  delays: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  rewatch: fc.boolean(),
})

describe('the spoiler boundary', () => {
  it('lets no text out that lies beyond the reach, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ seasons, delays, part, rewatch }) => {
        const last = seasons.reduce((sum, count) => sum + count, 0)
        const core = await canaryLibrary({ seasons, delay: (nth) => delays[nth % delays.length] ?? 0 })
        const reach = Math.round(part * last)
        if (rewatch) {
          const episodeId = EpisodeId.parse(
            core.db.prepare('SELECT id FROM episode ORDER BY ordinal DESC').pluck().get(),
          )
          await core.client.library.setWatched({
            showId: core.showId,
            episodeId,
            watched: true,
            through: true,
          })
        }
        await core.client.library.setReading({ showId: core.showId, reach: Reach.parse(reach) })
        const notes = rewatch && reach < last ? reach : reach + 1
        expect(await walkContract(core, { pack: reach, notes })).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('shows everything to somebody who has seen everything', async () => {
    const core = await canaryLibrary({ seasons: [3], delay: () => 0 })
    await core.client.library.setReading({ showId: core.showId, reach: Reach.parse(3) })
    const { episodes } = await core.client.recap.previously({ showId: core.showId })
    expect(episodes.flatMap(({ beats }) => beats).every(({ veiled }) => !veiled)).toBe(true)
    expect(JSON.stringify(await core.client.library.press({ showId: core.showId }))).toContain('CANARY3X')
  })

  it('says the same about a veiled text whatever it says', async () => {
    const core = await canaryLibrary({ seasons: [2], delay: () => 0 })
    const before = JSON.stringify(await core.client.library.press({ showId: core.showId }))
    core.db.prepare("UPDATE bulletin SET text = 'short', headline = 'x' WHERE safe_after > 0").run()
    expect(JSON.stringify(await core.client.library.press({ showId: core.showId }))).toBe(before)
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
    expect(await walkContract(core, { pack: 0, notes: 1 })).toEqual([{ method: 'library.shows', stamp: 3 }])
  })
})
