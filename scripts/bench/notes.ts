import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestCore } from '../../tests/support/core'
import { testCore } from '../../tests/support/core'
import { numbers } from './numbers'

const NOTES = 100_000
/** The most that a filter may take while somebody types or ticks: half a frame. */
export const NOTES_BUDGET_MS = 8

const WORDS = [
  ...[
    'Luc',
    'Emily',
    'Sylvie',
    'watch',
    'promise',
    'joke',
    'hero',
    'atelier',
    'launch',
    'account',
    'look',
    'scene',
  ],
  ...[
    'window',
    'kitchen',
    'bridge',
    'letter',
    'colour',
    'signature',
    'party',
    'answer',
    'narrator',
    'camera',
  ],
]
const TAGS = ['thelook', 'luc', 'savoir', 'ringarde', 'score', 'light', 'cut']
const KINDS = ['note', 'note', 'note', 'quote', 'question', 'reaction']

/** Fills a library with notes over the episodes of its first season. @returns the show */
export async function fillNotes(core: TestCore, count = NOTES): Promise<string> {
  const { showId } = await core.client.exchange.start({
    packId: 'emily-in-paris',
    watchedThrough: 10 as never,
  })
  const episodes = core.db
    .prepare('SELECT id FROM episode WHERE ordinal <= 10 ORDER BY ordinal')
    .pluck()
    .all()
  const next = numbers(7)
  const insert = core.db.prepare(`
    INSERT INTO note (id, show_id, episode_id, kind, title, body, tags, at_ms, pinned, created_at, updated_at)
    VALUES (@id, @showId, @episodeId, @kind, @title, @body, @tags, @atMs, @pinned, @at, @at)
  `)
  core.db.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const some = (words: number) => Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(' ')
      const mark = next(40) === 0
      insert.run({
        id: core.newId(),
        showId,
        episodeId: episodes[next(episodes.length)],
        kind: KINDS[next(KINDS.length)],
        title: mark ? '' : `${some(3)} ${n}`,
        body: mark ? '' : some(24),
        tags: next(3) === 0 ? JSON.stringify([TAGS[next(TAGS.length)]]) : '[]',
        atMs: next(1_800_000),
        pinned: next(50) === 0 ? 1 : 0,
        at: new Date(Date.UTC(2021, 4, 4) + n * 1000).toISOString(),
      })
    }
  })()
  return showId
}

/** A library file with a hundred thousand notes, for the app to open. */
export async function fillLibrary(file: string): Promise<void> {
  const core = testCore({ file, checkOutput: false })
  await fillNotes(core)
  core.close()
}

export interface NotesMeasured {
  readonly p50: number
  readonly p95: number
  readonly worst: number
  /** The first list of a library that was just opened, which reads what lists need of every note. */
  readonly first: number
  /** Looking a search up to its end, which nobody waits for while typing. */
  readonly thorough: number
  /** A list after a save: what has changed is read again. */
  readonly afterSave: number
}

/** Filters of a hundred thousand notes as a person makes them: ticks, typed letters, orders and far pages. In ms. */
export async function measureNotes(rounds: number): Promise<NotesMeasured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entracte-bench-'))
  const core = testCore({ file: path.join(folder, 'entracte.db'), checkOutput: false })
  try {
    const showId = await fillNotes(core)
    const { groups } = await core.client.cast.roles({ showId: showId as never })
    const role = groups.flatMap(({ roles }) => roles).find((one) => !one.veiled && one.shortName === 'Luc')
    const episodeId = core.db.prepare('SELECT id FROM episode WHERE ordinal = 7').pluck().get()
    const plain = {
      showId,
      search: '',
      kinds: [],
      tags: [],
      episodeId: null,
      order: 'episode',
      thorough: false,
      offset: 0,
    }
    const list = async (over: object) => {
      const started = performance.now()
      const reply = await core.call('notes.list', { ...plain, ...over })
      const took = performance.now() - started
      if (!reply.ok) throw new Error(reply.error.message)
      return took
    }
    const first = await list({})
    const filters = [
      { kinds: ['quote'] },
      { kinds: ['note', 'question'], order: 'newest' },
      { tags: ['luc'] },
      { tags: ['luc', 'score'], order: 'edited' },
      { episodeId },
      { pinned: true },
      { toWrite: true },
      { roleId: role && !role.veiled ? role.id : null },
      ...[
        'w',
        'wa',
        'wat',
        'watch',
        'watch l',
        'watch luc',
        '"the watch"',
        'promise -joke',
        'luc OR emily',
      ].map((search) => ({ search })),
      { search: 'sy', kinds: ['note'], tags: ['savoir'] },
      { offset: 60_000 },
      { order: 'newest', offset: 99_900 },
    ]
    for (const filter of filters) await list(filter)
    const took: number[] = []
    for (let round = 0; round < rounds * 4; round += 1)
      // more filters than answers are kept, so that each is found anew
      for (const filter of filters) took.push(await list(filter))
    const thorough = await list({ search: 'luc', thorough: true })
    const id = core.newId()
    const save = {
      ...plain,
      id,
      kind: 'note',
      title: 'one more',
      body: 'x',
      atMs: null,
      endMs: null,
      pinned: false,
    }
    const { search: _s, kinds: _k, order: _o, thorough: _t, offset: _f, ...draft } = save
    await core.call('notes.save', draft)
    const afterSave = await list({ kinds: ['quote'] })
    took.sort((a, b) => a - b)
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
    return { p50: at(0.5), p95: at(0.95), worst: at(1), first, thorough, afterSave }
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
