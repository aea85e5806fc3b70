import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { asMarkdown, asPlainText, escapeMarkdown, type Programme } from './programme'

const programme: Programme = {
  show: 'Emily in Paris',
  title: 'Previously on Emily in Paris, as of S1 E7',
  away: 'You watched S1 E7 seven months ago.',
  questions: { heading: 'Open when you left', items: ['Who is *she*?'] },
  standing: 'Where things stand.',
  sections: [
    {
      heading: 'S1 E6, Ringarde',
      beats: [
        {
          text: 'A bag is called names.',
          place: null,
          notes: [{ time: '07:02', title: 'The word', text: 'It will # stick.' }],
        },
        { text: 'A ballet.', place: 'S1 E6', notes: [] },
      ],
      notes: [{ time: null, title: 'Only a title', text: '' }],
    },
  ],
}

describe('a programme as Markdown', () => {
  it('has a heading for each section, and notes as quotations', () => {
    expect(asMarkdown(programme)).toBe(`# Previously on Emily in Paris, as of S1 E7

You watched S1 E7 seven months ago.

## Open when you left

- Who is \\*she\\*?

Where things stand.

## S1 E6, Ringarde

- A bag is called names.

  > **07:02** · The word · It will \\# stick.
- A ballet. (S1 E6)

> Only a title
`)
  })

  it('says every text as it was written, whatever marks are in it', () => {
    const markdown = new MarkdownIt({ html: true, linkify: false })
    const texts = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          '*',
          '_',
          '[',
          ']',
          '(',
          ')',
          '<',
          '!',
          '#',
          '`',
          '-',
          '1',
          '.',
          '&',
          'a',
          ' ',
          '~',
          '|',
        ),
      }),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '1. one',
        '- list',
        '# head',
        '![x](y)',
        '&amp;',
        '---',
        '--',
        '-- -',
        '> quote',
        '    code',
      ),
    )
    const clean = (text: string) => text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(texts.map(clean), (text) => {
        const beats = [{ text, place: null, notes: [] }]
        const made = asMarkdown({ ...programme, sections: [{ heading: 'H', beats, notes: [] }] })
        const tokens = markdown.parse(made, {}).flatMap((token) => [token, ...(token.children ?? [])])
        expect(
          tokens.some(({ type }) =>
            ['image', 'link_open', 'html_inline', 'html_block', 'code_block', 'hr'].includes(type),
          ),
        ).toBe(false)
        const inline = tokens.filter(({ type }) => type === 'inline').at(-1)
        const said = (inline?.children ?? []).map(({ content }) => content).join('')
        if (text !== '') expect(said).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps a text on one line', () => {
    expect(escapeMarkdown('a\n\n# b')).toBe('a \\# b')
  })
})

it('is the same as text, without the marks', () => {
  expect(asPlainText(programme)).toBe(`Previously on Emily in Paris, as of S1 E7

You watched S1 E7 seven months ago.

Open when you left
– Who is *she*?

Where things stand.

S1 E6, Ringarde
– A bag is called names.
  “07:02 · The word · It will # stick.”
– A ballet. (S1 E6)
  “Only a title”
`)
})
