import fc from 'fast-check'
import { anchor, settle } from '../../shared/exchange/anchors'
import { move, put, remove } from '../../shared/exchange/edits'
import { KINDS, type Kind } from '../../shared/exchange/flat-fields'
import { asFlat, asLists, flatten, type Lists, unflatten } from '../../shared/exchange/flat-pack'
import type { Pack } from '../../shared/exchange/pack-schema'

export const EDITABLE = KINDS.filter((kind) => !['pack', 'show', 'season'].includes(kind))
export const TEXTS = ['text', 'name', 'title', 'label', 'headline', 'point'] as const

export const lists = (of: Pack): Lists => asLists(flatten(of))
export const edited = (
  of: Pack,
  change: (from: ReturnType<typeof anchor>) => ReturnType<typeof anchor>,
): Pack => unflatten(asFlat(settle(change(anchor(lists(of))))))

interface Edit {
  readonly what: 'word' | 'add' | 'remove' | 'move'
  readonly kind: Kind
  readonly which: number
  readonly word: string
}
export const edits = (prefix: string) =>
  fc.array(
    fc.record<Edit>({
      what: fc.constantFrom('word', 'word', 'add', 'remove', 'move'),
      kind: fc.constantFrom(...EDITABLE),
      which: fc.nat(1000),
      word: fc.integer({ min: 0, max: 999 }).map((n) => `${prefix}${n}`),
    }),
    { maxLength: 8 },
  )

/** Does what a person could do in the editor. */
export function make(of: Pack, all: readonly Edit[]): Pack {
  return all.reduce(
    (made, { what, kind, which, word }) =>
      edited(made, (from) => {
        const item = from[kind][which % Math.max(1, from[kind].length)]
        if (!item) return from
        const field = TEXTS.find((name) => typeof item[name] === 'string')
        const words = field ? { [field]: word } : {}
        if (what === 'word') return put(from, kind, { ...item, ...words })
        if (what === 'remove') return from.episode.length < 2 ? from : remove(from, kind, item.key)
        if (what === 'move') return kind === 'episode' ? from : move(from, kind, item.key, null)
        const number = kind === 'episode' ? { number: 100 + from.episode.length } : {}
        return put(from, kind, { ...item, ...words, ...number, key: `own-${word}` })
      }),
    of,
  )
}
