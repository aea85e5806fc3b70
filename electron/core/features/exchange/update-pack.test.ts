import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Pack } from '../../../../shared/exchange/pack-schema'
import type { PackUpdate } from '../../../../shared/exchange/schema'
import { EpisodeId, NoteId, type ShowId } from '../../../../shared/ids'
import { EpisodeOrdinal, Reach } from '../../../../shared/veil/schema'
import { canariesIn, canaryPack } from '../../../../tests/support/canary-pack'
import { type TestCore, testCore } from '../../../../tests/support/core'
import {
  beat,
  episode,
  fact,
  type PackInput,
  pack,
  question,
  role,
  season,
} from '../../../../tests/support/small-pack'

let core: TestCore
let showId: ShowId
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const file = (of: Pack) => ({ name: 'a.entracte', bytes: new TextEncoder().encode(JSON.stringify(of)) })
const bring = async (of: Pack): Promise<void> => {
  ;({ showId } = await core.client.exchange.importPack(file(of), {}))
}
const look = (of: Pack): Promise<PackUpdate> => core.client.exchange.inspect(file(of), {})
const update = async (of: Pack): Promise<void> => {
  const { updateId } = await look(of)
  await core.client.exchange.applyUpdate({ updateId })
}
const rows = (sql: string): unknown[] => core.db.prepare(sql).all()
const everyRow = (): unknown =>
  rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_text%'").map((table) =>
    rows(`SELECT * FROM ${(table as { name: string }).name}`),
  )
const boardId = async () => (await core.client.boards.board({ showId, boardId: null, as: null })).id
const episodeId = (ordinal: number): EpisodeId =>
  EpisodeId.parse(core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal))
const noteAt = (ordinal: number, title: string) =>
  core.client.notes.save({
    id: NoteId.parse(core.newId()),
    showId,
    episodeId: episodeId(ordinal),
    atMs: null,
    endMs: null,
    kind: 'note',
    title,
    body: '',
    tags: [],
    pinned: false,
  })

const version = (change: Partial<PackInput>, number = '1.1.0'): Pack => {
  const made = pack(change)
  return Pack.parse({ ...made, pack: { ...made.pack, version: number } })
}
const seasons = (...episodes: Parameters<typeof season>[0]) => ({ seasons: [season(episodes)] })
const plain = [episode(1), episode(2, { beats: [beat({ safeAfter: 2 })] }), episode(3)]
/** The same with a special between the first and the second. */
const withSpecial = [
  episode(1),
  episode(2, { key: 'xmas', number: 9, special: true, title: 'Xmas' }),
  episode(3, { key: 'e2', number: 2, title: 'Part 2', beats: [beat({ safeAfter: 3 })] }),
  episode(4, { key: 'e3', number: 3, title: 'Part 3' }),
]

describe('a new version that is looked at', () => {
  it('writes nothing', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    const before = everyRow()
    const found = await look(version(seasons(...withSpecial)))
    expect(found).toMatchObject({ showId, versionNow: '1.0.0', versionThen: '1.1.0' })
    await core.client.exchange.changes({ updateId: found.updateId, offset: 0 })
    expect(everyRow()).toEqual(before)
  })

  it('says what it adds, changes and removes, as far as the reading line allows', async () => {
    await bring(version({ ...seasons(...plain), questions: [question()] }, '1.0.0'))
    const next = version({
      ...seasons(
        episode(1, { title: 'The first part' }),
        episode(2, { beats: [beat({ safeAfter: 2, text: 'SECRET' })] }),
        episode(3),
      ),
    })
    const { updateId, counts } = await look(next)
    expect(counts).toEqual({ added: 0, changed: 2, removed: 1, conflicts: 0, kept: 0 })
    await core.client.library.setReading({ showId, reach: Reach.parse(1) })
    const closed = await core.client.exchange.changes({ updateId, offset: 0 })
    expect(closed.rows).toContainEqual({
      veiled: false,
      what: 'changed',
      kind: 'episode',
      text: 'The first part',
      other: 'Part 1',
      choice: null,
    })
    expect(closed.rows.at(-1)).toEqual({ veiled: true, safeAfter: 2 })
    expect(JSON.stringify(closed)).not.toContain('SECRET')
    await core.client.library.setReading({ showId, reach: Reach.parse(2) })
    expect(JSON.stringify(await core.client.exchange.changes({ updateId, offset: 0 }))).toContain('SECRET')
  })

  it('shows no canary beyond the reach, whatever changes', async () => {
    const now = canaryPack({ seasons: [3], delay: () => 0 })
    await bring(now)
    // every text changes, and half of the items go
    const next: Pack = JSON.parse(JSON.stringify(now).replaceAll(/(CANARY\d+M\d*X) /g, '$1 new '))
    const gone = {
      ...next,
      questions: next.questions.slice(1),
      bulletins: next.bulletins.slice(1),
      circles: [],
    }
    const { updateId } = await look(Pack.parse(gone))
    for (const reach of [0, 1, 2, 3]) {
      await core.client.library.setReading({ showId, reach: Reach.parse(reach) })
      const { total, rows: first } = await core.client.exchange.changes({ updateId, offset: 0 })
      const rest = await core.client.exchange.changes({ updateId, offset: 100 })
      expect(first.length + rest.rows.length).toBe(total)
      const seen = canariesIn(JSON.stringify([first, rest])).map(({ stamp }) => stamp)
      expect(seen.filter((stamp) => stamp > reach)).toEqual([])
      if (reach === 3) expect(seen.length).toBeGreaterThan(20)
    }
  })

  it('is refused when it is of no show here, or of no pack', async () => {
    expect(await core.call('exchange.inspect', file(version({})), core.newId())).toMatchObject({
      error: { code: 'not-found' },
    })
    const bytes = new TextEncoder().encode('[]')
    expect(await core.call('exchange.inspect', { name: 'x', bytes }, core.newId())).toMatchObject({
      error: { code: 'pack-unreadable' },
    })
  })
})

describe('an update', () => {
  it('moves everything of the person’s with its episode when a special is put in before it', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    await core.client.library.setWatched({ showId, episodeId: episodeId(2), watched: true, through: true })
    await noteAt(2, 'About two')
    const id = core.newId() as never
    await core.client.boards.save({
      id,
      boardId: await boardId(),
      kind: 'theory',
      text: 'A guess',
      details: '',
      ordinal: EpisodeOrdinal.parse(2),
    })
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    const second = episodeId(2)
    await update(version(seasons(...withSpecial)))
    expect(episodeId(3)).toBe(second)
    expect(await core.client.boards.card({ id, as: null })).toMatchObject({ ordinal: 3, safeAfter: 3 })
    expect((await core.client.library.show({ showId })).reading.reach).toBe(4)
    expect(rows('SELECT episode_id FROM note')).toEqual([{ episode_id: second }])
    expect(rows('SELECT count(*) AS n FROM viewing')).toEqual([{ n: 2 }])
    expect(core.db.pragma('foreign_key_check')).toEqual([])
  })

  it('leaves a mark that can be taken back, and the line with it', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    await core.client.library.setReading({ showId, reach: Reach.parse(2) })
    const mark = { showId, episodeId: episodeId(3), watched: true, through: false }
    const { changeId, reading } = await core.client.library.setWatched(mark)
    expect(reading.reach).toBe(3)
    await update(version(seasons(...withSpecial)))
    expect((await core.client.library.show({ showId })).reading.reach).toBe(4)
    expect(await core.client.library.undoWatched({ changeId })).toMatchObject({ reach: 3, byHand: true })
  })

  it('keeps what the person edited, and takes the rest', async () => {
    await bring(version({ ...seasons(...plain), roles: [role()] }, '1.0.0'))
    const { workshopId } = await core.client.studio.open({ showId })
    await core.client.studio.put({ workshopId, kind: 'beat', key: 'a', fields: { text: 'Mine.' } })
    const [first, second, third] = plain
    if (!first || !second || !third) throw new Error('three episodes')
    const next = version({
      ...seasons(
        { ...first, title: 'One' },
        { ...second, beats: [beat({ safeAfter: 2, text: 'Theirs.' })] },
        third,
      ),
      roles: [role({ work: 'Baker' })],
    })
    const { updateId, counts } = await look(next)
    expect(counts).toMatchObject({ conflicts: 1 })
    await core.client.exchange.applyUpdate({ updateId })
    expect(rows('SELECT text FROM beat')).toEqual([{ text: 'Mine.' }])
    expect(rows('SELECT work FROM role')).toEqual([{ work: 'Baker' }])
    expect(rows('SELECT title FROM episode WHERE ordinal = 1')).toEqual([{ title: 'One' }])
    expect(rows('SELECT pack_version FROM show')).toEqual([{ pack_version: '1.1.0' }])
    // and once more, when the next one comes: the edit is still the person's
    await update(Pack.parse({ ...next, pack: { ...next.pack, version: '1.2.0' } }))
    expect(rows('SELECT text FROM beat')).toEqual([{ text: 'Mine.' }])
  })

  it('gives an episode of the person’s the next free number when the new version has its number', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    const { workshopId } = await core.client.studio.open({ showId })
    const fields = {
      parent: 's1',
      number: 4,
      special: false,
      title: 'My own',
      airDate: null,
      runtimeMinutes: null,
      standing: null,
      sources: ['weekly'],
    }
    await core.client.studio.put({ workshopId, kind: 'episode', key: null, fields })
    await update(version(seasons(...plain, episode(4))))
    expect(rows('SELECT number, ordinal, title FROM episode WHERE number > 3 ORDER BY ordinal')).toEqual([
      { number: 5, ordinal: 4, title: 'My own' },
      { number: 4, ordinal: 5, title: 'Part 4' },
    ])
  })

  it('keeps an episode with notes that the new version has no longer, and says so', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    await noteAt(2, 'Kept')
    const next = version(seasons(episode(1), episode(2, { key: 'e3', number: 3, title: 'Part 3' })))
    const { updateId, counts } = await look(next)
    expect(counts.kept).toBeGreaterThan(0)
    await core.client.exchange.applyUpdate({ updateId })
    expect(rows('SELECT pack_key, ordinal FROM episode ORDER BY ordinal')).toEqual([
      { pack_key: 'e1', ordinal: 1 },
      { pack_key: 'e2', ordinal: 2 },
      { pack_key: 'e3', ordinal: 3 },
    ])
    expect(rows('SELECT title FROM note')).toEqual([{ title: 'Kept' }])
  })

  it('leaves a card to the person who moved it, though its question is gone', async () => {
    await bring(version({ ...seasons(...plain), questions: [question(), question({ key: 'r' })] }, '1.0.0'))
    await core.client.library.setReading({ showId, reach: Reach.parse(3) })
    const [moved] = rows("SELECT card_id AS id FROM board_card WHERE question_key = 'q'")
    const { id } = moved as { id: never }
    const [lane] = rows("SELECT lane_id AS id FROM board_lane WHERE role = 'resolved'")
    await core.client.boards.move({ ids: [id], laneId: (lane as { id: never }).id, before: null })
    await update(version(seasons(...plain)))
    const standing = 'SELECT card_id AS id, question_key FROM board_card WHERE gone_at IS NULL'
    expect(rows(standing)).toEqual([{ id, question_key: null }])
    const both = { ...seasons(...plain), questions: [question(), question({ key: 'r' })] }
    await update(version(both, '3.0.0'))
    expect(rows(`${standing} ORDER BY question_key`)).toEqual([
      { id, question_key: 'q' },
      { id: expect.any(String), question_key: 'r' },
    ])
  })

  it('is all or nothing: what fails in the middle leaves the old state', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    const { updateId } = await look(version(seasons(...withSpecial)))
    core.db.exec("CREATE TRIGGER broken BEFORE UPDATE ON show BEGIN SELECT raise(ABORT, 'no'); END")
    const before = everyRow()
    expect((await core.call('exchange.applyUpdate', { updateId })).ok).toBe(false)
    expect(everyRow()).toEqual(before)
    core.db.exec('DROP TRIGGER broken')
    await core.client.exchange.applyUpdate({ updateId })
    expect(rows('SELECT count(*) AS n FROM episode')).toEqual([{ n: 4 }])
  })
})

describe('a show that is taken away', () => {
  it('goes only with all that the person was told of, and takes its staged updates along', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    await noteAt(1, 'One')
    await core.client.library.setWatched({ showId, episodeId: episodeId(1), watched: true, through: false })
    const reading = {
      id: core.newId() as never,
      showId,
      trackerId: core.newId() as never,
      newTracker: { name: 'Letters', unit: 'letters' },
      episodeId: episodeId(1),
      atMs: null,
      point: 'at the end',
      value: 3,
      words: null,
      note: null,
    }
    await core.client.library.saveReading(reading)
    const told = { notes: 1, cards: 0, watched: 1, readings: 1, trackers: 1 }
    expect(await core.client.exchange.belongings({ showId })).toEqual(told)
    for (const kind of Object.keys(told) as (keyof typeof told)[]) {
      const wrong = { showId, told: { ...told, [kind]: told[kind] + 1 } }
      expect((await core.call('exchange.removeShow', wrong)).ok, kind).toBe(false)
    }
    expect(rows('SELECT count(*) AS n FROM note')).toEqual([{ n: 1 }])
    const { updateId } = await look(version({}))
    await core.client.exchange.removeShow({ showId, told })
    expect(await core.call('exchange.changes', { updateId, offset: 0 })).toMatchObject({
      error: { code: 'not-found' },
    })
    for (const table of ['show', 'note', 'episode', 'citation', 'pack_header', 'tracker', 'reading'])
      expect(rows(`SELECT count(*) AS n FROM ${table}`), table).toEqual([{ n: 0 }])
  })
})

describe('a save during an import', () => {
  it('goes first, also while the file is read and checked', async () => {
    await bring(version(seasons(...plain), '1.0.0'))
    const roles = Array.from({ length: 600 }, (_role, at) =>
      role({
        key: `role-${at}`,
        name: `Somebody ${at}`,
        shortName: `Some ${at}`,
        facts: Array.from({ length: 40 }, (_fact, nth) =>
          fact({ key: `fact-${at}-${nth}`, text: `Says something that is about so long, ${nth} times` }),
        ),
      }),
    )
    const made = version({ roles })
    const large = { ...made, pack: { ...made.pack, id: 'large' } }
    const bytes = new TextEncoder().encode(JSON.stringify(large))
    core.said.length = 0
    const running = core.call('exchange.importPack', { name: 'large', bytes }, core.newId())
    const steps = () =>
      core.said.flatMap((said) => (said.kind === 'progress' ? [JSON.stringify(said.value)] : []))
    const at = (step: string) => steps().some((said) => said.includes(step))
    const saved: string[] = []
    while (!at('writing')) {
      await noteAt(1, `note ${saved.length}`)
      saved.push(at('checking') ? 'checking' : 'reading')
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(saved.filter((step) => step === 'checking').length).toBeGreaterThan(10)
    expect((await running).ok).toBe(true)
  })
})

describe('words that the person and the file both changed', () => {
  const beatOf = (text: string, number?: string) =>
    version(seasons(episode(1, { beats: [beat({ text })] }), episode(2), episode(3)), number)
  const conflicted = async (): Promise<PackUpdate> => {
    await bring(beatOf('A letter arrives.', '1.0.0'))
    await core.client.library.setReading({ showId, reach: Reach.parse(1) })
    const { workshopId } = await core.client.studio.open({ showId })
    await core.client.studio.put({ workshopId, kind: 'beat', key: 'a', fields: { text: 'My words.' } })
    return look(beatOf('Words of the file.'))
  }
  const said = () => core.db.prepare('SELECT text FROM beat').pluck().get()
  const choiceIn = async (updateId: PackUpdate['updateId']) => {
    const { rows: lines } = await core.client.exchange.changes({ updateId, offset: 0 })
    return lines.flatMap((line) => (!line.veiled && line.choice !== null ? [line.choice] : []))
  }

  it('stay the person’s, or become those of the file, as the person says', async () => {
    const { updateId } = await conflicted()
    const [choice] = await choiceIn(updateId)
    if (!choice) throw new Error('there is no conflict')
    await core.client.exchange.applyUpdate({ updateId, theirs: [choice] })
    expect(said()).toBe('Words of the file.')
  })

  it('stay the person’s when they say nothing', async () => {
    const { updateId } = await conflicted()
    await core.client.exchange.applyUpdate({ updateId })
    expect(said()).toBe('My words.')
  })

  it('are not decided by anything else than a choice of this update', async () => {
    const { updateId } = await conflicted()
    const reply = await core.call('exchange.applyUpdate', { updateId, theirs: [core.newId()] })
    expect(reply).toMatchObject({ error: { code: 'invalid-input', details: { place: 'theirs' } } })
    expect(said()).toBe('My words.')
  })

  it('offer no choice behind a veil', async () => {
    const { updateId } = await conflicted()
    await core.client.library.setReading({ showId, reach: Reach.parse(0) })
    expect(await choiceIn(updateId)).toEqual([])
  })
})
