import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeRoles } from '../../../../shared/cast/placing'
import { linesOf } from '../../../../shared/cast/strands'
import type { EpisodeId, ShowId } from '../../../../shared/ids'
import { Ms } from '../../../../shared/time'
import { Reach } from '../../../../shared/veil/schema'
import { busyShow } from '../../../../tests/support/busy-show'
import { type TestCore, testCore } from '../../../../tests/support/core'
import {
  beat,
  episode,
  pack,
  type RelationshipInput,
  relationship,
  role,
  season,
} from '../../../../tests/support/small-pack'

const bruno = role({
  key: 'bruno',
  name: 'Bruno Falk',
  shortName: 'Bruno',
  tone: 'ocre',
  firstEpisode: 1,
  safeAfter: 1,
})
const cleo = role({
  key: 'cleo',
  name: 'Cléo Lund',
  shortName: 'Cléo',
  group: 'guest',
  firstEpisode: 3,
  safeAfter: 4,
})
const line = (key: string, change: Partial<RelationshipInput>) =>
  relationship({ key, from: 'ada', to: 'bruno', since: 1, safeAfter: 1, ...change })

const house = () =>
  pack({
    roles: [role(), bruno, cleo],
    seasons: [
      season([
        episode(1),
        episode(2, {
          beats: [beat({ key: 'found', text: 'It is Ada.', safeAfter: 3, roles: ['ada'] })],
        }),
        episode(3),
        episode(4),
        episode(5),
      ]),
    ],
    relationships: [
      line('employs', {
        kind: 'works-for',
        label: 'boss',
        labelBack: 'assistant',
        text: 'Bruno hires Ada.',
        until: 4,
      }),
      line('married', { kind: 'family', label: 'married', since: 1, safeAfter: 3 }),
      line('back', {
        from: 'bruno',
        to: 'ada',
        kind: 'works-for',
        label: 'landlady',
        since: 2,
        safeAfter: 2,
      }),
      line('stranger', { to: 'cleo', label: 'pen pals', since: 3, safeAfter: 4 }),
    ],
    circles: [
      {
        key: 'stairs',
        name: 'The stairs',
        safeAfter: 1,
        members: [
          { role: 'ada', safeAfter: 1 },
          { role: 'bruno', safeAfter: 2 },
          { role: 'cleo', safeAfter: 4 },
        ],
      },
    ],
  })

let core: TestCore
let showId: ShowId
beforeEach(async () => {
  core = testCore()
  const bytes = new TextEncoder().encode(JSON.stringify(house()))
  ;({ showId } = await core.client.exchange.importPack({ name: 'house.entracte', bytes }, {}))
})
afterEach(() => core.close())

const readTo = (reach: number) => core.client.library.setReading({ showId, reach: Reach.parse(reach) })
const relations = () => core.client.cast.relations({ showId })
const idOf = (name: string) =>
  core.db.prepare('SELECT id FROM role WHERE short_name = ?').pluck().get(name) as never
const addLine = (change: Record<string, unknown>) => {
  const row = {
    id: core.newId(),
    show: showId,
    from: idOf('Ada'),
    to: idOf('Bruno'),
    since: 1,
    until: null,
    safe: 1,
    ...change,
  }
  core.db
    .prepare(
      `INSERT INTO relationship (id, show_id, from_role_id, to_role_id, kind, label, since_ordinal, until_ordinal, safe_after, position)
       VALUES (@id, @show, @from, @to, 'loves', 'planted', @since, @until, @safe, 99)`,
    )
    .run(row)
}

describe('the relations of a show', () => {
  it('are nothing before the first episode', async () => {
    await readTo(0)
    const { through, roles, lines } = await relations()
    expect([through, roles, lines.id]).toEqual([0, [], []])
  })

  it('hold the lines that may be known, and the episode with which each was', async () => {
    await readTo(3)
    const { lines, roles } = await relations()
    expect(lines.label).toEqual(['boss', 'married', 'landlady'])
    expect(lines.since).toEqual([1, 1, 2])
    expect(lines.opens).toEqual([1, 3, 2])
    expect(lines.from.map((at) => roles[at]?.shortName)).toEqual(['Ada', 'Ada', 'Bruno'])
  })

  it('tell an end only once it has been reached', async () => {
    await readTo(3)
    expect((await relations()).lines.until[0]).toBeNull()
    await readTo(4)
    expect((await relations()).lines.until[0]).toBe(4)
  })

  it('keep a line back while one of its ends is a secret', async () => {
    await readTo(3)
    addLine({ to: idOf('Cléo'), since: 3, safe: 3 })
    expect((await relations()).roles.map(({ shortName }) => shortName)).toEqual(['Ada', 'Bruno'])
    await readTo(4)
    const { roles, lines } = await relations()
    expect(roles.map(({ shortName, enters }) => [shortName, enters])).toEqual([
      ['Ada', 1],
      ['Bruno', 1],
      ['Cléo', 4],
    ])
    expect(lines.opens.at(-1)).toBe(4)
  })

  it('say of what is to come how much there is in the whole show, and after which episodes', async () => {
    await readTo(2)
    expect((await relations()).veiled).toEqual({ roles: 1, lines: 2, after: [3, 4] })
    await readTo(5)
    expect((await relations()).veiled).toEqual({ roles: 0, lines: 0, after: [] })
  })

  it('are those that are stored now, whoever wrote them', async () => {
    await readTo(5)
    const before = (await relations()).lines.label
    addLine({})
    expect((await relations()).lines.label).toEqual([before[0], before[1], 'planted', ...before.slice(2)])
    core.db.exec("UPDATE relationship SET label = 'sown' WHERE label = 'planted'")
    expect((await relations()).lines.label).toContain('sown')
    core.db.exec("UPDATE relationship SET safe_after = 6 WHERE label = 'sown'")
    expect((await relations()).lines.label).toEqual(before)
    expect((await relations()).circles).not.toEqual([])
    core.db.exec('DELETE FROM circle_role')
    expect((await relations()).circles).toEqual([])
    core.db.exec('DELETE FROM relationship')
    expect((await relations()).lines.id).toEqual([])
  })

  it('leave out whom somebody is to themselves, and a line that begins only later', async () => {
    await readTo(2)
    addLine({ to: idOf('Ada') })
    addLine({ since: 5, safe: null })
    expect((await relations()).lines.label).not.toContain('planted')
    const page = await core.client.cast.role({ roleId: idOf('Ada') })
    const labels =
      !page.veiled && page.relationships.map((tie) => (tie.other.name === 'Ada Holm' ? '' : tie.label))
    expect(labels).toContain('boss')
    expect(!page.veiled && page.relationships.some((tie) => tie.other.name === 'Ada Holm')).toBe(false)
  })

  it('allow each to be the other’s boss', async () => {
    await readTo(2)
    const { lines } = await relations()
    const both = lines.kind.flatMap((kind, at) =>
      kind === 'works-for' ? [[lines.from[at], lines.to[at]]] : [],
    )
    expect(both).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('draw circles with those who are known to belong', async () => {
    await readTo(1)
    expect((await relations()).circles).toMatchObject([
      { name: 'The stairs', members: [{ role: 0, opens: 1 }] },
    ])
    await readTo(5)
    expect((await relations()).circles[0]?.members).toEqual([
      { role: 0, opens: 1 },
      { role: 1, opens: 2 },
      { role: 2, opens: 4 },
    ])
  })

  it('open nothing when nobody knows how far the person reads', async () => {
    const reply = await core.call('cast.relations', { showId: core.newId() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('a line on a character page', () => {
  const labels = async (name: string) => {
    const page = await core.client.cast.role({ roleId: idOf(name) })
    if (page.veiled) return null
    return page.relationships.map((tie) => [tie.direction, tie.label])
  }
  it('is told from the side of whoever the page is about', async () => {
    await readTo(3)
    expect(await labels('Ada')).toEqual([
      ['out', 'boss'],
      ['out', 'married'],
      ['in', null],
    ])
    expect(await labels('Bruno')).toEqual([
      ['in', 'assistant'],
      ['in', 'married'],
      ['out', 'landlady'],
    ])
  })
})

describe('who is in which episode', () => {
  const seen = async () =>
    Object.fromEntries(
      (await core.client.cast.presence({ showId })).roles.map((row) => [row.name, row.seenIn]),
    )
  it('is known from beats too, once they are safe', async () => {
    await readTo(2)
    expect((await seen())['Ada Holm']).toEqual([])
    await readTo(3)
    expect((await seen())['Ada Holm']).toEqual([2])
  })
  it('does not name whoever is still a secret', async () => {
    await readTo(3)
    expect(Object.keys(await seen())).toEqual(['Ada Holm', 'Bruno Falk'])
  })
  it('does not tell a first appearance that lies ahead', async () => {
    await readTo(0)
    expect(await core.client.cast.presence({ showId })).toMatchObject({
      through: 0,
      roles: [{ first: null }],
    })
  })
})

describe('what names a role', () => {
  const write = async (title: string, body: string, ordinal: number | null) => {
    const episodeId = ordinal
      ? core.db
          .prepare('SELECT id FROM episode WHERE show_id = ? AND ordinal = ?')
          .pluck()
          .get(showId, ordinal)
      : null
    const place = { episodeId, atMs: null, endMs: null, kind: 'note', tags: [], pinned: false }
    const reply = await core.call('notes.save', { id: core.newId(), showId, title, body, ...place })
    expect(reply).toMatchObject({ ok: true })
  }
  const named = async (name: string) => {
    const { notes, cards } = await core.client.cast.mentions({ roleId: idOf(name) })
    return [notes.map(({ title }) => title), cards.map(({ text }) => text)]
  }
  it('is what says the whole name or the short one, whatever the accents', async () => {
    await readTo(5)
    await write('Cleo writes', '', 1)
    await write('Who', 'It was ADA all along.', 2)
    await write('Adagio', 'Nobody.', 2)
    const { id: boardId } = await core.client.boards.board({ showId, boardId: null, as: null })
    const card = { boardId, kind: 'theory', details: '', ordinal: null }
    await core.call('boards.save', { ...card, id: core.newId(), text: 'Ada’s letter is for Bruno.' })
    expect(await named('Ada')).toEqual([['Who'], ['Ada’s letter is for Bruno.']])
    expect(await named('Cléo')).toEqual([['Cleo writes'], []])
  })
  it('is only what may be read', async () => {
    await readTo(1)
    await write('Late', 'Ada again.', 5)
    const { id: boardId } = await core.client.boards.board({ showId, boardId: null, as: null })
    const card = { boardId, kind: 'theory', details: '', ordinal: 5 }
    await core.call('boards.save', { ...card, id: core.newId(), text: 'Ada leaves.' })
    expect(await named('Ada')).toEqual([[], []])
  })
  it('is nothing for a role that may not be named itself', async () => {
    await readTo(1)
    await write('Cleo', 'Cléo, of whom somebody told me.', null)
    expect(await named('Cléo')).toEqual([[], []])
  })
})

describe('the places on the map', () => {
  it('stay while an episode runs, and when it is over', async () => {
    const busy = busyShow({ episodes: 6, roles: 24, relationships: 80, beats: 0, facts: 0 })
    const minute = (n: number) => (n % 6) * 60_000
    const show = {
      ...busy,
      roles: busy.roles.map((role) =>
        role.safeAfter === role.firstEpisode ? { ...role, safeFromMs: 0 } : role,
      ),
      relationships: busy.relationships.map((line, n) =>
        line.safeAfter === line.since ? { ...line, safeFromMs: minute(n) } : line,
      ),
      pack: { ...busy.pack, id: 'running' },
    }
    const bytes = new TextEncoder().encode(JSON.stringify(show))
    const running = await core.client.exchange.importPack({ name: 'busy.entracte', bytes }, {})
    const ofShow = { showId: running.showId }
    const { seasons } = await core.client.library.show(ofShow)
    const episodes = seasons.flatMap((season) => season.episodes)
    const episodeId = (ordinal: number) => episodes[ordinal - 1]?.id as EpisodeId
    await core.client.library.setReading({ ...ofShow, reach: Reach.parse(2) })
    const places = async () => {
      const { roles, circles, lines } = await core.client.cast.relations(ofShow)
      const at = placeRoles(roles, linesOf({ roles, lines }), circles)
      return new Map(roles.map(({ id }, who) => [id, at[who]]))
    }
    let before = await places()
    let entered = 0
    const stay = async () => {
      const now = await places()
      for (const [id, place] of before) expect(now.get(id)).toEqual(place)
      entered += now.size - before.size
      before = now
    }
    for (let at = 0; at <= 6; at += 1) {
      await core.client.library.setRunning({
        ...ofShow,
        episodeId: episodeId(3),
        positionMs: Ms.parse(at * 60_000),
      })
      await stay()
    }
    expect(entered).toBeGreaterThan(0)
    await core.client.library.setReading({ ...ofShow, reach: Reach.parse(3) })
    await stay()
  })
})
