import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captured, mentionAt, withMention } from './capture-rules'

describe('a captured line', () => {
  it('keeps its words, and finds its tags among them', () => {
    expect(captured('  Luc is the narrator #luc #le-genre ')).toEqual({
      kind: 'note',
      body: 'Luc is the narrator #luc #le-genre',
      tags: ['luc', 'le-genre'],
    })
  })

  it('that begins with a question mark asks a question', () => {
    expect(captured('? Who dressed her')).toMatchObject({ kind: 'question', body: 'Who dressed her' })
    expect(captured('Who?')).toMatchObject({ kind: 'note', body: 'Who?' })
  })

  it('takes no number sign for a tag that is none', () => {
    expect(captured('C# is a key, # alone, a#b').tags).toEqual([])
  })

  it('loses nothing that was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        const { kind, body } = captured(line)
        expect(`${kind === 'question' ? '?' : ''}${body}`.replace(/\s/g, '')).toBe(line.replace(/\s/g, ''))
      }),
    )
  })
})

describe('a mention', () => {
  it('is completed where the caret is, and nowhere else', () => {
    expect(mentionAt('ask @Syl', 8)).toEqual({ from: 4, typed: 'Syl' })
    expect(mentionAt('mail me@home', 12)).toBeNull()
    expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' })
    expect(withMention('ask @Syl about it', 8, 'Sylvie')).toEqual({ text: 'ask @Sylvie about it', caret: 12 })
  })
})
