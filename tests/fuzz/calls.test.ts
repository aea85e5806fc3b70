import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coreContract } from '../../shared/contract'
import { ErrorEnvelope } from '../../shared/errors'
import { type TestCore, testCore } from '../support/core'

const METHODS = Object.entries(coreContract).flatMap(([feature, methods]) =>
  Object.keys(methods).map((key) => `${feature}.${key}`),
)
const TASK = '01890a5d-ac96-774b-bcce-b302099a8057'

let core: TestCore
let known: string[]
beforeAll(async () => {
  core = testCore()
  await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 3 })
  known = [
    ...['show', 'episode', 'role'].map((table) => `SELECT id FROM ${table} LIMIT 3`),
    'SELECT doc_id FROM board',
    'SELECT lane_id FROM board_lane LIMIT 2',
    'SELECT card_id FROM board_card LIMIT 3',
  ].flatMap((sql) => core.db.prepare(sql).pluck().all().map(String))
})
afterAll(() => core.close())

const FIELDS = [
  'showId',
  'episodeId',
  'roleId',
  'boardId',
  'cardId',
  'laneId',
  'ids',
  'odds',
  'id',
  'search',
  'kinds',
  'tags',
  'order',
  'offset',
  'lane',
  'before',
  'kind',
  'text',
  'title',
  'body',
  'atMs',
  'endMs',
  'pinned',
  'watched',
  'through',
  'reach',
  'changeId',
  'theme',
  'packId',
  'name',
  'bytes',
  'taskId',
  'watchedThrough',
  'details',
  'ordinal',
  '__proto__',
  'constructor',
  'toString',
]

/** Nearly right inputs: known fields, with values from wrong to almost right. */
const nearly = () =>
  fc.dictionary(
    fc.constantFrom(...FIELDS),
    fc.oneof(
      fc.constantFrom(
        ...known,
        null,
        true,
        0,
        -1,
        1.5,
        Number.NaN,
        '',
        'x'.repeat(300_000),
        '\u0000',
        '\ud800',
        [],
        {},
      ),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
    ),
    { maxKeys: 12 },
  )

describe('a call with anything in it', () => {
  it.each(METHODS)('%s answers in an envelope and never breaks', async (method) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.anything({ withBigInt: true, withMap: true }), nearly()),
        async (input) => {
          const reply = await core.call(method, input, TASK)
          if (reply.ok) return
          expect(ErrorEnvelope.safeParse(reply.error).success).toBe(true)
          expect(reply.error.code, JSON.stringify(core.logged.at(-1))).not.toBe('internal')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves the library sound', () => {
    expect(core.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(core.db.pragma('foreign_key_check')).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
