import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NoteId } from '../ids'
import { Ms } from '../time'
import { fragmentOf, noteLink, parseFragment, parseNoteLink, timecodesIn } from './links'

const id = NoteId.parse('0190a000-0000-7000-8000-000000000001')
const ms = fc.integer({ min: 0, max: 86_000_000 }).map((n) => Ms.parse(n))

describe('media fragments', () => {
  it.each([
    ['t=10,20', 10_000, 20_000],
    ['#t=12.4,15', 12_400, 15_000],
    ['t=npt:10', 10_000, null],
    ['t=,20', 0, 20_000],
    ['t=1:02:03', 3_723_000, null],
    ['t=02:03.5', 123_500, null],
    ['track=a&t=5', 5_000, null],
    ['t=5&t=6', 6_000, null],
    ['t=%6ept:10', 10_000, null],
  ])('reads %s', (fragment, atMs, endMs) => {
    expect(parseFragment(fragment)).toEqual({ atMs, endMs })
  })
  it.each([
    '',
    't=',
    't=,',
    't=a',
    't=20,10',
    't=10,10',
    't=1,2,3',
    't=1:75',
    't=%',
    't=-1',
    't=smpte:10',
    'T=10',
  ])('passes over %j', (fragment) => expect(parseFragment(fragment)).toEqual({ atMs: null, endMs: null }))
  it('come back as they were written', () => {
    fc.assert(
      fc.property(ms, fc.option(fc.integer({ min: 1, max: 100_000 })), (atMs, length) => {
        const time = { atMs, endMs: length === null ? null : Ms.parse(atMs + length) }
        expect(parseFragment(fragmentOf(time))).toEqual(time)
        expect(parseNoteLink(noteLink(id, time))).toEqual({ id, ...time })
      }),
    )
  })
  it('belong to notes alone', () => {
    for (const address of [
      'entracte://notes',
      'https://note/x',
      `entracte://note/${id}x`,
      'entracte://note/1',
    ])
      expect(parseNoteLink(address)).toBeNull()
  })
})

describe('timecodes in a text', () => {
  const found = (text: string) => timecodesIn(text).map(({ from, to }) => text.slice(from, to))
  it('are times as a player shows them', () => {
    expect(found('at 12:41, then (1:02:03) and 75:00.')).toEqual(['12:41', '1:02:03', '75:00'])
  })
  it('are no dates, ratios or parts of longer numbers', () => {
    expect(found('12:7, 2021:05:04:01, 1.12:41, 12:412, 3:99, 0190a:12')).toEqual([])
  })
  it('are the milliseconds that they say', () => {
    expect(timecodesIn('12:41')[0]?.ms).toBe(761_000)
    expect(timecodesIn('1:02:03')[0]?.ms).toBe(3_723_000)
  })
})
