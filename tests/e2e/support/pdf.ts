import { inflateSync } from 'node:zlib'

/** What a test has to know of a PDF as Chromium writes it (ISO 32000-1): objects, and streams that are deflated. */
interface PdfObject {
  readonly dictionary: string
  readonly stream: Buffer | null
}

function objectsIn(bytes: Buffer): Map<string, PdfObject> {
  const raw = bytes.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length
    const end = raw.indexOf('endobj', start)
    const streamAt = raw.indexOf('stream\n', start)
    const hasStream = streamAt >= 0 && streamAt < end
    const dictionary = raw.slice(start, hasStream ? streamAt : end)
    let stream: Buffer | null = null
    const length = /\/Length (\d+)/.exec(dictionary)?.[1]
    if (hasStream && length) {
      const from = streamAt + 'stream\n'.length
      const packed = bytes.subarray(from, from + Number(length))
      stream = dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed
    }
    objects.set(match[1] ?? '', { dictionary, stream })
  }
  return objects
}

const hexToText = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

interface Glyphs {
  /** Hex digits that one code takes. */
  readonly width: number
  readonly texts: ReadonlyMap<number, string>
}
const NO_GLYPHS: Glyphs = { width: 4, texts: new Map() }

/** Which glyph is which text, by the font's own map (section 9.10.3). */
function glyphsOf(map: string): Glyphs {
  const texts = new Map<number, string>()
  let width = 4
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      width = from.length
      texts.set(Number.parseInt(from, 16), hexToText(to))
    }
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      width = first.length
      const from = Number.parseInt(first, 16)
      const base = Number.parseInt(to, 16)
      for (let code = from; code <= Number.parseInt(last, 16); code += 1)
        texts.set(code, String.fromCharCode(base + code - from))
    }
  return { width, texts }
}

/** What hex strings show in a font. */
const shownIn = ({ width, texts }: Glyphs, shown: string): string =>
  [...shown.matchAll(/<([0-9A-Fa-f]+)>/g)]
    .flatMap(([, hex = '']) => hex.match(new RegExp(`.{${width}}`, 'g')) ?? [])
    .map((code) => texts.get(Number.parseInt(code, 16)) ?? '')
    .join('')

const TOKEN =
  /\/(F\d+) [\d.]+ Tf|\/ActualText (?:\(((?:\\.|[^)\\])*)\)|<([0-9A-Fa-f]+)>)|(EMC|ET)|(\[[^\]]*\] TJ|<[0-9A-Fa-f]+> Tj)/g

/** The text of one page. What says its text itself (section 14.9.4) is taken by its word. */
function textOfContent(content: string, fontOf: (name: string) => Glyphs | undefined): string {
  const pieces: string[] = []
  let glyphs = NO_GLYPHS
  let said = false
  for (const [, font, actual, actualHex, end, shown = ''] of content.matchAll(TOKEN)) {
    if (font !== undefined) glyphs = fontOf(font) ?? NO_GLYPHS
    else if (actual !== undefined || actualHex !== undefined) {
      pieces.push(actual ?? hexToText((actualHex ?? '').replace(/^FEFF/i, '')))
      said = true
    } else if (end === 'ET') pieces.push(' ')
    else if (end === 'EMC') said = false
    else if (!said) pieces.push(shownIn(glyphs, shown))
  }
  return pieces.join('')
}

/** All text of a document in the order in which it is drawn, with single spaces. */
export function textIn(bytes: Buffer): string {
  const objects = objectsIn(bytes)
  const maps = new Map<string, Glyphs>()
  for (const [id, { dictionary }] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]
    const map = unicode === undefined ? undefined : objects.get(unicode)?.stream
    if (map) maps.set(id, glyphsOf(map.toString('latin1')))
  }
  const fontNames = new Map<string, string>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) fontNames.set(name, id)
  const pieces: string[] = []
  for (const { dictionary } of objects.values()) {
    for (const [, id = ''] of dictionary.matchAll(/\/Contents (\d+) 0 R/g)) {
      pieces.push(
        textOfContent(objects.get(id)?.stream?.toString('latin1') ?? '', (name) =>
          maps.get(fontNames.get(name) ?? ''),
        ),
      )
    }
  }
  return pieces.join('').replace(/\s+/g, ' ')
}

/**
 * The fonts of a document, each with whether its outlines came along. A variable font comes as Type 3: every
 * glyph is a drawing of its own.
 */
export function fontsIn(bytes: Buffer): { readonly name: string; readonly embedded: boolean }[] {
  const objects = objectsIn(bytes)
  const drawn = new Set<string>()
  for (const { dictionary } of objects.values()) {
    const descriptor = /\/FontDescriptor (\d+) 0 R/.exec(dictionary)?.[1]
    if (descriptor && /\/Subtype \/Type3/.test(dictionary) && dictionary.includes('/CharProcs'))
      drawn.add(descriptor)
  }
  const fonts = new Map<string, boolean>()
  for (const [id, { dictionary }] of objects) {
    if (!/\/Type\s*\/FontDescriptor/.test(dictionary)) continue
    const name = /\/FontName \/([^\s/]+)/.exec(dictionary)?.[1] ?? ''
    fonts.set(name, drawn.has(id) || /\/FontFile[23]? /.test(dictionary))
  }
  return [...fonts].map(([name, embedded]) => ({ name, embedded }))
}
