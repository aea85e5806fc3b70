import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ShowId } from '../../../../shared/ids'
import { Preview } from '../../../../shared/studio/schema'
import { Reach } from '../../../../shared/veil/schema'
import { canariesIn, canaryPack } from '../../../../tests/support/canary-pack'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
beforeEach(async () => {
  core = testCore()
  const pack = canaryPack({ seasons: [3, 2], delay: (nth) => nth % 3 })
  const bytes = new TextEncoder().encode(JSON.stringify(pack))
  ;({ showId } = await core.client.exchange.importPack({ name: 'canaries', bytes }, {}))
})
afterEach(() => core.close())

/** The places that a preview speaks of by the line under which each item is known. */
const LINES = new Set([
  'title',
  'beat',
  'role',
  'fact',
  'line',
  'circle',
  'thread',
  'headline',
  'audience',
  'tracker',
  'point',
  'question',
  'answer',
])
const seen = (answers: unknown): Set<string> =>
  new Set(
    canariesIn(JSON.stringify(answers))
      .filter(({ place }) => LINES.has(place))
      .map(({ stamp, place }) => `${place} ${stamp}`),
  )

describe('a preview', () => {
  it('shows at every reach what the real screens show at it, and no more', async () => {
    const { workshopId } = await core.client.studio.open({ showId })
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const reach = Reach.parse(at)
      const sections = Preview.parse(await core.client.studio.preview({ workshopId, reach }))
      const pages = await Promise.all(
        sections.map(({ kind }) => core.client.studio.previewRows({ workshopId, reach, kind, offset: 0 })),
      )
      for (const [index, { kind, open, veiled }] of sections.entries()) {
        const page = pages[index]
        expect(page?.rows.length, kind).toBe(open)
        expect(page?.total, kind).toBe(open)
        expect(
          page?.veils.reduce((sum, { count }) => sum + count, 0),
          kind,
        ).toBe(veiled)
        expect(
          page?.veils.every(({ safeAfter }) => (safeAfter ?? 0) > at),
          kind,
        ).toBe(true)
      }
      await core.client.library.setReading({ showId, reach })
      const page = await core.client.library.show({ showId })
      const roles = core.db.prepare('SELECT id FROM role').pluck().all() as never[]
      const real = seen([
        page,
        await core.client.library.press({ showId }),
        await core.client.cast.roles({ showId }),
        await core.client.boards.board({ showId, boardId: null, as: null }),
        ...(await Promise.all(roles.map((roleId) => core.client.cast.role({ roleId })))),
      ])
      const previewed = seen(pages)
      for (const each of real) expect(previewed, `at ${at}`).toContain(each)
      const beyond = [...previewed].filter((each) => Number(each.split(' ')[1]) > at)
      expect(beyond).toEqual([])
    }
  })

  it('moves nothing of the person’s own', async () => {
    const { workshopId } = await core.client.studio.open({ showId })
    const before = await core.client.library.show({ showId })
    await core.client.studio.preview({ workshopId, reach: Reach.parse(5) })
    expect(await core.client.library.show({ showId })).toEqual(before)
  })
})
