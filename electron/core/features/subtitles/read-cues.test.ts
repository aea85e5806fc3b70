import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'
import { formatOf, plainCue, readCues } from './read-cues'

const lines = (...all: string[]): string => all.join('\n')

const SRT = lines(
  '1',
  '00:00:01,000 --> 00:00:03,500',
  '<i>It is not</i> {\\an8}my problem.',
  'It is yours.',
  '',
  '2',
  '00:00:04.000 --> 00:00:05.000',
  'A &amp; B &lt;3',
  '',
  '3',
  '00:00:0x,000 --> 00:00:05,000',
  'Nobody hears this.',
  '',
  '4',
  '00:00:12,000 --> 00:00:10,000',
  'Backwards.',
  '',
  '0:00:08,1 --> 0:00:09,22',
  'Without a number, and loose.',
)
const ASS = lines(
  '[Script Info]',
  'Title: x',
  '',
  '[V4+ Styles]',
  'Format: Name, Fontname',
  'Style: Default,Arial',
  '',
  '[Events]',
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
  'Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,Second, with, commas',
  'Comment: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,Not spoken',
  'Dialogue: 0,0:00:01.00,0:00:03.50,Default,Luc,0,0,0,,{\\i1}Hello{\\i0}, you\\Nthere',
)

describe('subtitles', () => {
  it('of SRT are read with loose times, without marks, in the order in which they are spoken', async () => {
    const { cues } = await readCues(SRT, 'srt')
    expect(cues).toEqual([
      { fromMs: 1000, toMs: 3500, text: 'It is not my problem.\nIt is yours.' },
      { fromMs: 4000, toMs: 5000, text: 'A & B <3' },
      { fromMs: 8100, toMs: 9220, text: 'Without a number, and loose.' },
    ])
  })

  it('that cannot be read are listed by line, and their words are not told', async () => {
    const { troubles } = await readCues(SRT, 'srt')
    expect(troubles).toEqual([
      { line: 11, what: 'time' },
      { line: 15, what: 'backwards' },
    ])
    expect(JSON.stringify(troubles)).not.toContain('Nobody')
  })

  it('of ASS are read without comments and override codes', async () => {
    const { cues } = await readCues(ASS, 'ass')
    expect(cues.map(({ text }) => text)).toEqual(['Hello, you\nthere', 'Second, with, commas'])
  })

  it('of WebVTT are read past notes, styles and settings', async () => {
    const vtt = lines(
      'WEBVTT - a title',
      '',
      'NOTE this is',
      'not spoken',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'one',
      '00:01.000 --> 00:02.000 align:start position:110%',
      '<v Fred>Hi, <00:01.500>I am <c.loud>Fred</c>',
    )
    expect((await readCues(vtt, 'vtt')).cues).toEqual([{ fromMs: 1000, toMs: 2000, text: 'Hi, I am Fred' }])
  })

  it('are known by what they hold, before their name', () => {
    expect(formatOf('WEBVTT\n\n', 'x.srt')).toBe('vtt')
    expect(formatOf(SRT, 'x.txt')).toBe('srt')
    expect(formatOf(ASS, 'x')).toBe('ass')
    expect(formatOf('<?xml version="1.0"?><tt/>', 'x.srt')).toBeNull()
    expect(formatOf('A letter to a friend.', 'x.txt')).toBeNull()
  })

  it('come back as they were written, whatever they say', async () => {
    const word = fc
      .stringMatching(/^[A-Za-zÀ-ÿ0-9,.!?' ]{1,40}$/)
      .map((text) => text.trim())
      .filter((text) => /\p{L}/u.test(text))
    const cue = fc.record({
      from: fc.integer({ min: 0, max: 80_000_000 }),
      length: fc.integer({ min: 1, max: 9000 }),
      text: word,
    })
    const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',')
    await fc.assert(
      fc.asyncProperty(fc.array(cue, { minLength: 1, maxLength: 20 }), async (drawn) => {
        const file = drawn
          .map(({ from, length, text }, n) =>
            lines(String(n + 1), `${stamp(from)} --> ${stamp(from + length)}`, text, ''),
          )
          .join('\n')
        const { cues, troubles } = await readCues(file, 'srt')
        const expected = drawn
          .map(({ from, length, text }) => ({
            fromMs: from,
            toMs: from + length,
            text: text.replace(/\s+/g, ' '),
          }))
          .sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)
        expect(troubles).toEqual([])
        expect(cues).toEqual(expected)
      }),
    )
  })

  it('are parted at their times, whatever stands between them: no word is spoken before its time', async () => {
    const between = fc.constantFrom('\n\n', '\n \n', '\n\t\n', '\n\u00a0\n', '\n', '\n\n\n', '\r\n')
    const cues = fc.array(fc.tuple(between, fc.boolean()), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(cues, fc.constantFrom('srt' as const, 'vtt' as const), async (parts, format) => {
        const stamp = (minute: number) => `00:${String(minute).padStart(2, '0')}:00.000`
        const told = parts.map(
          ([gap, numbered], n) =>
            `${numbered ? `${n + 1}\n` : ''}${stamp(n)} --> ${stamp(n + 1)}\nWords of minute ${n}.${gap}`,
        )
        const read = await readCues(`${format === 'vtt' ? 'WEBVTT\n' : ''}${told.join('')}`, format)
        expect(read.cues).toEqual(
          parts.map((_part, n) => ({
            ...{ fromMs: n * 60_000, toMs: (n + 1) * 60_000 },
            text: `Words of minute ${n}.`,
          })),
        )
        expect(read.troubles).toEqual([])
      }),
    )
  })

  it('that are full of times that are none are refused whole', async () => {
    for (const format of ['srt', 'vtt'] as const)
      await expect(readCues('-->\n'.repeat(290_000), format)).rejects.toMatchObject({
        code: 'subtitles-too-large',
      })
  })

  it('never fail, whatever the file holds', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'WEBVTT',
        '00:00:01,000 --> 00:00:02,000',
        '-->',
        '[Events]',
        'Dialogue: 0',
        'Format: Start',
        '{\\',
        '<v',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom('srt', 'vtt', 'ass'),
        async (parts, format) => {
          const { cues } = await readCues(parts.join('\n'), format)
          for (const { fromMs, toMs, text } of cues) {
            expect(toMs).toBeGreaterThanOrEqual(fromMs)
            expect(text.trim()).not.toBe('')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  const HEADS = {
    srt: '1\n00:00:01,000 --> 00:00:02,000\n',
    vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\n',
    ass: '[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,',
  } as const
  const spent = async (format: 'srt' | 'vtt' | 'ass', part: string, bytes: number): Promise<number> => {
    const file = HEADS[format] + part.repeat(Math.ceil(bytes / part.length))
    const from = performance.now()
    await readCues(file, format).catch((error: unknown) =>
      expect(error).toMatchObject({ code: 'subtitles-too-large' }),
    )
    return performance.now() - from
  }
  const row = (part: string): string => `${part.repeat(Math.floor(19_000 / part.length))}\n`
  it.each(
    (['srt', 'vtt', 'ass'] as const).flatMap((format) =>
      [
        '{\\',
        '{',
        '\n',
        '<v ',
        row('{\\'),
        row('{'),
        row('<i'),
        `${row(' ').trimEnd()}x${' '.repeat(19_000)}x-->\n`,
        'Style:\n',
      ].map((part) => [format, part.slice(0, 6), part] as const),
    ),
  )(
    'of %s take no longer than their size, if they are nothing but %j',
    { timeout: 60_000 },
    async (format, _shown, part) => {
      const least = 2 * 1024 * 1024
      const little = await spent(format, part, least)
      const much = await spent(format, part, 4 * least)
      // what takes twice the square would take sixteen times as long; below a second nobody minds
      expect(much < 1000 || much / little < 8).toBe(true)
    },
  )

  it('have lines that are too long listed, and the others read', async () => {
    const { cues, troubles } = await readCues(`${SRT}\n\n${'x'.repeat(20_001)}`, 'srt')
    expect(cues).toHaveLength(3)
    expect(troubles).toContainEqual({ line: 21, what: 'format' })
  })

  it('of ASS keep what stands around an override that is never closed', async () => {
    const { cues } = await readCues(`${ASS}\nDialogue: 0,0:00:06.00,0:00:07.00,,,0,0,0,,a{\\b{\\i1}c`, 'ass')
    expect(cues.at(-1)?.text).toBe('a\\bc')
  })

  it('of ASS are spoken without what is drawn', async () => {
    const drawn = 'Dialogue: 0,0:00:06.00,0:00:07.00,,,0,0,0,,{\\an7\\p1}m 0 0 l 100 0 100 100{\\p0}Said.'
    const { cues } = await readCues(`${ASS}\n${drawn}`, 'ass')
    expect(cues.at(-1)?.text).toBe('Said.')
  })

  it('lose every tag and no word', () => {
    expect(plainCue('<font color="#fff">Santé</font> 1 < 2 > 0')).toBe('Santé 1 < 2 > 0')
  })
})

describe('the encoding of a text', () => {
  const text = 'Où est passée la montre ? À l’hôtel, déjà. Ça suffit, Émilie, et voilà où nous en sommes.'
  const latin = Uint8Array.from(text.replaceAll('’', "'"), (character) => character.charCodeAt(0))
  const utf16 = (big: boolean) => {
    const bytes = new DataView(new ArrayBuffer(2 + text.length * 2))
    bytes.setUint16(0, 0xfeff, !big)
    for (let n = 0; n < text.length; n += 1) bytes.setUint16(2 + n * 2, text.charCodeAt(n), !big)
    return new Uint8Array(bytes.buffer)
  }

  it('is told by its mark, by being sound UTF-8, or by its letters', () => {
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8' })
    expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' })
    expect(decodeText(utf16(false))).toEqual({ text, encoding: 'utf-16le' })
    expect(decodeText(utf16(true))).toEqual({ text, encoding: 'utf-16be' })
    expect(decodeText(latin)).toEqual({ text: text.replaceAll('’', "'"), encoding: 'windows-1252' })
  })

  it('is told by where its NULs are, when it has no mark', () => {
    expect(decodeText(utf16(false).subarray(2))).toEqual({ text, encoding: 'utf-16le' })
    expect(decodeText(utf16(true).subarray(2))).toEqual({ text, encoding: 'utf-16be' })
  })

  it('is not lost for a few bytes that are', () => {
    const bytes = new TextEncoder().encode(text.repeat(4))
    expect(decodeText(Uint8Array.of(...bytes, 0, 0))).toEqual({ text: text.repeat(4), encoding: 'utf-8' })
  })

  it('is none when the bytes are no text', () => {
    expect(decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBeNull()
  })
})
