import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canaryPack } from '../../tests/support/canary-pack'
import { EDITABLE, edited, edits, lists, make, TEXTS } from '../../tests/support/pack-edits'
import { beat, episode, fact, pack, role, season } from '../../tests/support/small-pack'
import { anchor, settle } from './anchors'
import { move, put, remove } from './edits'
import type { Item, Kind } from './flat-fields'
import { asFlat, canonical, unflatten } from './flat-pack'
import { type MergeNote, merge3 } from './merge'
import { checkPack } from './pack-rules'
import { Pack } from './pack-schema'
import { same } from './patch'

const bases = [
  pack(),
  canonical(canaryPack({ seasons: [2, 1], delay: () => 0 })),
  pack({
    roles: [role({ facts: [fact()] }), role({ key: 'bea', name: 'Bea', shortName: 'Bea' })],
    seasons: [
      season([episode(1), episode(2, { beats: [beat({ safeAfter: 2 }), beat({ key: 'b', safeAfter: 2 })] })]),
    ],
  }),
].map(canonical)
const base = fc.constantFrom(...bases)

describe('a merge of three packs', () => {
  it('is the new version when the person changed nothing', () => {
    fc.assert(
      fc.property(base, edits('t'), (b, t) => {
        const theirs = make(b, t)
        expect(merge3(b, b, theirs)).toEqual({ pack: theirs, notes: [] })
      }),
    )
  })

  it('is what the person made when the new version changes nothing', () => {
    fc.assert(
      fc.property(base, edits('m'), (b, m) => {
        const mine = make(b, m)
        expect(merge3(b, mine, b)).toEqual({ pack: mine, notes: [] })
      }),
    )
  })

  it('is what both made when both made the same', () => {
    fc.assert(
      fc.property(base, edits('m'), (b, m) => {
        const mine = make(b, m)
        expect(merge3(b, mine, mine)).toEqual({ pack: mine, notes: [] })
      }),
    )
  })

  it('never loses a word that the person wrote', () => {
    fc.assert(
      fc.property(base, edits('m'), edits('t'), (b, m, t) => {
        const mine = make(b, m)
        const theirs = make(b, t)
        const merged = lists(merge3(b, mine, theirs).pack)
        for (const kind of EDITABLE) {
          const old = new Map(lists(b)[kind].map((item) => [item.key, item]))
          const now = new Map(merged[kind].map((item) => [item.key, item]))
          for (const item of lists(mine)[kind]) {
            for (const field of TEXTS) {
              if (typeof item[field] !== 'string' || item[field] === old.get(item.key)?.[field]) continue
              expect(now.get(item.key)?.[field]).toBe(item[field])
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lists every item in which the new version gave way', () => {
    fc.assert(
      fc.property(base, edits('m'), edits('t'), (b, m, t) => {
        const theirs = make(b, t)
        const { pack: merged, notes } = merge3(b, make(b, m), theirs)
        const listed = new Set(notes.map(({ kind, key }) => `${kind}/${key}`))
        for (const kind of EDITABLE) {
          const old = new Map(lists(b)[kind].map((item) => [item.key, item]))
          const now = new Map(lists(merged)[kind].map((item) => [item.key, item]))
          for (const item of lists(theirs)[kind]) {
            const field = TEXTS.find((name) => typeof item[name] === 'string')
            if (!field || item[field] === old.get(item.key)?.[field]) continue
            if (now.get(item.key)?.[field] === item[field]) continue
            expect(listed, `${kind}/${item.key}`).toContain(`${kind}/${item.key}`)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has no reference that leads nowhere and no stamp that is too early, whatever comes together', () => {
    const open = new Set(['stamp-too-early', 'builds-on-later', 'duplicate-key', 'missing-ordinal'])
    fc.assert(
      fc.property(base, edits('m'), edits('t'), (b, m, t) => {
        const [mine, theirs] = [make(b, m), make(b, t)]
        const before = new Set([mine, theirs].flatMap(checkPack).map(({ rule }) => rule))
        const broken = checkPack(merge3(b, mine, theirs).pack).filter(
          ({ rule }) => (open.has(rule) || rule.startsWith('unknown-')) && !before.has(rule),
        )
        expect(broken).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a person’s edit', () => {
  const b = canonical(
    pack({
      roles: [role({ facts: [fact()] })],
      seasons: [season([episode(1), episode(2, { beats: [beat({ safeAfter: 2 })] }), episode(3)])],
    }),
  )
  const change = (kind: Kind, key: string, fields: Partial<Item>) =>
    edited(b, (from) => {
      const item = from[kind].find((each) => each.key === key)
      if (!item) throw new Error(`no ${kind} ${key}`)
      return put(from, kind, { ...item, ...fields })
    })
  const found = (of: Pack, kind: Kind, key: string) => lists(of)[kind].find((item) => item.key === key)

  it('stands beside a change of another field of the same item', () => {
    const { pack: merged, notes } = merge3(
      b,
      change('beat', 'a', { text: 'A letter is opened.' }),
      change('beat', 'a', { roles: ['ada'] }),
    )
    expect(found(merged, 'beat', 'a')).toMatchObject({ text: 'A letter is opened.', roles: ['ada'] })
    expect(notes).toEqual([])
  })

  it('wins against a change of the same field, and both are listed', () => {
    const { pack: merged, notes } = merge3(
      b,
      change('beat', 'a', { text: 'Mine.' }),
      change('beat', 'a', { text: 'Theirs.' }),
    )
    expect(found(merged, 'beat', 'a')).toMatchObject({ text: 'Mine.' })
    expect(notes).toEqual<MergeNote[]>([
      { kind: 'beat', key: 'a', what: 'conflict', field: 'text', mine: 'Mine.', theirs: 'Theirs.' },
    ])
  })

  it('keeps what the new version took out, with what it hangs on', () => {
    const gone = edited(b, (from) => remove(from, 'episode', 'e2'))
    const { pack: merged, notes } = merge3(b, change('beat', 'a', { text: 'Mine.' }), gone)
    expect(found(merged, 'beat', 'a')).toMatchObject({ text: 'Mine.', parent: 'e2', safeAfter: 2 })
    expect(lists(merged).episode.map(({ key, ordinal }) => [key, ordinal])).toEqual([
      ['e1', 1],
      ['e2', 2],
      ['e3', 3],
    ])
    expect(notes).toEqual<MergeNote[]>([
      { kind: 'beat', key: 'a', what: 'kept', why: 'edited' },
      { kind: 'episode', key: 'e2', what: 'kept', why: 'needed' },
    ])
  })

  it('keeps an episode with notes that the new version took out, and counts on', () => {
    const gone = edited(b, (from) => remove(from, 'episode', 'e2'))
    const { pack: merged, notes } = merge3(b, b, gone, new Set(['episode/e2']))
    expect(lists(merged).episode.map(({ key }) => key)).toEqual(['e1', 'e2', 'e3'])
    expect(notes).toContainEqual({ kind: 'episode', key: 'e2', what: 'kept', why: 'in-use' })
  })

  it('stays away when it was taken out, though the new version has changed it', () => {
    const { pack: merged, notes } = merge3(
      b,
      edited(b, (from) => remove(from, 'beat', 'a')),
      change('beat', 'a', { text: 'Theirs.' }),
    )
    expect(found(merged, 'beat', 'a')).toBeUndefined()
    expect(notes).toEqual([{ kind: 'beat', key: 'a', what: 'left-out' }])
  })

  it('moves with its episode when the new version puts a special before it', () => {
    const special = edited(b, (from) =>
      move(
        put(from, 'episode', {
          ...(from.episode[0] as Item),
          key: 'xmas',
          number: 9,
          special: true,
          title: 'Xmas',
        }),
        'episode',
        'xmas',
        'e2',
      ),
    )
    const { pack: merged } = merge3(b, change('beat', 'a', { text: 'Mine.' }), special)
    expect(found(merged, 'beat', 'a')).toMatchObject({ text: 'Mine.', safeAfter: 3, parent: 'e2' })
    expect(found(merged, 'fact', 'letter')).toMatchObject({ episode: 3, safeAfter: 3 })
  })

  it('meets a new version that has nothing in common with it, and nothing is lost', () => {
    const { pack: merged, notes } = merge3(null, change('beat', 'a', { text: 'Mine.' }), b)
    expect(found(merged, 'beat', 'a')).toMatchObject({ text: 'Mine.' })
    expect(notes.map(({ what }) => what)).toEqual(['conflict'])
  })

  it('is never stamped earlier than the episode to which the new version moved what it tells', () => {
    const later = change('fact', 'letter', { episode: 'e3', safeAfter: 'e3' })
    const { pack: merged } = merge3(b, change('fact', 'letter', { safeAfter: 'e2', text: 'Mine' }), later)
    expect(found(merged, 'fact', 'letter')).toMatchObject({ episode: 3, safeAfter: 3, text: 'Mine' })
  })
})

it('taking a pack apart and putting it together changes nothing', () => {
  for (const b of bases) {
    expect(unflatten(asFlat(settle(anchor(lists(b)))))).toEqual(b)
    expect(Pack.parse(b)).toEqual(b)
    expect(same(b, JSON.parse(JSON.stringify(b)))).toBe(true)
  }
})
