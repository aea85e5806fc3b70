import { describe, expect, it } from 'vitest'
import { beat, bruno, episode, fact, pack, packWithBeats, role, season } from '../../tests/support/small-pack'
import { bareWords } from '../bare-words'
import { stampOfItem } from '../exchange/item-words'
import { checkPack } from '../exchange/pack-rules'
import type { IsoDate } from '../time'
import { findingsIn, listsOf, newPack, whatBreaks } from './rules'

const today = '2026-11-22' as IsoDate
const wanted = {
  title: 'L’Été à Nice!',
  seasons: [2, 1],
  source: 'Seen by me',
  episode: 'Episode',
  language: 'en',
}

describe('a new show', () => {
  it('is sound but for what only its maker can say', () => {
    const made = newPack(wanted, today, 'abc123')
    expect(checkPack(made)).toEqual([])
    expect(findingsIn(made).map(({ rule, kind, field }) => [rule, kind, field])).toEqual([
      ['incomplete', 'pack', 'about'],
      ['incomplete', 'pack', 'licence'],
      ['incomplete', 'show', 'premise'],
    ])
  })

  it('has an id that nobody else has, made of its title as far as that goes', () => {
    expect(newPack(wanted, today, 'abc123').pack.id).toBe('own-l-ete-a-nice-abc123')
    expect(newPack({ ...wanted, title: '東京' }, today, 'abc123').pack.id).toBe('own-abc123')
    expect(newPack({ ...wanted, title: 'x'.repeat(300) }, today, 'abc123').pack.id.length).toBeLessThan(80)
  })

  it('counts its episodes over all seasons', () => {
    const { seasons } = newPack(wanted, today, 'abc123')
    expect(seasons.flatMap(({ episodes }) => episodes.map(({ key, ordinal }) => [key, ordinal]))).toEqual([
      ['s1e1', 1],
      ['s1e2', 2],
      ['s2e1', 3],
    ])
  })
})

describe('an edit', () => {
  const before = packWithBeats(beat({ safeAfter: 2 }))
  it('breaks what it makes worse', () => {
    expect(whatBreaks(before, packWithBeats(beat({ safeAfter: 1 })))).toMatchObject({
      rule: 'stamp-too-early',
      kind: 'beat',
      key: 'a',
      field: 'safeAfter',
    })
  })
  it('does not break what was broken before, wherever it stands by now', () => {
    const broken = packWithBeats(beat({ safeAfter: 1 }))
    const moved = packWithBeats(beat({ key: 'first', safeAfter: 2 }), beat({ safeAfter: 1 }))
    expect(whatBreaks(broken, moved)).toBeNull()
  })
  it('may name somebody who is met later: the check tells, and nothing opens', () => {
    const early = packWithBeats(beat({ safeAfter: 2, text: 'Bruno waits.', roles: ['bruno'] }))
    expect(whatBreaks(before, early)).toBeNull()
    expect(findingsIn(early).map(({ rule }) => rule)).toEqual(['role-too-early', 'names-later-role'])
  })
})

describe('what the check finds', () => {
  it('says where, by the item and its field', () => {
    const found = findingsIn(
      pack({
        sources: { weekly: { title: 'On Bruno Falk' } },
        roles: [role({ facts: [fact()] }), bruno],
      }),
    ).map(({ rule, kind, key, field }) => [rule, kind, key, field])
    expect(found).toEqual([['names-later-role', 'source', 'weekly', 'title']])
  })
  it('finds an item that lacks its source', () => {
    const sound = packWithBeats(beat({ safeAfter: 2 }))
    const [first] = sound.seasons
    const episodes = first?.episodes.map((each) => ({
      ...each,
      beats: each.beats.map((b) => ({ ...b, sources: [] })),
    }))
    const bare = { ...sound, seasons: [{ ...first, episodes }] } as typeof sound
    expect(findingsIn(bare)).toEqual([{ rule: 'incomplete', kind: 'beat', key: 'a', field: 'sources' }])
  })
})

it('an item waits for whatever it cannot be shown without', () => {
  const lists = listsOf(
    pack({
      roles: [role(), { ...bruno, facts: [fact({ key: 'late', episode: 2, safeAfter: 2 })] }],
      people: [{ key: 'ines', name: 'Ines Roth' }],
      seasons: [
        season([episode(1), episode(2)]),
        { ...season([episode(3, { number: 1 })], 2), safeAfter: 1 },
      ],
    }),
  )
  const after = (kind: 'fact' | 'episode', key: string) => {
    const item = lists[kind].find((each) => each.key === key)
    return item && stampOfItem(kind, item, lists)
  }
  expect(after('fact', 'late')).toBe(3)
  expect(after('episode', 'e3')).toBe(3)
  expect(after('episode', 'e1')).toBe(1)
})

it('a search finds words without their marks', () => {
  expect(bareWords('ÉLODIE à Sète')).toBe('elodie a sete')
})
