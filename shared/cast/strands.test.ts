import { describe, expect, it } from 'vitest'
import { ItemId } from '../ids'
import { EpisodeOrdinal } from '../veil/schema'
import { changesByEpisode, changesOf, isOver, type Kind, type Line, strandsAt } from './strands'

let made = 0
const ordinal = (n: number) => EpisodeOrdinal.parse(n)
const line = (
  kind: Kind,
  opens: number,
  until: number | null = null,
  ends: [number, number] = [0, 1],
): Line => {
  made += 1
  return {
    id: ItemId.parse(`0190a000-0000-7000-8000-${String(made).padStart(12, '0')}`),
    from: ends[0],
    to: ends[1],
    kind,
    label: `${kind} ${opens}`,
    labelBack: null,
    text: null,
    since: ordinal(opens),
    until: until === null ? null : ordinal(until),
    opens: ordinal(opens),
    opensMs: null,
  }
}
const drawn = (lines: readonly Line[], at: number) =>
  strandsAt(lines, at).map(({ style, lines: of, changed }) => [style, of.map(({ label }) => label), changed])

describe('what stands between two roles', () => {
  it('is not there before it is known', () => {
    expect(drawn([line('loves', 4)], 3)).toEqual([])
  })
  it('is one strand for each kind', () => {
    expect(drawn([line('loves', 1), line('loves', 3), line('client', 2)], 4)).toEqual([
      ['loves', ['loves 1', 'loves 3'], false],
      ['client', ['client 2'], false],
    ])
  })
  it('is over from the episode that ends it', () => {
    const lines = [line('friends', 2, 4)]
    expect(drawn(lines, 3)).toEqual([['friends', ['friends 2'], false]])
    expect(drawn(lines, 4)).toEqual([['ended', ['friends 2'], true]])
    expect(drawn(lines, 5)).toEqual([['ended', ['friends 2'], false]])
  })
  it('stands in its one episode, and is over with the next', () => {
    const evening = line('loves', 6, 6)
    expect([isOver(evening, 6), isOver(evening, 7)]).toEqual([false, true])
    expect(drawn([evening], 6)).toEqual([['loves', ['loves 6'], true]])
  })
  it('is not drawn as over where the same kind holds again', () => {
    expect(drawn([line('loves', 4, 10), line('loves', 10)], 11)).toEqual([['loves', ['loves 10'], false]])
  })
  it('has a strand for each direction where a kind runs one way', () => {
    const both = [
      line('works-for', 1),
      line('works-for', 1, null, [1, 0]),
      line('friends', 1),
      line('friends', 1, null, [1, 0]),
    ]
    expect(strandsAt(both, 1).map(({ style, from }) => [style, from])).toEqual([
      ['works-for', 0],
      ['works-for', 1],
      ['friends', 0],
    ])
  })
  it('keeps its name from episode to episode, whatever joins it', () => {
    const lines = [line('loves', 1), line('loves', 3)]
    expect(strandsAt(lines, 3)[0]?.key).toBe(strandsAt(lines, 1)[0]?.key)
  })
})

describe('the changes of an episode', () => {
  const lines = [line('loves', 2, 4), line('friends', 4), line('client', 3, 3)]
  it('are what begins and what ends', () => {
    const { begun, ended } = changesOf(lines, 4)
    expect([begun, ended].map((of) => of.map(({ label }) => label))).toEqual([['friends 4'], ['loves 2']])
  })
  it('are counted, a single evening once', () => {
    expect(changesByEpisode(lines, 5)).toEqual([0, 1, 1, 2, 0])
  })
  it('know of none beyond the last episode that is told', () => {
    expect(changesByEpisode(lines, 2)).toEqual([0, 1])
  })
})
