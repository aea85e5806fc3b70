import { expect, it } from 'vitest'
import { beat, bruno, episode, fact, pack, question, role, season } from '../../tests/support/small-pack'
import type { Kind } from './flat-fields'
import { asLists, flatten } from './flat-pack'
import { firstUses, placesToKnow } from './item-words'

const secret = { title: 'Two of them are married after all' }
const made = pack({
  sources: {
    weekly: { title: 'The Weekly' },
    'of-beat': secret,
    'of-both': secret,
    'of-answer': secret,
    'of-late-fact': secret,
    'of-nothing': secret,
  },
  threads: [
    { key: 'house', name: 'House', safeAfter: 1 },
    { key: 'letters', name: 'Letters', safeAfter: null },
    { key: 'empty', name: 'Nothing yet', safeAfter: null },
  ],
  people: [
    { key: 'ines', name: 'Ines Roth' },
    { key: 'max', name: 'Max Ohm' },
    { key: 'nobody', name: 'Nobody' },
  ],
  roles: [
    role({ person: 'ines' }),
    {
      ...bruno,
      person: 'max',
      facts: [fact({ key: 'late', episode: 2, safeAfter: 2, sources: ['of-late-fact'] })],
    },
  ],
  seasons: [
    season([
      episode(1),
      episode(2, {
        beats: [
          beat({
            key: 'two',
            safeAfter: 2,
            threads: ['house', 'letters'],
            sources: ['of-beat', 'of-both'],
          }),
        ],
      }),
      episode(3, {
        beats: [beat({ key: 'three', safeAfter: 3, threads: ['letters'], sources: ['of-both'] })],
      }),
    ]),
  ],
  orders: [
    { key: 'back', name: 'Backwards', episodes: ['e2', 'e1'] },
    { key: 'lost', name: 'Lost', episodes: ['e1', 'e9'] },
  ],
  questions: [
    question({ answer: { episode: 3, text: 'Yes.', outcome: 'yes', safeAfter: 3, sources: ['of-answer'] } }),
  ],
})
const lists = asLists(flatten(made))
const first = firstUses(lists)
const latest = (kind: Kind, key: string): number | null => {
  const item = lists[kind].find((each) => each.key === key)
  if (!item) throw new Error(`no ${kind} ${key}`)
  const places = placesToKnow(kind, item, lists, first)
  return places && Math.max(0, ...places)
}

it.each([
  ['source', 'weekly', 0],
  ['source', 'of-beat', 2],
  ['source', 'of-both', 2],
  ['source', 'of-answer', 3],
  // the character is met later than the fact is told
  ['source', 'of-late-fact', 3],
  ['thread', 'house', 2],
  ['thread', 'letters', 2],
  ['person', 'ines', 0],
  ['person', 'max', 3],
  ['order', 'back', 2],
  ['show', 'show', 0],
] as const)('a %s (%s) can be read after its first use, or what it names: %i', (kind, key, after) => {
  expect(latest(kind, key)).toBe(after)
})

it.each([
  ['source', 'of-nothing'],
  ['thread', 'empty'],
  ['person', 'nobody'],
  ['order', 'lost'],
] as const)('nobody can tell when a %s (%s) may be read', (kind, key) => {
  expect(latest(kind, key)).toBeNull()
})
