import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beat,
  ben,
  bruno,
  episode,
  fact,
  pack,
  packWithBeats,
  picture,
  problems,
  question,
  relationship,
  role,
  season,
  sources,
} from '../../tests/support/small-pack'
import { checkPack } from './pack-rules'

describe('a pack with nothing wrong', () => {
  it('has no problems', () => {
    expect(checkPack(pack())).toEqual([])
  })

  it('may build a beat on an earlier one of the same episode', () => {
    const first = beat({ key: 'a', safeAfter: 2 })
    const second = beat({ key: 'b', safeAfter: 2, buildsOn: ['a'] })
    expect(checkPack(packWithBeats(first, second))).toEqual([])
  })

  it('may use one key for a role and for a thread', () => {
    expect(checkPack(pack({ threads: [{ key: 'ada', name: 'House', safeAfter: null }] }))).toEqual([])
  })
})

describe('each rule', () => {
  it('duplicate-key: refuses the second of two roles with one key', () => {
    expect(problems(pack({ roles: [role(), role({ name: 'Ada the second' })] }))).toEqual([
      'duplicate-key roles[1].key',
    ])
  })

  it('duplicate-reference: refuses a beat that names a thread twice', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 2, threads: ['house', 'house'] })))).toEqual([
      'duplicate-reference seasons[0].episodes[1].beats[0].threads[1]',
    ])
  })

  it('duplicate-number: refuses two seasons with one number', () => {
    expect(problems(pack({ seasons: [season([episode(1)]), season([episode(2)])] }))).toEqual([
      'duplicate-number seasons[1].number',
    ])
  })

  it('duplicate-number: refuses two episodes of a season with one number', () => {
    expect(problems(pack({ seasons: [season([episode(1), episode(2, { number: 1 })])] }))).toEqual([
      'duplicate-number seasons[0].episodes[1].number',
    ])
  })

  it('duplicate-ordinal: refuses two episodes at one place of the show', () => {
    const twice = episode(1, { key: 'other', number: 2 })
    expect(problems(pack({ seasons: [season([episode(1), twice])] }))).toEqual([
      'duplicate-ordinal seasons[0].episodes[1].ordinal',
    ])
  })

  it('missing-ordinal: refuses a hole, and says which', () => {
    const [problem, ...others] = checkPack(pack({ seasons: [season([episode(1), episode(4)])] }))
    expect(others).toEqual([])
    expect(problem).toMatchObject({ rule: 'missing-ordinal', path: 'seasons' })
    expect(problem?.text).toContain('2 to 3 are missing')
  })

  it('missing-ordinal: refuses a count that does not begin with 1', () => {
    expect(problems(pack({ seasons: [season([episode(2)])] }))).toEqual(['missing-ordinal seasons'])
  })

  it('unknown-thread: refuses a beat of a thread that is not in the pack', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 2, threads: ['garden'] })))).toEqual([
      'unknown-thread seasons[0].episodes[1].beats[0].threads[0]',
    ])
  })

  it('unknown-role: refuses a relationship to nobody', () => {
    expect(problems(pack({ relationships: [relationship({ to: 'ghost' })] }))).toEqual([
      'unknown-role relationships[0].to',
    ])
  })

  it('unknown-person: refuses a role played by nobody in the pack', () => {
    expect(problems(pack({ roles: [role({ person: 'ghost' })] }))).toEqual(['unknown-person roles[0].person'])
  })

  it('unknown-source: refuses a source that is not listed, even one named like a property of objects', () => {
    expect(problems(pack({ roles: [role({ sources: ['constructor'] })] }))).toEqual([
      'unknown-source roles[0].sources[0]',
    ])
  })

  it('unknown-beat: refuses a beat that builds on nothing', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 2, buildsOn: ['ghost'] })))).toEqual([
      'unknown-beat seasons[0].episodes[1].beats[0].buildsOn[0]',
    ])
  })

  it('episode-beyond-end: refuses an appearance after the last episode', () => {
    expect(problems(pack({ roles: [role({ seenIn: [1, 4] })] }))).toEqual([
      'episode-beyond-end roles[0].seenIn[1]',
    ])
  })

  it('stamp-beyond-end: refuses a text that would never become safe', () => {
    expect(problems(pack({ roles: [role({ facts: [fact({ safeAfter: 4 })] })] }))).toEqual([
      'stamp-beyond-end roles[0].facts[0].safeAfter',
    ])
  })

  it('stamp-too-early: refuses a beat that is safe before its episode', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 1 })))).toEqual([
      'stamp-too-early seasons[0].episodes[1].beats[0].safeAfter',
    ])
  })

  it('stamp-too-early: refuses facts, relationships, questions and answers that are safe too soon', () => {
    const answer = { episode: 3, text: 'It is.', outcome: 'yes' as const, safeAfter: 2, sources }
    const early = pack({
      roles: [role({ facts: [fact({ safeAfter: null })] }), ben],
      relationships: [relationship({ safeAfter: 1 })],
      questions: [question({ safeAfter: null, answer })],
    })
    expect(problems(early)).toEqual([
      'stamp-too-early roles[0].facts[0].safeAfter',
      'stamp-too-early questions[0].answer.safeAfter',
      'stamp-too-early relationships[0].safeAfter',
      'stamp-too-early questions[0].safeAfter',
    ])
  })

  it('role-too-early: refuses a beat with a role that is met only later', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 2, roles: ['ada', 'bruno'] })))).toEqual([
      'role-too-early seasons[0].episodes[1].beats[0].roles[1]',
    ])
  })

  it('role-too-early: refuses a relationship with a role that is met only later', () => {
    expect(
      problems(pack({ roles: [role(), bruno], relationships: [relationship({ to: 'bruno' })] })),
    ).toEqual(['role-too-early relationships[0].to'])
  })

  it('builds-on-later: refuses a beat that builds on the next one', () => {
    const first = beat({ key: 'a', safeAfter: 2, buildsOn: ['b'] })
    const second = beat({ key: 'b', safeAfter: 2 })
    expect(problems(packWithBeats(first, second))).toEqual([
      'builds-on-later seasons[0].episodes[1].beats[0].buildsOn[0]',
    ])
  })

  it('builds-on-later: refuses a beat that is safe before the one it builds on', () => {
    const first = beat({ key: 'a', safeAfter: 3 })
    const second = beat({ key: 'b', safeAfter: 2, buildsOn: ['a'] })
    expect(problems(packWithBeats(first, second))).toEqual([
      'builds-on-later seasons[0].episodes[1].beats[1].buildsOn[0]',
    ])
  })

  it('ends-before-start: refuses a relationship that is over before it begins', () => {
    expect(problems(pack({ roles: [role(), ben], relationships: [relationship({ until: 1 })] }))).toEqual([
      'ends-before-start relationships[0].until',
    ])
  })

  it('relation-to-itself: refuses a relationship of somebody with themselves', () => {
    expect(problems(pack({ relationships: [relationship({ to: 'ada' })] }))).toEqual([
      'relation-to-itself relationships[0].to',
    ])
  })

  it('picture-without-place: refuses a still of no episode, a portrait of nobody and a poster of somebody', () => {
    const artwork = [
      picture({ key: 'a', kind: 'still' }),
      picture({ key: 'b', kind: 'portrait' }),
      picture({ key: 'c', role: 'ada' }),
      picture({ key: 'd', kind: 'still', episode: 'e1', role: 'ada', safeAfter: 1 }),
      picture({ key: 'e', kind: 'still', episode: 'e1', safeAfter: 1 }),
      picture({ key: 'f', kind: 'portrait', role: 'ada' }),
      picture({ key: 'g' }),
    ]
    expect(problems(pack({ artwork }))).toEqual(
      [0, 1, 2, 3].map((at) => `picture-without-place artwork[${at}].kind`),
    )
  })

  it('checks the stamps, the moments, the references and the words of pictures', () => {
    const still = { kind: 'still' as const, episode: 'e2' }
    const artwork = [
      picture({ key: 'a', ...still, safeAfter: 1 }),
      picture({ key: 'b', ...still, safeAfter: null }),
      picture({ key: 'c', ...still, safeAfter: 3, safeFromMs: 5 as never }),
      picture({ key: 'd', ...still, episode: 'e9', safeAfter: 4 }),
      picture({ key: 'e', kind: 'portrait', role: 'bruno', safeAfter: 2 }),
      picture({ key: 'f', kind: 'portrait', role: 'carla' }),
      picture({ key: 'g', alt: 'Bruno Falk at the door', safeAfter: 1 }),
      picture({ key: 'g', safeAfter: 1, safeFromMs: 5 as never }),
    ]
    expect(problems(pack({ roles: [role(), bruno], artwork }))).toEqual([
      'duplicate-key artwork[7].key',
      'unknown-episode artwork[3].episode',
      'unknown-role artwork[5].role',
      'stamp-beyond-end artwork[3].safeAfter',
      'stamp-too-early artwork[0].safeAfter',
      'stamp-too-early artwork[1].safeAfter',
      'moment-without-episode artwork[2].safeFromMs',
      'moment-without-episode artwork[7].safeFromMs',
      'role-too-early artwork[4].role',
      'names-later-role artwork[6].alt',
    ])
  })

  it('names-later-role: refuses a text that names somebody who is met only later', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 2, text: 'Bruno’s letter arrives.' })))).toEqual([
      'names-later-role seasons[0].episodes[1].beats[0].text',
    ])
  })

  it('names-later-role: refuses the name in a title of a source, which is never veiled', () => {
    const named = pack({
      roles: [role(), bruno],
      sources: { weekly: { title: 'The Weekly, on Bruno Falk' } },
    })
    expect(problems(named)).toEqual(['names-later-role sources.weekly.title'])
  })

  it('names-later-role: does not take a part of a word, or another word, for a name', () => {
    const will = role({ key: 'will', name: 'Will', shortName: 'Will', firstEpisode: 3, safeAfter: 3 })
    const text = 'Will the Brunos or the bruno meet Àbruno?'
    const said = pack({ roles: [role(), bruno, will], questions: [question({ text })] })
    expect(checkPack(said)).toEqual([])
  })

  it('names-later-role: lets a name pass that somebody known bears as well', () => {
    const younger = role({ key: 'bruno-senior', name: 'Bruno', shortName: 'Bruno' })
    const said = pack({ roles: [bruno, younger], questions: [question({ text: 'Does Bruno write?' })] })
    expect(checkPack(said)).toEqual([])
  })
})

describe('a problem', () => {
  it('says where, and not a word of the pack, which may spoil', () => {
    const secret = beat({ safeAfter: 2, text: 'Bruno returns.', roles: ['bruno'], buildsOn: ['hidden'] })
    const hidden = beat({ key: 'hidden', safeAfter: 2, threads: ['hidden'] })
    const found = checkPack(packWithBeats(secret, hidden, hidden))
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set(['duplicate-key', 'unknown-thread', 'role-too-early', 'builds-on-later', 'names-later-role']),
    )
    expect(found.filter(({ text }) => /bruno|hidden|house/i.test(text))).toEqual([])
    expect(found.find(({ rule }) => rule === 'names-later-role')?.text).toContain('roles[1]')
  })
})

describe('circles, orders and moments', () => {
  const circle = (members: { role: string; safeAfter: number | null }[]) => ({
    circles: [{ key: 'house', name: 'The house', safeAfter: null, members }],
  })
  it('accepts sound ones', () => {
    const sound = pack({
      ...circle([{ role: 'ada', safeAfter: null }]),
      orders: [{ key: 'broadcast', name: 'Broadcast', episodes: ['e1'] }],
    })
    expect(checkPack(sound)).toEqual([])
    expect(checkPack(packWithBeats(beat({ safeAfter: 2, safeFromMs: 60_000 })))).toEqual([])
  })
  it('unknown-role, duplicate-reference, role-too-early: refuses members that cannot be', () => {
    expect(problems(pack(circle([{ role: 'ghost', safeAfter: null }])))).toEqual([
      'unknown-role circles[0].members[0].role',
    ])
    const twice = [
      { role: 'ada', safeAfter: null },
      { role: 'ada', safeAfter: 1 },
    ]
    expect(problems(pack(circle(twice)))).toEqual(['duplicate-reference circles[0].members[1]'])
    expect(
      problems(pack({ ...circle([{ role: 'ada', safeAfter: 1 }]), roles: [role({ safeAfter: 2 })] })),
    ).toEqual(['role-too-early circles[0].members[0].role'])
  })
  it('unknown-episode, duplicate-reference: refuses an order that names an episode twice or none', () => {
    const orders = [{ key: 'other', name: 'Other', episodes: ['e1', 'e1', 'e9'] }]
    expect(problems(pack({ orders }))).toEqual([
      'duplicate-reference orders[0].episodes[1]',
      'unknown-episode orders[0].episodes[2]',
    ])
  })
  it('moment-without-episode: refuses a moment of another episode than the one that shows it', () => {
    expect(problems(packWithBeats(beat({ safeAfter: 3, safeFromMs: 60_000 })))).toEqual([
      'moment-without-episode seasons[0].episodes[1].beats[0].safeFromMs',
    ])
  })
  it('role-too-early: refuses a beat that opens in mid-episode with somebody who comes at its end', () => {
    const late = role({ key: 'bo', name: 'Bo', shortName: 'Bo', firstEpisode: 2, safeAfter: 2 })
    const early = beat({ safeAfter: 2, safeFromMs: 60_000, roles: ['bo'] })
    const withLate = { ...packWithBeats(early), roles: pack({ roles: [role(), late] }).roles }
    expect(problems(withLate)).toEqual(['role-too-early seasons[0].episodes[1].beats[0].roles[0]'])
  })
})

describe('the laws of stamps', () => {
  const stamps = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null })

  it('a beat of episode 2 is stamped too early exactly when it would be safe before episode 2', () => {
    fc.assert(
      fc.property(stamps, (safeAfter) => {
        const early = problems(packWithBeats(beat({ safeAfter }))).length > 0
        expect(early).toBe((safeAfter ?? 0) < 2)
      }),
    )
  })

  it('a name is refused exactly when its text is safe before the role is', () => {
    fc.assert(
      fc.property(stamps, stamps, (ofRole, ofText) => {
        const text = 'Does Ada read it?'
        const said = pack({
          roles: [role({ safeAfter: ofRole })],
          questions: [question({ text, raised: null, safeAfter: ofText })],
        })
        expect(problems(said).length > 0).toBe((ofText ?? 0) < (ofRole ?? 0))
      }),
    )
  })
})
