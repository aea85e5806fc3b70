import { expect, it } from 'vitest'
import { kindIn, laneOf, meanOdds, optionsOf } from './rules'

it('a lane says what a card in it is, but a resolved card stays what it was', () => {
  expect(laneOf('theory')).toBe('theories')
  expect(kindIn('predictions', 'question')).toBe('prediction')
  expect(kindIn('resolved', 'theory')).toBe('theory')
})

it('counts the options of a form, and takes the mean of odds on them', () => {
  expect(optionsOf({ is: 'yes-no' })).toBe(2)
  expect(optionsOf({ is: 'choice', options: ['a', 'b', 'c'] })).toBe(3)
  expect(optionsOf({ is: 'bins', unit: '', edges: [0, 10] })).toBe(3)
  expect(
    meanOdds([
      [70, 30],
      [40, 60],
    ]),
  ).toEqual([55, 45])
  expect(meanOdds([])).toBeNull()
})
