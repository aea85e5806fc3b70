import { NoteId, ShowId } from '@shared/ids'
import { blankNote } from '@shared/notes/blank-note'
import { describe, expect, it } from 'vitest'
import { leftoversOn } from './leftovers'

const showId = ShowId.parse('0190a000-0000-7000-8000-000000000002')
const draft = (n: number, body: string) =>
  blankNote(NoteId.parse(`0190a000-0000-7000-8000-00000000000${n}`), showId, { body })
const AT = '2021-05-03T21:14:00.000Z'

function shelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

describe('leftovers', () => {
  it('come back as they were kept, the last word of each note', () => {
    const on = shelf()
    leftoversOn(on).keep(draft(1, 'first'), AT)
    leftoversOn(on).keep(draft(1, 'second'), AT)
    leftoversOn(on).keep(draft(2, 'other'), AT)
    expect(
      leftoversOn(on)
        .all()
        .map((left) => left.draft.body),
    ).toEqual(['second', 'other'])
  })

  it('leave when the library has them', () => {
    const leftovers = leftoversOn(shelf())
    leftovers.keep(draft(1, 'text'), AT)
    leftovers.drop(draft(1, '').id)
    expect(leftovers.all()).toEqual([])
  })

  it('pass over what cannot be read', () => {
    const on = shelf()
    on.setItem('entracte.unsaved-notes', '{"not": "a list"')
    expect(leftoversOn(on).all()).toEqual([])
  })

  it('do not stop anybody from writing when there is no room', () => {
    const full = {
      ...shelf(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => leftoversOn(full).keep(draft(1, 'text'), AT)).not.toThrow()
  })
})
