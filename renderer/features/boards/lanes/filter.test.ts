import { expect, it } from 'vitest'
import { memberId, sampleBoard, sampleCard, sampleVeil } from '../card-samples'
import { EVERYTHING, labelsOn, passes } from './filter'

const ME = new Set([null, memberId(1)])

it('a filter that asks for nothing lets everything through', () => {
  expect(passes(EVERYTHING, ME)).toBeUndefined()
  expect(passes({ ...EVERYTHING, search: '  ' }, ME)).toBeUndefined()
})

it('finds words of the title, the text and the labels, in any order and whatever their accents', () => {
  const card = sampleCard(1, { text: 'Camille au château', excerpt: 'Elle savait.', labels: ['Coeur'] })
  const finds = (search: string) => passes({ ...EVERYTHING, search }, ME)?.(card)
  expect(['CHATEAU camille', 'savait', 'coeur', 'gabriel'].map(finds)).toEqual([true, true, true, false])
})

it('shows cards with any of the labels, and one’s own', () => {
  const labels = new Set(['heart', 'savoir'])
  const shown = passes({ ...EVERYTHING, labels }, ME)
  expect(shown?.(sampleCard(1, { labels: ['savoir'] }))).toBe(true)
  expect(shown?.(sampleCard(1, { labels: ['season 2'] }))).toBe(false)
  const mine = passes({ ...EVERYTHING, mine: true }, ME)
  expect(mine?.(sampleCard(1))).toBe(true)
  expect(mine?.(sampleCard(1, { authorId: memberId(1) }))).toBe(true)
  expect(mine?.(sampleCard(1, { authorId: memberId(2) }))).toBe(false)
  expect(mine?.(sampleCard(1, { origin: 'pack' }))).toBe(false)
})

it('offers the labels of most cards by name, and the chosen ones', () => {
  const cards = 'abcdefgh'
    .split('')
    .flatMap((label, at) =>
      Array.from({ length: 8 - at }, (_, n) => sampleCard(at * 10 + n, { labels: [label] })),
    )
  const board = sampleBoard([...cards, sampleVeil(3)])
  expect(labelsOn(board.lanes, new Set())).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(labelsOn(board.lanes, new Set(['h']))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'h'])
})
