import type { RecordEntry } from '@shared/boards/scores-schema'
import { Reach } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { AT, cardId } from '../card-samples'
import { coursePath } from './record-course'
import { inRecordOrder, turned } from './record-sorting'

const entry = (n: number, text: string, over: Partial<RecordEntry> = {}): RecordEntry => ({
  card: {
    id: cardId(n),
    kind: 'prediction',
    text,
    form: { is: 'yes-no' },
    outcome: 0,
    ordinal: null,
    decidedBy: null,
    at: AT,
    words: '',
  },
  course: [{ after: Reach.parse(1), length: 1, odds: [50, 50] }],
  brier: n / 10,
  log: n,
  relativeBrier: null,
  relativeLog: null,
  rank: 1,
  of: 2,
  ...over,
})
const texts = (entries: readonly RecordEntry[]) => entries.map(({ card }) => card.text)

describe('a record', () => {
  const entries = [
    entry(3, 'Été', { relativeBrier: 0.1 }),
    entry(1, 'Zoo'),
    entry(2, 'Dîner', { relativeBrier: -0.2 }),
  ]

  it('is in the order in which things were decided, or the other way round', () => {
    expect(texts(inRecordOrder(entries, { by: 'decided', down: false }, 'fr'))).toEqual(texts(entries))
    expect(texts(inRecordOrder(entries, { by: 'decided', down: true }, 'fr'))).toEqual([
      'Dîner',
      'Zoo',
      'Été',
    ])
  })

  it('is ordered by the alphabet of the language', () => {
    expect(texts(inRecordOrder(entries, { by: 'text', down: false }, 'fr'))).toEqual(['Dîner', 'Été', 'Zoo'])
  })

  it('puts what is undefined last, whichever way', () => {
    for (const down of [false, true])
      expect(texts(inRecordOrder(entries, { by: 'relativeBrier', down }, 'fr')).at(-1)).toBe('Zoo')
    expect(texts(inRecordOrder(entries, { by: 'relativeBrier', down: true }, 'fr'))[0]).toBe('Été')
  })

  it('turns around at the second press, and begins anew at another column', () => {
    const first = turned({ by: 'decided', down: false }, 'brier')
    expect(first).toEqual({ by: 'brier', down: false })
    expect(turned(first, 'brier')).toEqual({ by: 'brier', down: true })
    expect(turned({ by: 'brier', down: true }, 'log')).toEqual({ by: 'log', down: false })
  })
})

describe('the course of odds', () => {
  const size = { width: 80, height: 20 }
  it('is as wide for each odds as they stood long', () => {
    const course = [
      { after: Reach.parse(8), length: 1, odds: [40, 60] },
      { after: Reach.parse(9), length: 3, odds: [90, 10] },
    ]
    expect(coursePath(course, 0, size)).toBe('M0 12H20V2H80')
    expect(coursePath(course, 1, size)).toBe('M0 8H20V18H80')
    expect(coursePath([], 0, size)).toBe('')
  })
})
