import { Odds } from '@shared/boards/odds-schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evenOdds, leftToShare, setShare, yesOdds } from './odds-share'

it('even odds are as even as whole percents can be', () => {
  expect(evenOdds(2)).toEqual([50, 50])
  expect(evenOdds(3)).toEqual([34, 33, 33])
  expect(yesOdds(70)).toEqual([70, 30])
  expect(yesOdds(140)).toEqual([100, 0])
})

it('what is left goes to the options that were not set, as they stand to each other', () => {
  expect(setShare([25, 25, 25, 25], new Set(), 0, 40)).toEqual([40, 20, 20, 20])
  expect(setShare([40, 20, 20, 20], new Set([0]), 1, 50)).toEqual([40, 50, 5, 5])
  expect(leftToShare([40, 50, 5, 5], new Set([0, 1]))).toBe(10)
})

it('the others make room when nothing is left', () => {
  expect(setShare([40, 50, 5, 5], new Set([0, 1]), 1, 80)).toEqual([20, 80, 0, 0])
  expect(setShare([60, 40], new Set([0, 1]), 0, 10)).toEqual([10, 90])
})

it('odds are whole percents that sum to 100, and the option has what it was given', () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.integer({ min: -20, max: 120 })), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), changes, (options, all) => {
      let odds = evenOdds(options)
      const set = new Set<number>()
      for (const [place, percent] of all) {
        const option = place % options
        odds = setShare(odds, set, option, percent)
        set.add(option)
        expect(Odds.safeParse(odds).success).toBe(true)
        expect(odds[option]).toBe(Math.min(100, Math.max(0, percent)))
      }
    }),
  )
})
