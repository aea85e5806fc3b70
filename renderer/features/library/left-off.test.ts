import { Episode } from '@shared/library/schema'
import { Reach } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { lastEpisode, nextEpisodes } from './left-off'

const season = (watched: Readonly<Record<number, string | null>>) =>
  Array.from({ length: 4 }, (_, index) =>
    Episode.parse({
      id: `01890a5d-ac96-774b-bcce-${String(index + 1).padStart(12, '0')}`,
      season: 1,
      number: index + 1,
      ordinal: index + 1,
      special: false,
      details: { veiled: true, safeAfter: index + 1 },
      viewings: index + 1 in watched ? 1 : 0,
      lastWatchedAt: watched[index + 1] ?? null,
      halfStars: null,
    }),
  )

describe('where a person left off', () => {
  it('is nowhere before the first episode', () => {
    expect(lastEpisode(season({}), 0, false)).toBeNull()
  })

  it('is the last one of several that were marked at once', () => {
    const at = '2021-05-03T20:00:00.000Z'
    expect(lastEpisode(season({ 1: at, 2: at, 3: at }), 3, false)?.number).toBe(3)
  })

  it('is the episode that was watched last, even out of order', () => {
    const episodes = season({ 1: '2021-05-04T20:00:00.000Z', 2: '2021-05-03T20:00:00.000Z' })
    expect(lastEpisode(episodes, 2, false)?.number).toBe(1)
  })

  it('is the reading line when that was moved by hand', () => {
    expect(lastEpisode(season({ 1: null, 2: null, 3: null }), 1, true)?.number).toBe(1)
  })
})

describe('what comes next', () => {
  const at = (reach: number, watchedRun = reach) => ({
    reach: Reach.parse(reach),
    watchedRun: Reach.parse(watchedRun),
  })

  it('is the first episode after the line that has not been watched, and the one after it', () => {
    expect(nextEpisodes(season({ 1: null, 2: null }), at(1)).map(({ number }) => number)).toEqual([3, 4])
  })

  it('is nothing when everything has been watched', () => {
    expect(nextEpisodes(season({ 1: null, 2: null, 3: null, 4: null }), at(4))).toEqual([])
  })

  it('is the episode after a line that was moved back, seen before or not', () => {
    const again = nextEpisodes(season({ 1: null, 2: null, 3: null, 4: null }), at(1, 4))
    expect(again.map(({ number }) => number)).toEqual([2, 3])
  })
})
