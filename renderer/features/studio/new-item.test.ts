import { KINDS } from '@shared/exchange/flat-fields'
import { ITEM_FIELDS } from '@shared/studio/items'
import type { Outline } from '@shared/studio/schema'
import { describe, expect, it } from 'vitest'
import { FORMS } from './forms'
import { blankItem, withField } from './new-item'

const outline: Outline = {
  own: true,
  title: 'House',
  version: '1.0.0',
  canUndo: false,
  canRedo: false,
  counts: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Outline['counts'],
  seasons: [
    { key: 's1', number: 1 },
    { key: 's2', number: 2 },
  ],
  episodes: [1, 2, 3].map((ordinal) => ({
    key: `e${ordinal}`,
    season: 1,
    number: ordinal,
    ordinal: ordinal as never,
    title: `Part ${ordinal}`,
    special: false,
  })),
}
const blank = (kind: (typeof KINDS)[number], parent: string | null = null, ordinal: number | null = null) =>
  blankItem(kind, { outline, parent, source: 'own', ordinal })

describe('a new item', () => {
  it('has exactly the fields of its kind', () => {
    for (const kind of KINDS.filter((each) => each !== 'pack' && each !== 'show'))
      expect(Object.keys(blank(kind)).sort(), kind).toEqual(Object.keys(ITEM_FIELDS[kind].shape).sort())
  })

  it('cites the first source, and is stamped with the episode that it tells of', () => {
    expect(blank('beat', 'e2')).toMatchObject({ parent: 'e2', safeAfter: 2, sources: ['own'] })
    expect(blank('fact', 'ada', 3)).toMatchObject({ parent: 'ada', episode: 3, safeAfter: 3 })
  })

  it('as an episode takes the next number of its season', () => {
    expect(blank('episode', 's1')).toMatchObject({ parent: 's1', number: 4 })
    expect(blank('episode', 's2')).toMatchObject({ parent: 's2', number: 1 })
  })
})

describe('a field that changes', () => {
  it('takes the stamp along while nobody has set it apart', () => {
    const beat = blank('beat', 'e1')
    expect(withField('beat', beat, 'parent', 'e3', outline)).toMatchObject({ parent: 'e3', safeAfter: 3 })
    const later = withField('beat', beat, 'safeAfter', 2, outline)
    expect(withField('beat', later, 'parent', 'e3', outline)).toMatchObject({ safeAfter: 2 })
    expect(withField('fact', blank('fact', 'ada', 1), 'episode', 2, outline)).toMatchObject({ safeAfter: 2 })
  })

  it('makes a short name of a name until there is another one', () => {
    const ada = withField('role', blank('role'), 'name', 'Ada Holm', outline)
    expect(ada).toMatchObject({ shortName: 'Ada' })
    const named = withField('role', ada, 'shortName', 'A. H.', outline)
    expect(withField('role', named, 'name', 'Ada Falk', outline)).toMatchObject({ shortName: 'A. H.' })
  })
})

it('every field of every kind has its place in a form', () => {
  const hidden = new Set(['id', 'parent'])
  for (const kind of KINDS) {
    const drawn = new Set(FORMS[kind].map(({ field }) => field))
    const missing = Object.keys(ITEM_FIELDS[kind].shape).filter(
      (field) => !drawn.has(field) && !hidden.has(field),
    )
    expect(missing, kind).toEqual([])
    const unknown = [...drawn].filter((field) => !Object.hasOwn(ITEM_FIELDS[kind].shape, field))
    expect(unknown, kind).toEqual([])
  }
})
