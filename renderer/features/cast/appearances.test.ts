import { EpisodeOrdinal } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { appearances } from './appearances'

/** Ten episodes a season. */
const placeOf = (ordinal: number) => ({ season: Math.ceil(ordinal / 10), number: ((ordinal - 1) % 10) + 1 })
const of = (ordinals: number[], seasons: number) =>
  appearances(
    ordinals.map((ordinal) => EpisodeOrdinal.parse(ordinal)),
    placeOf,
    seasons,
  )

describe('known appearances', () => {
  it('are one episode when there is one', () => {
    expect(of([7], 1)).toBe('E7')
  })

  it('run from the first to the last', () => {
    expect(of([2, 3, 7], 1)).toBe('E2–7')
  })

  it('name the season once a show has several', () => {
    expect(of([2, 7], 2)).toBe('S1E2–7')
    expect(of([2, 14], 2)).toBe('S1E2–S2E4')
  })

  it('are nothing when no source names one', () => {
    expect(of([], 1)).toBe('')
  })

  it('pass over an episode that the show does not list', () => {
    expect(appearances([EpisodeOrdinal.parse(99)], () => null, 1)).toBe('')
  })
})
