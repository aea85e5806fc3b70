import { EpisodeId, ItemId, ThreadId } from '@shared/ids'
import type { Beat, Recap, RecapEpisode } from '@shared/recap/schema'
import { EpisodeOrdinal, Reach } from '@shared/veil/schema'
import { describe, expect, it } from 'vitest'
import { recapAsText } from './as-text'
import { countBeats, foldEarlier, openEpisodes, readingMinutes, veiledEpisodes } from './reading'

const uuid = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const heart = ThreadId.parse(uuid(901))
const savoir = ThreadId.parse(uuid(902))
const beat = (n: number, threads: ThreadId[]): Beat => ({
  veiled: false,
  id: ItemId.parse(uuid(n)),
  text: `Beat ${n}.`,
  threads,
  roles: [],
  sources: [],
})
const veil = (n: number) => ({ veiled: true as const, safeAfter: EpisodeOrdinal.parse(n) })
const episode = (n: number, reach: number): RecapEpisode => ({
  id: EpisodeId.parse(uuid(500 + n)),
  season: 1,
  number: n,
  ordinal: EpisodeOrdinal.parse(n),
  details: n <= reach ? { veiled: false, title: `Episode ${n}`, airDate: null, runtimeMs: null } : veil(n),
  viewings: 0,
  lastWatchedAt: null,
  beats: n <= reach ? [beat(n * 10, [heart]), beat(n * 10 + 1, [heart, savoir])] : [veil(n), veil(n)],
})
const recap = (reach: number | null, episodes = 10): Recap => ({
  reach: reach === null ? null : Reach.parse(reach),
  standing: null,
  threads: [],
  episodes: Array.from({ length: episodes }, (_, index) => episode(index + 1, reach ?? 0)),
})
const none = new Set<ThreadId>()

describe('what there is to read', () => {
  it('ends at the reading line', () => {
    expect(openEpisodes(recap(7), none).map(({ title }) => title)).toHaveLength(7)
    expect(veiledEpisodes(recap(7)).map(({ episode: { number }, beats }) => [number, beats])).toEqual([
      [8, 2],
      [9, 2],
      [10, 2],
    ])
  })

  it('is nothing when nobody can tell how far one has come', () => {
    expect(openEpisodes(recap(null), none)).toEqual([])
    expect(veiledEpisodes(recap(null))).toHaveLength(10)
  })

  it('leaves out a beat when all of its storylines are left out', () => {
    const [first] = openEpisodes(recap(1), new Set([heart]))
    expect(first?.beats.map((one) => one.text)).toEqual(['Beat 11.'])
    expect(countBeats(openEpisodes(recap(1), new Set([heart, savoir])))).toBe(0)
  })
})

describe('folding', () => {
  it('keeps the two latest episodes open', () => {
    const { folded, open } = foldEarlier(openEpisodes(recap(7), none))
    expect([folded.length, open.length]).toEqual([5, 2])
  })

  it('does not fold a single early episode away', () => {
    expect(foldEarlier(openEpisodes(recap(3), none)).folded).toEqual([])
  })
})

describe('the recap as text', () => {
  it('holds the visible beats under their episodes', () => {
    const episodes = openEpisodes(recap(2), new Set([heart]))
    const text = recapAsText('Previously on…', 'Where things stand.', episodes, ({ title }) => title)
    expect(text).toBe(
      'Previously on…\n\nWhere things stand.\n\nEpisode 1\n– Beat 11.\n\nEpisode 2\n– Beat 21.',
    )
  })

  it('leaves out an episode of which no beat is to be read', () => {
    expect(recapAsText('T', null, openEpisodes(recap(1), new Set([heart, savoir])), () => 'no')).toBe('T')
  })
})

it('takes at least a minute to read', () => {
  expect(readingMinutes('', [])).toBe(1)
})
