import { EpisodeId } from '@shared/ids'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { expect, it } from 'vitest'
import { foldsBySeason } from './folds'
import type { OpenEpisode } from './reading'

const uuid = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const episode = (ordinal: number): OpenEpisode => ({
  title: `Episode ${ordinal}`,
  beats: [],
  episode: {
    id: EpisodeId.parse(uuid(ordinal)),
    season: Math.ceil(ordinal / 10),
    number: ((ordinal - 1) % 10) + 1,
    ordinal: EpisodeOrdinal.parse(ordinal),
    details: { veiled: false, title: `Episode ${ordinal}`, airDate: null, runtimeMs: null },
    viewings: 0,
    lastWatchedAt: null,
    beats: [],
  },
})
const upTo = (reach: number) => Array.from({ length: reach }, (_, index) => episode(index + 1))

it('folds each season by itself', () => {
  const { folds, open } = foldsBySeason(upTo(14))
  expect(folds.map(({ season, episodes }) => [season, episodes.length])).toEqual([
    [1, 10],
    [2, 2],
  ])
  expect(open.map(({ episode: { number } }) => number)).toEqual([3, 4])
})

it('folds nothing at the start', () => {
  expect(foldsBySeason(upTo(2)).folds).toEqual([])
})
